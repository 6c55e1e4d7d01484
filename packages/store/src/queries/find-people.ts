import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { placesOf } from '@kuashan/core/territory/area.ts'
import type { Access } from '../database/with-caller.ts'
import { findByIdentity, Person, personColumns } from './people.ts'
import { plainLetters } from './spell-name.ts'

/** Rows of one answer: enough to choose from, too few to copy a register by. */
const most = 50

type SearchColumn = 'name' | 'pinyin' | 'initials'

/**
 * LIKE would first let the policies judge every row, as it is not leakproof: 250,000 people took a second. Comparisons
 * and `starts_with` are, so an index serves them.
 */
async function beginning({ db, caller }: Access, column: SearchColumn, typed: string) {
  let query = db
    .selectFrom('person')
    .select(personColumns)
    .where('county', '=', caller.county)
    .where((eb) => eb.fn<boolean>('starts_with', [column, eb.val(typed)]))
  // The policy says the same; said here too, the index by place can serve a township.
  if (caller.area !== '' && caller.purpose !== 'emergency')
    query = query.where((eb) =>
      eb.or(
        placesOf(caller.area).map((place) =>
          eb.between('division', place.padEnd(12, '0'), place.padEnd(12, '9')),
        ),
      ),
    )
  const rows = await query.orderBy(column).orderBy('person').limit(most).execute()
  return rows.map((row) => Person.parse(row))
}

const hasHan = /\p{Script=Han}/u
const isNumber = /^\d{17}[\dXxＸ]$/

async function found(access: Access, typed: string): Promise<Person[]> {
  if (hasHan.test(typed)) return beginning(access, 'name', typed.replace(/\s+/g, ''))
  const letters = plainLetters(typed)
  if (letters === '') return []
  const both = [
    ...(await beginning(access, 'initials', letters)),
    ...(await beginning(access, 'pinyin', letters)),
  ]
  return [...new Map(both.map((person) => [person.person, person])).values()].slice(0, most)
}

/**
 * People whose name, pinyin or initials begin so, or whose whole identity number it is; at most 50, in the caller's area.
 * The search and every person shown are logged; what was typed is not, as it may be a name or a number.
 */
export async function findPeople(
  access: Access,
  text: string,
  today: PlainDate,
): Promise<{ people: Person[]; more: boolean }> {
  const typed = text.trim()
  if (isNumber.test(typed)) {
    const person = await findByIdentity(access, typed, today)
    return { people: person ? [person] : [], more: false }
  }
  const people = await found(access, typed)
  const { record } = access
  record({ action: 'search', table: 'person', subject: '*', facts: { found: people.length } })
  for (const { person } of people) record({ action: 'look', table: 'person', subject: person })
  return { people, more: people.length === most }
}
