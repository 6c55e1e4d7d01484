import { ReportAsk } from '@kuashan/core/figures/report.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A report as somebody defined it, at one of its versions. */
export const SavedReport = z.object({
  report: z.string(),
  version: z.number().int(),
  name: z.string(),
  ask: ReportAsk,
  isDropped: z.boolean(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type SavedReport = z.infer<typeof SavedReport>

export type NewReport = Pick<SavedReport, 'name' | 'ask'>

const columns = [
  'report',
  'version',
  'name',
  'ask',
  'is_dropped as isDropped',
  'made_by as madeBy',
  'made_at as madeAt',
] as const

/** Every version of a report, newest first. Throws `Refused` where there is none, or where it was dropped. */
export async function reportVersions(
  { db, caller }: Access,
  report: string,
): Promise<SavedReport[]> {
  const rows = await db
    .selectFrom('report')
    .select(columns)
    .where('county', '=', caller.county)
    .where('report', '=', report)
    .orderBy('version', 'desc')
    .execute()
  const versions = rows.map((row) => SavedReport.parse(row))
  if (!versions[0] || versions[0].isDropped) throw refused('store-not-found', { what: report })
  return versions
}

/** The newest version of every report that is listed, by name. */
export async function listReports({ db, caller }: Access): Promise<SavedReport[]> {
  const rows = await db
    .selectFrom('report')
    .distinctOn('report')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('report')
    .orderBy('version', 'desc')
    .execute()
  return rows
    .map((row) => SavedReport.parse(row))
    .filter(({ isDropped }) => !isDropped)
    .sort((a, b) => a.name.localeCompare(b.name))
}

async function write(
  { db, caller, record }: Access,
  made: NewReport & { report: string; version: number; isDropped: boolean },
): Promise<void> {
  const { report, version, name, ask, isDropped } = made
  await db
    .insertInto('report')
    .values({
      county: caller.county,
      report,
      version,
      name,
      ask: JSON.stringify(ask),
      is_dropped: isDropped,
      made_by: caller.account!,
    })
    .execute()
  const action = isDropped ? 'drop' : 'save'
  record({ action, table: 'report', subject: report, facts: { version, name } })
}

/** Returns the new report’s id. */
export async function createReport(access: Access, made: NewReport): Promise<string> {
  const report = newId()
  await write(access, { ...made, report, version: 1, isDropped: false })
  return report
}

/** Adds a version, from the one that its editor saw. */
export async function saveReport(
  access: Access,
  report: string,
  made: NewReport,
  version: number,
): Promise<void> {
  await standsAt(access, report, version)
  await write(access, { ...made, report, version: version + 1, isDropped: false })
}

/** Takes a report off the list, from the version that its reader saw; its versions stay. */
export async function dropReport(access: Access, report: string, version: number): Promise<void> {
  const { name, ask } = await standsAt(access, report, version)
  await write(access, { name, ask, report, version: version + 1, isDropped: true })
}

async function standsAt(access: Access, report: string, version: number): Promise<SavedReport> {
  const [newest] = await reportVersions(access, report)
  if (newest!.version !== version) throw refused('store-stale', { what: report, expected: version })
  return newest!
}
