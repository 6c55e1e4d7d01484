import { type Finding, finding } from '../kernel/finding.ts'

/** The format that is written. A new one comes with the step that leads to it from the one before. */
export const currentFormat = 2

type Document = { [key: string]: unknown }

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Format 1 held a person flat, of one county, as the register was before it had numbers of its own, years of birth and
 * care marks: `county`, `village`, `settlement`, `name`, `identityNumber`, `birthDate`, `telephone`.
 */
function fromFormat1(one: Document): Document {
  const { county, village, settlement, name, identityNumber, birthDate, telephone, ...rest } = one
  const year = typeof birthDate === 'string' ? Number(birthDate.slice(0, 4)) : null
  return {
    ...rest,
    format: 2,
    person: {
      name,
      identityNumber: identityNumber ?? null,
      birthDate: birthDate ?? null,
      birthYear: year,
      telephone: telephone ?? null,
      care: [],
    },
    places: [
      {
        county,
        division: village,
        divisionName: null,
        settlement: settlement ?? null,
        settlementName: null,
        registerId: null,
      },
    ],
  }
}

/** From each format to the next one. */
const steps: Readonly<Record<number, (document: Document) => Document>> = { 1: fromFormat1 }

/** A document of any known format in the newest one. Whether it is whole is for its schema to say. */
export function upgradePersonFile(
  document: unknown,
): { document: Document } | { findings: Finding[] } {
  if (!isDocument(document) || document.kind !== 'kuashan-person')
    return { findings: [finding('person-file-malformed', { path: 'kind' }, { path: 'kind' })] }
  let upgraded = document
  while (upgraded.format !== currentFormat) {
    const { format } = upgraded
    const step = typeof format === 'number' ? steps[format] : undefined
    if (!step) {
      const facts = { format: String(format).slice(0, 20), newest: currentFormat }
      return { findings: [finding('person-file-format-unknown', { path: 'format' }, facts)] }
    }
    upgraded = step(upgraded)
  }
  return { document: upgraded }
}
