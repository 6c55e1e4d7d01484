import { type Finding, finding } from '../../kernel/finding.ts'

/** A line of a file with its number, counted from 1. */
export interface Line {
  row: number
  text: string
}

export const linesOf = (text: string): Line[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, k) => ({ row: k + 1, text: line.trim() }))
    .filter((line) => line.text !== '')

/** Where findings go, and which file they are of. */
export interface Notes {
  file: string
  findings: Finding[]
}

/** Beyond this, whole numbers are no longer exact, and sums of times no longer mean anything. */
const biggest = 1e12

/** A number for each field, and whatever else the line has. */
export type FieldNumbers<F extends readonly string[]> = [...{ [K in keyof F]: number }, ...number[]]

/** The numbers of a line, at least as many as `fields`; what is not one, or is missing, becomes a finding and null. */
export function numbersOf<const F extends readonly string[]>(
  line: Line,
  fields: F,
  notes: Notes,
): FieldNumbers<F> | null {
  const words = line.text.split(/[\s,]+/)
  const at = { file: notes.file, row: line.row }
  let good = true
  const numbers = words.map((word, k) => {
    const value = Number(word)
    if (word !== '' && Math.abs(value) <= biggest) return value
    notes.findings.push(
      finding('instance-not-a-number', at, { field: fields[k] ?? `#${k + 1}`, value: word }),
    )
    good = false
    return 0
  })
  if (numbers.length < fields.length) {
    notes.findings.push(
      finding('instance-line-short', at, { want: fields.length, have: numbers.length }),
    )
    return null
  }
  return good ? (numbers as FieldNumbers<F>) : null
}

/** Most vehicles of a depot, customers and depots that a heading may announce. */
export const mostCounted = 100_000

/** Says so where a number that counts something is none: whole, from `least` to `most`. */
export function isCount(
  value: number,
  field: string,
  line: Line,
  notes: Notes,
  { least = 1, most = mostCounted } = {},
): boolean {
  const good = Number.isInteger(value) && value >= least && value <= most
  if (!good)
    notes.findings.push(
      finding(
        'instance-kind-other',
        { file: notes.file, row: line.row },
        { field, value, known: `${least}–${most}` },
      ),
    )
  return good
}
