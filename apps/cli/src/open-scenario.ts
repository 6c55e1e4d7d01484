import { existsSync } from 'node:fs'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Change, Scenario } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { countyInYear } from '@kuashan/core/plan/scenario/county-in-year.ts'
import { applyScenario } from '@kuashan/core/plan/scenario/scenarios.ts'
import { suggestion } from '@kuashan/core/territory/import/nearest.ts'
import { readScenarioFile, readScenarios } from '@kuashan/engine/county-folder/read-scenarios.ts'
import { openCounty } from './open-county.ts'
import type { Session } from './session.ts'

/** Under which changes a command looks at the county. */
export interface Under {
  /** Id of a scenario of the folder, or a file. */
  scenario?: string | undefined
  /** Population of this year; the scenario's own year without it. */
  year?: number | undefined
}

export interface OpenedCounty {
  folder: string
  /** Null when errors stand in the way. */
  input: CountyInput | null
  scenario: Scenario | null
  /** The county before the changes of the scenario, and all of these. */
  before: CountyInput | null
  changes: readonly Change[]
  findings: Finding[]
}

/** What a plan was made under; `file` stands in for a scenario that is not in the folder. */
export const underOf = ({ made }: Plan, file?: string): Under => ({
  scenario: file ?? made.scenario,
  year: made.year,
})

/** A scenario by id or file, with the others of the folder that it may stand on. */
async function findScenario(folder: string, text: string) {
  const { scenarios, findings } = await readScenarios(folder)
  const known = scenarios.find((s) => s.id === text)
  if (known) return { scenario: known, scenarios, findings: [] }
  if (existsSync(text)) {
    const read = await readScenarioFile(text)
    return { scenario: read.scenario, scenarios, findings: read.findings }
  }
  const facts = {
    id: text,
    suggestion: suggestion(
      text,
      scenarios.map((s) => s.id),
    ),
  }
  return {
    scenario: null,
    scenarios,
    findings: [...findings, finding('scenario-unknown', {}, facts)],
  }
}

function inYear(opened: OpenedCounty, year: number): OpenedCounty {
  const { input, findings } = countyInYear(opened.input!, year)
  return { ...opened, input, findings: [...opened.findings, ...findings] }
}

/** The county of a folder as it is, or under a scenario and in a year; nothing is half applied. */
export async function openCountyUnder(
  dir: string,
  under: Under,
  session: Session,
): Promise<OpenedCounty> {
  const opened = await openCounty(dir, session)
  const none = { ...opened, scenario: null, before: opened.input, changes: [] }
  const { input, folder } = opened
  if (!input) return none
  if (under.scenario === undefined)
    return under.year === undefined ? none : inYear(none, under.year)
  const found = await findScenario(folder, under.scenario)
  const findings = [...opened.findings, ...found.findings]
  if (!found.scenario) return { ...none, input: null, findings }
  const scenario =
    under.year === undefined ? found.scenario : { ...found.scenario, year: under.year }
  const applied = applyScenario(input, scenario, found.scenarios)
  const { changes } = applied
  const all = [...findings, ...applied.findings]
  return { folder, input: applied.input, before: input, scenario, changes, findings: all }
}
