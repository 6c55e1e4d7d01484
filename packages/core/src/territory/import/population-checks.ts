import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { Settlement } from '../settlement.ts'

interface Counted {
  settlement: Settlement
  at: Place
  /** The source gives no number. */
  unknown: boolean
}

/** Counts may be expected numbers, so half a person is no difference. */
const TOLERANCE = 0.5
/** Fewer rows than this may well share populations. */
const EVEN_ROWS = 50
/** Rows for each distinct population from which they look spread. */
const EVEN_SHARE = 5

const rowFindings = ({ settlement, at, unknown }: Counted): Finding[] =>
  unknown
    ? [finding('population-unknown', at, { name: settlement.name })]
    : checkPopulation(settlement, at)

/** What does not add up in the numbers of one settlement: age bands and sexes against the total. */
export function checkPopulation({ name, permanent }: Settlement, at: Place): Finding[] {
  const { total, female, male, bands } = permanent
  const findings: Finding[] = []
  const sum = bands.reduce((people, band) => people + band.people, 0)
  if (bands.length > 0 && Math.abs(sum - total) > TOLERANCE)
    findings.push(
      finding('age-bands-not-total', at, { name, sum, total, difference: Math.abs(sum - total) }),
    )
  if (female !== undefined && male !== undefined && Math.abs(female + male - total) > TOLERANCE)
    findings.push(finding('sexes-not-total', at, { name, female, male, sum: female + male, total }))
  return findings
}

/** What does not add up in each row, and what is odd about all of them together. */
export function checkPopulations(rows: readonly Counted[], file: string): Finding[] {
  const findings = rows.flatMap(rowFindings)
  const known = rows.filter((row) => !row.unknown)
  if (known.length > 0 && known.every((row) => row.settlement.permanent.bands.length === 0))
    findings.push(finding('age-bands-absent', { file }))
  const distinct = new Set(
    known.map(
      ({ settlement: { permanent: p, division } }) =>
        `${division.slice(0, 6)}/${p.total}/${p.female}/${p.male}`,
    ),
  ).size
  if (known.length >= EVEN_ROWS && distinct * EVEN_SHARE <= known.length)
    findings.push(finding('populations-spread-evenly', { file }, { rows: known.length, distinct }))
  return findings
}
