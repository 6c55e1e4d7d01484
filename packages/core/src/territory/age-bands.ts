import { ageCount, agePyramid, peopleByAge } from '../catalogue/ages.ts'
import { prevalence } from '../catalogue/prevalence.ts'
import { apportion } from '../kernel/apportion.ts'
import type { AgeBand, Population } from './settlement.ts'

const pyramid = agePyramid(prevalence())

/** People by single year of age as the population's own bands say; by the pyramid of the catalogue where they say nothing. */
export const residentsByAge = (population: Population): Float64Array =>
  peopleByAge(population, pyramid)

/** First ages of bands, ascending; the last band is open-ended. */
export const breaksOf = (bands: readonly AgeBand[]): number[] => {
  const breaks = bands.flatMap((b) => (b.to === null ? [b.from] : [b.from, b.to + 1]))
  return [...new Set(breaks)].filter((age) => age < ageCount).sort((a, b) => a - b)
}

/** One band cut at the breaks inside it; a whole number of people stays a sum of whole numbers. */
function cut(band: AgeBand, breaks: readonly number[]): AgeBand[] {
  const inner = breaks.filter((age) => age > band.from && (band.to === null || age <= band.to))
  if (inner.length === 0) return [band]
  const byAge = peopleByAge({ total: 1, bands: [{ ...band, people: 1 }] }, pyramid)
  const firsts = [band.from, ...inner]
  const parts = firsts.map((from, k) => {
    const next = firsts[k + 1]
    const to = next === undefined ? band.to : next - 1
    return { from, to, share: sumOf(byAge, from, to) }
  })
  const shares = parts.map((p) => p.share)
  const people = Number.isInteger(band.people)
    ? apportion(shares, band.people)
    : shares.map((share) => share * band.people)
  return parts.map(({ from, to }, k) => ({ from, to, people: people[k]! }))
}

/** People of the ages from `from` up to and including `to`. */
export function sumOf(byAge: Float64Array, from: number, to: number | null): number {
  let sum = 0
  for (let age = from; age <= Math.min(to ?? ageCount - 1, ageCount - 1); age++) sum += byAge[age]!
  return sum
}

/** The same people in finer bands: every band cut where a break lies inside it. */
export const cutAt = (bands: readonly AgeBand[], breaks: readonly number[]): AgeBand[] =>
  bands.flatMap((band) => cut(band, breaks))
