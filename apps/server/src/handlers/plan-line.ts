import type { PlanLine } from '@kuashan/contract/plans.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type PlanEntry, readPlanVersion, type SavedPlan } from '@kuashan/store/queries/plans.ts'
import { documentsRead } from '../county/documents-read.ts'
import { keyOfSave, type ReadPlan, readPlan, type SaveName } from '../county/open-plan.ts'
import { type PlanSummary, summaryOf, summaryOfSave } from '../county/plan-summary.ts'
import { said } from '../serve/problem-answer.ts'

/** A plan as lists show it. */
export function lineOf(entry: PlanEntry, summary: PlanSummary): PlanLine {
  const { touched: _, ...figures } = summary
  return {
    id: entry.plan,
    name: entry.name,
    step: entry.step,
    version: entry.version,
    documentVersion: entry.documentVersion,
    revision: entry.revision,
    scenario: entry.scenario,
    base: entry.diffBase,
    ...figures,
    madeBy: entry.madeBy,
    changedAt: entry.changedAt,
  }
}

/** A plan in full, at the version it stands at. */
export async function fullPlan(access: Access, id: string, version?: number) {
  return shownPlan(await readPlan(access, id, version))
}

/** A plan that was read, as it is shown. */
export function shownPlan({ entry, plan, findings }: ReadPlan) {
  const line = lineOf(entry, summaryOf(plan, findings))
  return { data: { line, plan, findings: findings.map(said) }, version: entry.version }
}

/**
 * A plan in full as it is sent. The document stands in it as the store took it, by the schema of plans: it is neither read
 * nor written again.
 */
export const writtenPlan = (
  line: PlanLine,
  { document, findings }: { document: string; findings: readonly Finding[] },
): string =>
  `{"line":${JSON.stringify(line)},"plan":${document},"findings":${JSON.stringify(findings.map(said))}}`

/** Documents are large: as many as are renamed, looked at and edited at a time. */
const texts = documentsRead<Pick<SavedPlan, 'document' | 'findings'>>(8)

/** The same of a saved state; of all of the county, so only for those who see it whole. */
export async function writeSaved(
  access: Access,
  entry: PlanEntry,
  save: SaveName,
): Promise<string> {
  const saved = await texts(keyOfSave(save), () => readPlanVersion(access, save.plan, save.version))
  return writtenPlan(lineOf(entry, await summaryOfSave(access, save)), saved)
}
