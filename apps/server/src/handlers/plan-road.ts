import type { PlanRoad } from '@kuashan/contract/plans.ts'
import { PlanStep } from '@kuashan/core/plan/publication.ts'
import { villagesOf } from '@kuashan/core/plan/villages-of-plan.ts'
import { isInArea } from '@kuashan/core/territory/area.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { findStepFindings, listSteps, readRoadState } from '@kuashan/store/queries/plan-steps.ts'
import type { PlanEntry } from '@kuashan/store/queries/plans.ts'
import { countyInput } from '../county/county-shelf.ts'
import { newestSave } from '../county/open-plan.ts'
import { summaryOfSave } from '../county/plan-summary.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

/** The villages that the newest document of a plan touches. */
export async function touchedBy(access: Access, desk: Desk, entry: PlanEntry) {
  const { touched } = await summaryOfSave(access, newestSave(entry))
  const { input } = await countyInput(desk.shelf, access)
  return { input, villages: villagesOf(input.county, touched) }
}

/** Where a plan stands on its way to publication, and what is still missing for each step that may follow. */
export async function readRoad(access: Access, desk: Desk, entry: PlanEntry): Promise<PlanRoad> {
  const { villages, input } = await touchedBy(access, desk, entry)
  const names = new Map(input.county.divisions.map((d) => [d.code, d.name]))
  const [state, taken] = await Promise.all([
    readRoadState(access, entry),
    listSteps(access, entry.plan),
  ])
  const posted = new Map(state.notices.map((n) => [n.division, n]))
  const next = PlanStep.options.flatMap((to) => {
    const missing = findStepFindings(state, access.caller.role, { to, note: '…', villages })
    const isPossible = missing.every((f) => f.code !== 'plan-step-not-possible')
    return isPossible ? [{ to, missing: missing.map(said) }] : []
  })
  return {
    step: entry.step,
    taken: taken.map(({ from, to, madeBy, madeAt, note }) => ({
      from,
      to,
      by: madeBy,
      at: madeAt,
      note,
    })),
    next,
    notices: villages
      .filter((village) => isInArea(village, access.caller.area))
      .map((village) => ({
        village,
        name: names.get(village) ?? village,
        postedOn: posted.get(village)?.postedOn ?? null,
        place: posted.get(village)?.place ?? null,
      })),
  }
}
