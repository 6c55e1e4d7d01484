import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import { isInArea } from '@kuashan/core/territory/area.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type CountyShelf, countyInput } from './county-shelf.ts'
import type { ReadPlan } from './open-plan.ts'

/** Whether a finding names a settlement outside of an area, by id or name. */
function namesOthers(settlements: readonly Settlement[], area: string) {
  const outside = settlements.filter(({ division }) => !isInArea(division, area))
  const others = new Set(outside.flatMap(({ id, name }) => [id, name]))
  return ({ at, facts }: Finding): boolean =>
    [...Object.values(facts), ...(at.path ?? '').split(/[. ]/)].some((value) =>
      others.has(String(value)),
    )
}

/**
 * A plan that was read, cut to the area of the caller. Of what the checker says, errors stay: they break the plan for all;
 * the rest stays where it names no settlement elsewhere.
 */
export async function planInArea(
  access: Access,
  shelf: CountyShelf,
  read: ReadPlan,
): Promise<ReadPlan> {
  const { area } = access.caller
  if (area === '') return read
  const { input } = await countyInput(shelf, access)
  const isOthers = namesOthers(input.county.settlements, area)
  const findings = read.findings.filter((f) => f.severity === 'error' || !isOthers(f))
  return { ...read, plan: partOfPlan(read.plan, input.county, area), findings }
}
