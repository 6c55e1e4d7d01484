import type { Plan } from '../../plan/plan.ts'
import { applyEdits } from '../edit/apply-edits.ts'
import type { ProvedChange } from './answer.ts'
import { changedWorld, type FindTravel, type World } from './world.ts'

/** Does what an explanation proposes: the changed county and its plan; null where it does not fit this plan any more. */
export async function carryOut(
  world: World,
  plan: Plan,
  { changes, edits }: Pick<ProvedChange, 'changes' | 'edits'>,
  findTravel?: FindTravel,
): Promise<{ world: World; plan: Plan } | null> {
  const changed = await changedWorld(world, changes, findTravel)
  if (changed === null) return null
  const edited = applyEdits(changed.base, plan, edits, { today: changed.today })
  return edited.plan === null ? null : { world: changed, plan: edited.plan }
}
