import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { Scenario } from '@kuashan/core/plan/change.ts'
import { yuanToFen } from '@kuashan/core/plan/import/yuan.ts'
import { checkScenarios, importScenario } from '@kuashan/core/plan/scenario/scenarios.ts'
import { readYaml } from '../files/yaml.ts'

export interface ReadScenarios {
  /** Those that could be read, by id. */
  scenarios: Scenario[]
  findings: Finding[]
}

/** One scenario file, YAML or JSON (which is YAML too); `named` is how findings call it. */
export async function readScenarioFile(
  path: string,
  named: string = basename(path),
): Promise<{ scenario: Scenario | null; findings: Finding[] }> {
  if (!existsSync(path))
    return {
      scenario: null,
      findings: [finding('scenario-unknown', {}, { id: path, suggestion: '' })],
    }
  const { document, findings } = await readYaml(path, 'scenario-unreadable')
  if (hasErrors(findings))
    return {
      scenario: null,
      findings: findings.map((f) => ({ ...f, at: { ...f.at, file: named } })),
    }
  return importScenario(yuanToFen(document), named)
}

/** All scenarios of a county folder (`scenarios/*.yaml`, `.json`); a folder without any has none. */
export async function readScenarios(dir: string): Promise<ReadScenarios> {
  const folder = join(dir, 'scenarios')
  if (!existsSync(folder)) return { scenarios: [], findings: [] }
  const names = (await readdir(folder)).filter((n) => /\.(ya?ml|json)$/i.test(n)).sort()
  const read = await Promise.all(
    names.map((name) => readScenarioFile(join(folder, name), `scenarios/${name}`)),
  )
  const scenarios = read.flatMap((r) => r.scenario ?? [])
  return {
    scenarios,
    findings: [...read.flatMap((r) => r.findings), ...checkScenarios(scenarios)],
  }
}
