import type { PlanLine } from '@kuashan/contract/plans.ts'
import { missedNeeds } from '@kuashan/core/planner/edit/edit-effect.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type ReadPlan, readPlan, verdictOf } from '../county/open-plan.ts'
import { said } from '../serve/problem-answer.ts'

/** A plan as lists show it. */
export function lineOf({ entry, plan, findings }: ReadPlan): PlanLine {
  const missed = missedNeeds(plan)
  return {
    id: entry.plan,
    name: entry.name,
    step: entry.step,
    version: entry.version,
    documentVersion: entry.documentVersion,
    revision: entry.revision,
    scenario: entry.scenario,
    base: entry.diffBase,
    mode: plan.mode,
    verdict: verdictOf(findings),
    tours: plan.tours.length,
    missed: missed.size,
    peopleMissed: [...missed.values()].reduce((sum, { people }) => sum + people, 0),
    costs: plan.costs,
    madeBy: entry.madeBy,
    changedAt: entry.changedAt,
  }
}

/** A plan in full, at the version it stands at. */
export async function fullPlan(access: Access, id: string, version?: number) {
  return shownPlan(await readPlan(access, id, version))
}

/** A plan that was read, as it is shown. */
export function shownPlan(read: ReadPlan) {
  const { plan, findings } = read
  const data = { line: lineOf(read), plan, findings: findings.map(said) }
  return { data, version: read.entry.version }
}
