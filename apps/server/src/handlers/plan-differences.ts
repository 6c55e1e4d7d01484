import { planDifference } from '@kuashan/core/plan/plan-difference.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { listPlanVersions } from '@kuashan/store/queries/plans.ts'
import { readPlan } from '../county/open-plan.ts'
import { planInArea } from '../county/plan-in-area.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

/** The save before a version of a plan. */
async function versionBefore(access: Access, plan: string, version: number): Promise<number> {
  const earlier = (await listPlanVersions(access, plan)).filter((save) => save.version < version)
  const last = earlier.at(-1)
  if (!last) throw refused('store-not-found', { what: plan })
  return last.version
}

export const planDifferenceHandlers = ({ shelf }: Desk): TopicHandlers<'planDifferences'> => ({
  get: ({ params, query, caller, store }) =>
    store.as(caller, async (access) => {
      const after = await planInArea(
        access,
        shelf,
        await readPlan(access, params.plan, query.version),
      )
      const version = query.version ?? after.entry.documentVersion
      const from = query.from ?? params.plan
      const fromVersion =
        query.fromVersion ??
        (from === params.plan ? await versionBefore(access, from, version) : undefined)
      const before = await planInArea(access, shelf, await readPlan(access, from, fromVersion))
      const { name } = before.entry
      return {
        data: {
          from: { plan: from, name, version: fromVersion ?? before.entry.documentVersion },
          to: { plan: params.plan, name: after.entry.name, version },
          ...planDifference(before.plan, after.plan),
        },
      }
    }),
})
