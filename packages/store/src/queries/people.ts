import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { Care } from '@kuashan/core/people/care.ts'
import { identityNumber, maskedIdentity } from '@kuashan/core/people/identity-number.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { Refused, refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { spelledName } from './spell-name.ts'

/** A person as lists show them: the identity number masked, of the day of birth the year; telephone and care not at all. */
export const Person = z.object({
  person: z.string(),
  division: z.string(),
  settlement: z.string().nullable(),
  name: z.string(),
  birthYear: z.number().int().nullable(),
  identity: z.string().nullable(),
  version: z.number().int(),
})
export type Person = z.infer<typeof Person>

export interface NewPerson {
  division: string
  settlement?: string | undefined
  name: string
  identityNumber?: string | undefined
  telephone?: string | undefined
}

export const personColumns = [
  'person',
  'division',
  'settlement',
  'name',
  'birth_year as birthYear',
  'identity_masked as identity',
  'version',
] as const

/** Equal numbers of one county have one index; the same number in another county has another. */
export const identityIndex = ({ cipher, caller }: Access, number: string): string =>
  cipher.index(number, `identity ${caller.county}`)

export const sealed = (
  { cipher }: Access,
  field: string,
  person: string,
  text: string | null | undefined,
) => (text == null ? null : cipher.seal(text, `${field} ${person}`))

/** Registers a person. `today` bounds the day of birth that an identity number may state. Returns the id. */
export async function registerPerson(access: Access, made: NewPerson, today: PlainDate) {
  const { db, caller, record } = access
  const identity = made.identityNumber ? identityNumber(made.identityNumber, today) : null
  if (identity && 'finding' in identity) throw new Refused(identity.finding)
  const person = newId()
  await db
    .insertInto('person')
    .values({
      county: caller.county,
      person,
      division: made.division,
      settlement: made.settlement ?? null,
      name: made.name,
      ...spelledName(made.name),
      birth_date: identity?.birthDate ?? null,
      birth_year: identity ? Number(identity.birthDate.slice(0, 4)) : null,
      identity_masked: identity ? maskedIdentity(identity.number) : null,
      identity_sealed: sealed(access, 'identity', person, identity?.number),
      identity_index: identity ? identityIndex(access, identity.number) : null,
      telephone_sealed: sealed(access, 'telephone', person, made.telephone),
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'register', table: 'person', subject: person })
  return person
}

/** The person with this identity number, or null. */
export async function findByIdentity(access: Access, number: string, today: PlainDate) {
  const { db, caller, record } = access
  const identity = identityNumber(number, today)
  if ('finding' in identity) throw new Refused(identity.finding)
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('county', '=', caller.county)
    .where('identity_index', '=', identityIndex(access, identity.number))
    .executeTakeFirst()
  record({ action: 'search', table: 'person', subject: row?.person ?? '*' })
  return row ? Person.parse(row) : null
}

/** One person, masked. */
export async function getPerson({ db, caller, record }: Access, person: string): Promise<Person> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('county', '=', caller.county)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: person })
  record({ action: 'look', table: 'person', subject: person })
  return Person.parse(row)
}

/** A person with what is otherwise sealed: logged as a look of its own. */
export async function openPerson(access: Access, person: string) {
  const { db, caller, cipher, record } = access
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .select(['identity_sealed', 'telephone_sealed', 'birth_date as birthDate', 'care'])
    .where('county', '=', caller.county)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: person })
  record({ action: 'open', table: 'person', subject: person })
  const { identity_sealed: identity, telephone_sealed: telephone, birthDate, care, ...shown } = row
  return {
    ...Person.parse(shown),
    birthDate: PlainDate.nullable().parse(birthDate),
    care: Care.array().parse(care),
    identityNumber: identity && cipher.open(identity, `identity ${person}`),
    telephone: telephone && cipher.open(telephone, `telephone ${person}`),
  }
}

/** Somebody has moved: inside the caller's area, from the version that the caller saw. */
export async function movePerson(
  { db, caller, record }: Access,
  person: string,
  to: { division: string; settlement: string | null },
  version: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ ...to, version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('person', '=', person)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: person, expected: version })
  record({ action: 'move', table: 'person', subject: person, facts: to })
}
