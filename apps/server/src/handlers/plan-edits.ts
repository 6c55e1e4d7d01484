import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { Plan } from '@kuashan/core/plan/plan.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { editEffect } from '@kuashan/core/planner/edit/edit-effect.ts'
import { editPlan } from '@kuashan/core/planner/edit/edit-plan.ts'
import type { World } from '@kuashan/core/planner/explain/world.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import { listPlanVersions, readPlanVersion, savePlan } from '@kuashan/store/queries/plans.ts'
import { type OpenedPlan, openPlan, verdictOf } from '../county/open-plan.ts'
import { worldHere } from '../county/travel-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'
import { fullPlan } from './plan-line.ts'

const checked = ({ input, travel }: World, plan: Plan): readonly Finding[] => {
  const { county, catalogue } = input
  return checkPlan({ county, catalogue, travel, plan }).findings
}

export const planEditHandlers = (desk: Desk): TopicHandlers<'planEdits'> => {
  const worldOf = ({ under }: OpenedPlan) => worldHere(desk.travel, under.input, desk.workers)

  /** The plan after edits, checked; all edits or none. */
  const edited = async (opened: OpenedPlan, edits: readonly PlanEdit[]) => {
    const world = await worldOf(opened)
    const done = editPlan(world.base, opened.plan, edits, { parent: opened.hash })
    if (done.plan === null) throw new NotAnswered(done.findings)
    return { plan: done.plan, findings: checked(world, done.plan) }
  }

  return {
    versions: ({ params, caller, store }) =>
      store.as(caller, async (access) => {
        const saves = await listPlanVersions(access, params.plan)
        return {
          data: saves.map(({ version, note, madeBy, madeAt }) => ({
            version,
            note,
            by: madeBy,
            at: new Date(madeAt).toISOString(),
          })),
        }
      }),
    try: async ({ params, body, caller, store }) => {
      const opened = await store.as(caller, (a) => openPlan(desk.shelf, a, params.plan))
      const { plan, findings } = await edited(opened, body.edits)
      const effect = editEffect(opened.plan, plan)
      return { data: { ...effect, verdict: verdictOf(findings), findings: findings.map(said) } }
    },
    edit: async ({ params, body, version, caller, store }) => {
      const opened = await store.as(caller, (a) => openPlan(desk.shelf, a, params.plan))
      const expected = Number(version)
      if (opened.entry.version !== expected)
        throw refused('store-stale', { what: params.plan, expected })
      const { plan, findings } = await edited(opened, body.edits)
      const save = { document: JSON.stringify(plan), findings, note: body.note }
      return store.as(caller, async (access) => {
        await savePlan(access, params.plan, expected, save)
        return fullPlan(access, params.plan)
      })
    },
    undo: async ({ params, version, caller, store }) => {
      const before = await store.as(caller, async (access) => {
        const opened = await openPlan(desk.shelf, access, params.plan)
        const parent = opened.plan.origin?.parent
        const saves = await listPlanVersions(access, params.plan)
        const last = saves.findLast((save) => save.hash === parent)
        if (!last) throw new NotAnswered([finding('edit-nothing-to-undo', {})])
        return { opened, kept: await readPlanVersion(access, params.plan, last.version) }
      })
      const { document, version: back } = before.kept
      const findings = checked(await worldOf(before.opened), Plan.parse(JSON.parse(document)))
      return store.as(caller, async (access) => {
        const note = `↩ ${back}`
        await savePlan(access, params.plan, Number(version), { document, findings, note })
        return fullPlan(access, params.plan)
      })
    },
  }
}
