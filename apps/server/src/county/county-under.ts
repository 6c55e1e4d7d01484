import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { Refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { getScenario, type Scenario } from '@kuashan/store/queries/scenarios.ts'
import { type CountyShelf, countyInput } from './county-shelf.ts'

/** The county in force with the changes of a scenario. */
export interface CountyUnder {
  revision: string
  /** Null for the county as it is. */
  scenario: Scenario | null
  input: CountyInput
  before: CountyInput
  changes: readonly Change[]
  findings: readonly Finding[]
}

/** Opens the county under a scenario. Throws `Refused` where the changes can no longer be made. */
export async function countyUnder(
  shelf: CountyShelf,
  access: Access,
  id: string | null | undefined,
): Promise<CountyUnder> {
  const { revision, input: before, findings } = await countyInput(shelf, access)
  if (id === null || id === undefined)
    return { revision, scenario: null, input: before, before, changes: [], findings }
  const scenario = await access.readWhole((whole) => getScenario(whole, id))
  const { changes } = scenario
  const applied = applyChanges(before, changes, { at: { path: `${scenario.name}.changes` } })
  if (applied.input === null || hasErrors(applied.findings))
    throw new Refused(applied.findings.find((f) => f.severity === 'error')!)
  return { revision, scenario, input: applied.input, before, changes, findings: applied.findings }
}
