import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { maskedIdentity } from '@kuashan/core/people/identity-number.ts'
import type { PersonFile, PersonPlace } from '@kuashan/core/people/person-file.ts'
import { currentFormat } from '@kuashan/core/people/person-file-formats.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { identityIndex, openPerson, sealed } from './people.ts'
import { spelledName } from './spell-name.ts'

/** Names of a place, for a county that does not know this one’s codes. */
export type NamesOfPlace = (place: { division: string; settlement: string | null }) => {
  divisionName: string | null
  settlementName: string | null
}

/** Places that came with the person’s own file, newest first; none where they were registered here first. */
async function earlierPlaces(access: Access, person: string): Promise<PersonPlace[]> {
  const { db, caller, cipher } = access
  const row = await db
    .selectFrom('person_file')
    .select('file_sealed')
    .where('county', '=', caller.county)
    .where('person', '=', person)
    .where('direction', '=', 'in')
    .executeTakeFirst()
  if (!row?.file_sealed) return []
  return (JSON.parse(cipher.open(row.file_sealed, `file ${person}`)) as PersonFile).places
}

async function keepFile(
  { db, caller }: Access,
  person: string,
  row: { direction: 'in' | 'out'; file_sealed: Buffer | null },
): Promise<void> {
  const own = { county: caller.county, person_file: newId(), person, format: currentFormat }
  await db
    .insertInto('person_file')
    .values({ ...own, ...row, made_by: caller.account! })
    .execute()
}

/** All that is kept of a person, for another county: logged as an export of its own, with its reason. */
export async function exportPerson(
  access: Access,
  person: string,
  namesOf: NamesOfPlace,
  today: PlainDate,
): Promise<PersonFile> {
  const { db, caller, record } = access
  const { name, identityNumber, birthDate, birthYear, telephone, care, division, settlement } =
    await openPerson(access, person)
  const { register_id: registerId } = await db
    .selectFrom('person')
    .select('register_id')
    .where('county', '=', caller.county)
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const names = namesOf({ division, settlement })
  const here = { county: caller.county, division, settlement, ...names, registerId }
  const file: PersonFile = {
    kind: 'kuashan-person',
    format: currentFormat,
    madeOn: today,
    person: { name, identityNumber, birthDate, birthYear, telephone, care },
    places: [here, ...(await earlierPlaces(access, person))],
  }
  await keepFile(access, person, { direction: 'out', file_sealed: null })
  record({ action: 'export', table: 'person', subject: person })
  return file
}

/** Takes a person over from another county’s file, at the place where they live now. Refuses somebody who is here already. */
export async function takePersonOver(
  access: Access,
  file: PersonFile,
  now: { division: string; settlement: string | null },
): Promise<string> {
  const { db, caller, record } = access
  const { name, identityNumber, birthDate, birthYear, telephone, care } = file.person
  const index = identityNumber === null ? null : identityIndex(access, identityNumber)
  const known =
    index !== null &&
    (await db
      .selectFrom('person')
      .select('person')
      .where('county', '=', caller.county)
      .where('identity_index', '=', index)
      .executeTakeFirst())
  if (known) throw refused('person-known-here')
  const person = newId()
  await db
    .insertInto('person')
    .values({
      county: caller.county,
      person,
      ...now,
      name,
      ...spelledName(name),
      birth_date: birthDate,
      birth_year: birthYear,
      identity_masked: identityNumber && maskedIdentity(identityNumber),
      identity_sealed: sealed(access, 'identity', person, identityNumber),
      identity_index: index,
      telephone_sealed: sealed(access, 'telephone', person, telephone),
      care,
      made_by: caller.account!,
    })
    .execute()
  const whole = access.cipher.seal(JSON.stringify(file), `file ${person}`)
  await keepFile(access, person, { direction: 'in', file_sealed: whole })
  const facts = { from: file.places[0]!.county }
  record({ action: 'take over', table: 'person', subject: person, facts })
  return person
}
