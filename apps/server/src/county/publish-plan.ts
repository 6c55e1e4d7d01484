import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { Role } from '@kuashan/core/people/role.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { PlanStep } from '@kuashan/core/plan/publication.ts'
import { villagesOfPlan } from '@kuashan/core/plan/villages-of-plan.ts'
import { type Caller, ownCaller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { getCounty } from '@kuashan/store/queries/counties.ts'
import { takeStep } from '@kuashan/store/queries/plan-steps.ts'
import { postNotice } from '@kuashan/store/queries/plan-voices.ts'
import { createPlan, getPlan } from '@kuashan/store/queries/plans.ts'

interface Publishing {
  county: County
  plan: Plan
  findings: readonly Finding[]
  name: string
  /** Ids of the accounts that act, by role. */
  accounts: Readonly<Partial<Record<Role, string>>>
  note: string
}

const road: readonly [to: PlanStep, by: Role][] = [
  ['comments', 'planner'],
  ['notice', 'planner'],
  ['objections', 'planner'],
  ['review', 'planner'],
  ['decision', 'leader'],
  ['published', 'leader'],
]

/**
 * Takes a plan the whole way to publication, as the office of a made-up county would: every step by its owner, a notice
 * in every village. Returns the plan’s id.
 */
export async function publishPlan(store: Store, made: Publishing): Promise<string> {
  const { county, plan, findings, name, accounts, note } = made
  const as = (role: Role): Caller => ({
    ...ownCaller(county.settings.code, 'console'),
    account: accounts[role]!,
    role,
    purpose: 'planning',
    why: note,
  })
  const villages = villagesOfPlan(county, plan)
  const id = await store.as(as('planner'), async (access) => {
    const { head } = await getCounty(access)
    return createPlan(access, { name, revision: head!, document: JSON.stringify(plan), findings })
  })
  for (const [to, by] of road)
    await store.as(as(by), async (access) => {
      if (to === 'objections')
        for (const division of villages)
          await postNotice(access, id, { division, postedOn: county.settings.asOf, place: note })
      const { version } = await getPlan(access, id)
      await takeStep(access, id, version, { to, note, villages })
    })
  return id
}
