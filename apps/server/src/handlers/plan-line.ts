import type { PlanLine } from '@kuashan/contract/plans.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type PlanEntry, readPlanVersion, type SavedPlan } from '@kuashan/store/queries/plans.ts'
import { documentsRead } from '../county/documents-read.ts'
import {
  keyOfSave,
  newestSave,
  type ReadPlan,
  readPlan,
  type SaveName,
} from '../county/open-plan.ts'
import { keepSummary, type PlanSummary, summaryOf, summaryOfSave } from '../county/plan-summary.ts'
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

/** What a plan in full is called among answers: equal names, equal answers. */
export const nameOfPlan = (
  { plan, version }: PlanEntry,
  ofVersion: number | undefined,
  area: string,
): string => `${plan} ${version} ${ofVersion ?? ''} ${area}`

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
 * What of a plan stays the same whatever it is called, as it is sent. The document stands in it as the store took it, by the
 * schema of plans: it is neither read nor written again.
 */
const writtenSave = ({ document, findings }: Pick<SavedPlan, 'document' | 'findings'>): Buffer =>
  Buffer.from(`,"plan":${document},"findings":${JSON.stringify(findings.map(said))}}`)

const writtenPlan = (line: PlanLine, save: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`{"line":${JSON.stringify(line)}`), save])

/** Documents are large: as many as are renamed, looked at and edited at a time. */
const savesWritten = documentsRead<Buffer>(8)

/** The same of a saved state; of all of the county, so only for those who see it whole. */
export async function writeSaved(
  access: Access,
  entry: PlanEntry,
  save: SaveName,
): Promise<Buffer> {
  const saved = await savesWritten(keyOfSave(save), async () =>
    writtenSave(await readPlanVersion(access, save.plan, save.version)),
  )
  return writtenPlan(lineOf(entry, await summaryOfSave(access, save)), saved)
}

/** The same of one just saved, which need not be read for it, now or when it is looked at. */
export async function writeJustSaved(
  entry: PlanEntry,
  saved: Pick<SavedPlan, 'document' | 'findings'> & { summary: PlanSummary },
): Promise<Buffer> {
  const save = newestSave(entry)
  const summary = await keepSummary(save, saved.summary)
  const written = await savesWritten(keyOfSave(save), async () => writtenSave(saved))
  return writtenPlan(lineOf(entry, summary), written)
}
