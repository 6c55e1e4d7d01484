import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { z } from 'zod'
import { canonicalJson, sha256 } from '../database/canonical-json.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { getCounty } from './counties.ts'
import { rowsOf } from './county-tables.ts'
import { carryPart, type KeptPart, savePart } from './revision-parts.ts'

export const Revision = z.object({
  revision: z.string(),
  parent: z.string().nullable(),
  state: z.enum(['staged', 'accepted', 'refused']),
  hash: z.string(),
  source: z.string(),
  rows: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type Revision = z.infer<typeof Revision>

export interface StagedImport {
  /** File name or folder the data came from. */
  source: string
  county: County
  /** Files by their path in the county folder, with their bytes or as an earlier revision keeps them. */
  parts: readonly (KeptPart | { part: string; bytes: Uint8Array })[]
  findings: readonly Finding[]
}

/** Rows in one INSERT: PostgreSQL takes 65,535 parameters. */
const batch = 2000

const inBatches = async <T>(
  rows: readonly T[],
  insert: (some: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}

async function insertRows({ db, caller }: Access, revision: string, county: County) {
  const key = { county: caller.county, revision }
  await inBatches(rowsOf(county), (rows) =>
    db
      .insertInto('county_row')
      .values(
        rows.map(({ table, id, position, division, value }) => ({
          ...key,
          table_name: table,
          row_id: id,
          position,
          division,
          value: JSON.stringify(value),
        })),
      )
      .execute(),
  )
}

/** Findings quote what was sent, and PostgreSQL keeps neither U+0000 nor half a surrogate pair. */
const keepable = (value: object): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part,
  )

async function insertFindings(
  { db, caller }: Access,
  revision: string,
  findings: readonly Finding[],
) {
  const rows = findings.map(({ code, severity, at, facts }, position) => ({
    county: caller.county,
    revision,
    position,
    code,
    severity,
    place: keepable(at),
    facts: keepable(facts),
  }))
  await inBatches(rows, (some) => db.insertInto('import_finding').values(some).execute())
}

/** The hash by which an import is known: settings, rows and parts, in a fixed order. */
export const hashOfImport = ({ county, parts }: Pick<StagedImport, 'county' | 'parts'>): string =>
  sha256(
    canonicalJson([
      county.settings,
      rowsOf(county),
      parts.map((file) => [file.part, 'hash' in file ? file.hash : sha256(file.bytes)]).sort(),
    ]),
  )

/** Keeps an import to be looked at. Nothing is in force before it is accepted. Returns its id. */
export async function stageRevision(access: Access, made: StagedImport): Promise<string> {
  const { code } = made.county.settings
  const want = access.caller.county
  if (code !== want) throw refused('import-of-other-county', { have: code, want })
  const hash = hashOfImport(made)
  const revision = await insertRevision(access, { ...made, hash })
  await insertRows(access, revision, made.county)
  for (const file of made.parts)
    await ('hash' in file ? carryPart(access, revision, file) : savePart(access, revision, file))
  return revision
}

/**
 * Keeps what was found in an import that could not be read: it shows every finding, has no rows, and can never be
 * accepted. Returns its id.
 */
export const stageUnreadable = (
  access: Access,
  made: Pick<StagedImport, 'source' | 'findings'>,
): Promise<string> => {
  if (!hasErrors(made.findings)) throw new Error('what was read without errors can be staged')
  const hash = sha256(canonicalJson([made.source, made.findings]))
  return insertRevision(access, { ...made, county: null, hash })
}

async function insertRevision(
  access: Access,
  made: Pick<StagedImport, 'source' | 'findings'> & { county: County | null; hash: string },
): Promise<string> {
  const { db, caller, record } = access
  const { head } = await getCounty(access)
  const revision = newId()
  const count = (severity: string) => made.findings.filter((f) => f.severity === severity).length
  const { county, hash } = made
  await db
    .insertInto('revision')
    .values({
      county: caller.county,
      revision,
      parent: head,
      state: 'staged',
      hash,
      source: made.source,
      settings: JSON.stringify(county?.settings ?? {}),
      row_count: county ? rowsOf(county).length : 0,
      error_count: count('error'),
      warning_count: count('warning'),
      made_by: caller.account!,
    })
    .execute()
  await insertFindings(access, revision, made.findings)
  record({ action: 'import', table: 'revision', subject: revision, facts: { hash } })
  return revision
}

const columns = [
  'revision',
  'parent',
  'state',
  'hash',
  'source',
  'row_count as rows',
  'error_count as errors',
  'warning_count as warnings',
  'made_by as madeBy',
  'made_at as madeAt',
] as const

export async function getRevision({ db, caller }: Access, revision: string): Promise<Revision> {
  const row = await db
    .selectFrom('revision')
    .select(columns)
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: revision })
  return Revision.parse(row)
}

/** Newest first. */
export async function listRevisions({ db, caller }: Access): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revision')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => Revision.parse(row))
}

/**
 * Puts a staged import in force. Refused where it has errors, was decided already, or was made while other data were in
 * force. `version` is the version of the county that the decider saw.
 */
export async function acceptRevision(access: Access, revision: string, version: number) {
  const { db, caller, record } = access
  const found = await getRevision(access, revision)
  const county = await getCounty(access)
  if (found.state !== 'staged') throw refused('import-decided', { state: found.state })
  if (found.errors > 0) throw refused('import-has-errors', { errors: found.errors })
  if (found.parent !== county.head) throw refused('import-based-on-older')
  const { numUpdatedRows } = await db
    .updateTable('county')
    .set({ head: revision, version: version + 1 })
    .where('county', '=', caller.county)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw refused('store-stale', { what: caller.county, expected: version })
  await setState(access, revision, 'accepted')
  record({ action: 'accept', table: 'revision', subject: revision })
  record({ action: 'new head', table: 'county', subject: caller.county, facts: { revision } })
}

/** Lays a staged import aside for good; it stays to be read. */
export async function refuseRevision(access: Access, revision: string): Promise<void> {
  const found = await getRevision(access, revision)
  if (found.state !== 'staged') throw refused('import-decided', { state: found.state })
  await setState(access, revision, 'refused')
  access.record({ action: 'refuse', table: 'revision', subject: revision })
}

async function setState({ db, caller }: Access, revision: string, state: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('revision')
    .set({ state })
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('import-decided', { state: '?' })
}
