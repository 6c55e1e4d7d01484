import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import {
  checkExperiments,
  type Experiment,
  importExperiments,
} from '@kuashan/core/plan/experiment.ts'
import { readYaml } from '../files/yaml.ts'
import { readScenarios } from './read-scenarios.ts'

/** The register of trials of a county folder (`experiments.yaml`), checked against the county and its scenarios. */
export async function readExperiments(
  dir: string,
  input: CountyInput,
): Promise<{ experiments: Experiment[]; findings: Finding[] }> {
  const path = join(dir, 'experiments.yaml')
  if (!existsSync(path)) return { experiments: [], findings: [] }
  const { document, findings } = await readYaml(path, 'experiment-malformed')
  if (hasErrors(findings)) return { experiments: [], findings }
  const read = importExperiments(document)
  const { scenarios } = await readScenarios(dir)
  const checked = checkExperiments(input, scenarios, read.experiments)
  const located = checked.map((f) => ({ ...f, at: { ...f.at, file: 'experiments.yaml' } }))
  return { experiments: read.experiments, findings: [...read.findings, ...located] }
}
