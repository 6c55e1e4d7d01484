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

/** What is wrong with the person of a file; no finding ever holds the number. */
function lintPerson({ person }: PersonFile, today: PlainDate): Finding[] {
  if (person.identityNumber === null) return []
  const read = identityNumber(person.identityNumber, today)
  if ('finding' in read) return [read.finding]
  return person.birthDate !== null && person.birthDate !== read.birthDate
    ? [finding('birth-date-differs', { path: 'person.birthDate' })]
    : []
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
  const findings = lintPerson(parsed.data, today)
  return { file: findings.length === 0 ? parsed.data : null, findings }
}
