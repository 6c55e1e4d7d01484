import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { DivisionCode } from '../territory/division.ts'
import { Care } from './care.ts'
import { identityNumber } from './identity-number.ts'
import { currentFormat, upgradePersonFile } from './person-file-formats.ts'

/** Where a person lived and how a county’s own register called them there. */
export const PersonPlace = z.strictObject({
  /** County that had the person in its register. */
  county: DivisionCode,
  /** Village, with its name as it was. */
  division: DivisionCode,
  divisionName: z.string().max(100).nullable(),
  settlement: z.string().max(100).nullable(),
  settlementName: z.string().max(100).nullable(),
  registerId: z.string().max(100).nullable(),
})
export type PersonPlace = z.infer<typeof PersonPlace>

/**
 * All that a county keeps of a person, as it goes to another county: read there without this program’s database. The
 * newest place comes first. Written in the newest format; older ones are read through `upgradePersonFile`.
 */
export const PersonFile = z.strictObject({
  kind: z.literal('kuashan-person'),
  format: z.literal(currentFormat),
  madeOn: PlainDate,
  person: z.strictObject({
    name: z.string().min(1).max(100),
    /** Checked by GB 11643 when it is read; null for somebody without papers. */
    identityNumber: z.string().nullable(),
    birthDate: PlainDate.nullable(),
    birthYear: z.number().int().min(1850).max(2200).nullable(),
    telephone: z.string().max(50).nullable(),
    care: z.array(Care).max(20),
  }),
  places: z.array(PersonPlace).min(1).max(100),
})
export type PersonFile = z.infer<typeof PersonFile>

/** The file with its number as registers hold it, or what is wrong with the person; no finding ever holds the number. */
function checkedPerson(
  file: PersonFile,
  today: PlainDate,
): { file: PersonFile | null; findings: Finding[] } {
  const { person } = file
  if (person.identityNumber === null) return { file, findings: [] }
  const read = identityNumber(person.identityNumber, today)
  if ('finding' in read) return { file: null, findings: [read.finding] }
  if (person.birthDate !== null && person.birthDate !== read.birthDate) {
    const findings = [finding('birth-date-differs', { path: 'person.birthDate' })]
    return { file: null, findings }
  }
  return { file: { ...file, person: { ...person, identityNumber: read.number } }, findings: [] }
}

/** A file of another county as it came, of this or an earlier format; null with findings where it cannot be taken over. */
export function readPersonFile(
  document: unknown,
  today: PlainDate,
): { file: PersonFile | null; findings: Finding[] } {
  const upgraded = upgradePersonFile(document)
  if ('findings' in upgraded) return { file: null, findings: upgraded.findings }
  const parsed = PersonFile.safeParse(upgraded.document)
  if (!parsed.success) {
    const paths = [...new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.')))]
    return {
      file: null,
      // The words of an issue may repeat what was sent, which may be a number: the path alone is said.
      findings: paths.map((path) => finding('person-file-malformed', { path }, { path })),
    }
  }
  return checkedPerson(parsed.data, today)
}
