import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { maskedIdentity } from '@kuashan/core/people/identity-number.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import { newId } from '../database/new-id.ts'
import type { Access } from '../database/with-caller.ts'
import { identityIndex, sealed } from './people.ts'
import { spelledName } from './spell-name.ts'

export interface ImportedPeople {
  added: number
  changed: number
  unchanged: number
}

/** Rows of one statement. */
const atOnce = 1000

const contentIndex = ({ cipher, caller }: Access, row: RegisterRow): string =>
  cipher.index(JSON.stringify(row), `register ${caller.county}`)

const valuesOf = (access: Access, person: string, row: RegisterRow) => ({
  division: row.division,
  settlement: row.settlement,
  name: row.name,
  ...spelledName(row.name),
  birth_date: row.birthDate,
  birth_year: row.birthYear,
  identity_masked: row.identityNumber && maskedIdentity(row.identityNumber),
  identity_sealed: sealed(access, 'identity', person, row.identityNumber),
  identity_index: row.identityNumber && identityIndex(access, row.identityNumber),
  telephone_sealed: sealed(access, 'telephone', person, row.telephone),
  care: row.care,
  content_index: contentIndex(access, row),
})

async function registered({ db, caller }: Access, rows: readonly RegisterRow[]) {
  const found = await db
    .selectFrom('person')
    .select(['person', 'register_id', 'content_index', 'version'])
    .where('county', '=', caller.county)
    .where(
      'register_id',
      'in',
      rows.map(({ registerId }) => registerId),
    )
    .execute()
  return new Map(found.map((row) => [row.register_id, row]))
}

/** Numbers of these rows that are registered, in the caller's area, under another id. */
async function knownNumbers(access: Access, rows: readonly RegisterRow[]): Promise<Finding[]> {
  const byIndex = new Map(
    rows
      .filter(({ identityNumber }) => identityNumber !== null)
      .map((row) => [identityIndex(access, row.identityNumber!), row]),
  )
  if (byIndex.size === 0) return []
  const found = await access.db
    .selectFrom('person')
    .select(['identity_index', 'register_id'])
    .where('county', '=', access.caller.county)
    .where('identity_index', 'in', [...byIndex.keys()])
    .execute()
  return found.flatMap(({ identity_index: index, register_id: id }) => {
    const row = byIndex.get(index!)!
    const number = maskedIdentity(row.identityNumber!)
    return id === row.registerId
      ? []
      : [finding('identity-number-known', { path: row.registerId }, { number })]
  })
}

/** What importing these people would do: how many are new, changed or as they were, and numbers that are taken. */
export async function weighPeople(
  access: Access,
  people: readonly RegisterRow[],
): Promise<ImportedPeople & { findings: Finding[] }> {
  const sum = { added: 0, changed: 0, unchanged: 0 }
  const findings: Finding[] = []
  for (let at = 0; at < people.length; at += atOnce) {
    const rows = people.slice(at, at + atOnce)
    const there = await registered(access, rows)
    for (const row of rows) {
      const before = there.get(row.registerId)
      if (!before) sum.added++
      else if (before.content_index === contentIndex(access, row)) sum.unchanged++
      else sum.changed++
    }
    findings.push(...(await knownNumbers(access, rows)))
  }
  access.record({ action: 'check import', table: 'person', subject: '*', facts: { ...sum } })
  return { ...sum, findings }
}

async function importRows(access: Access, rows: readonly RegisterRow[], sum: ImportedPeople) {
  const { db, caller } = access
  const there = await registered(access, rows)
  const made = rows
    .filter(({ registerId }) => !there.has(registerId))
    .map((row) => {
      const person = newId()
      const { county, account } = caller
      const own = { county, person, register_id: row.registerId, made_by: account! }
      return { ...own, ...valuesOf(access, person, row) }
    })
  if (made.length > 0) await db.insertInto('person').values(made).execute()
  sum.added += made.length
  for (const row of rows) {
    const before = there.get(row.registerId)
    if (!before) continue
    if (before.content_index === contentIndex(access, row)) {
      sum.unchanged++
      continue
    }
    const at = { version: before.version + 1, changed_at: new Date().toISOString() }
    await db
      .updateTable('person')
      .set({ ...valuesOf(access, before.person, row), ...at })
      .where('county', '=', caller.county)
      .where('person', '=', before.person)
      .execute()
    sum.changed++
  }
}

/**
 * Brings the rows of a register in, all in the caller's transaction: new people are added, known ones (by their id in
 * the register) brought up to date. Nobody is taken out. One line in the log says how many. `onRows` is told how far it is,
 * and stops it by throwing.
 */
export async function importPeople(
  access: Access,
  people: readonly RegisterRow[],
  onRows: (done: number) => Promise<void> = async () => undefined,
): Promise<ImportedPeople> {
  const sum = { added: 0, changed: 0, unchanged: 0 }
  for (let at = 0; at < people.length; at += atOnce) {
    await onRows(at)
    await importRows(access, people.slice(at, at + atOnce), sum)
  }
  access.record({ action: 'import', table: 'person', subject: '*', facts: { ...sum } })
  return sum
}
