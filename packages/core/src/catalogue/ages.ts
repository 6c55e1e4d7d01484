import type { Prevalence } from './prevalence.ts'

/** Single years 0 to 100; the last stands for 100 and over. */
export const ageCount = 101

/** Residents as a source gives them: `to` null is open-ended; no bands where it gives none. */
export interface AgedPopulation {
  total: number
  bands: readonly { from: number; to: number | null; people: number }[]
}

/** Shares of residents by single year, summing to 1; within a band of the table even, above 80 falling as the table does. */
export function agePyramid(table: Prevalence): Float64Array {
  const shares = new Float64Array(ageCount)
  for (const { from, to, share } of table.ages.bands)
    for (let age = from; age <= Math.min(to, ageCount - 1); age++)
      shares[age]! += share / (to - from + 1)
  const sum = shares.reduce((a, b) => a + b, 0)
  return sum > 0 ? shares.map((s) => s / sum) : shares.fill(1 / ageCount)
}

/**
 * People by single year of age. A closed band is spread evenly over its years, an open one as the pyramid falls.
 * People in `total` beyond the bands are spread over the ages no band names; bands that sum to more are scaled
 * down to the total. Without bands the pyramid is used throughout.
 */
export function peopleByAge(population: AgedPopulation, pyramid: Float64Array): Float64Array {
  const people = new Float64Array(ageCount)
  const free = new Uint8Array(ageCount).fill(1)
  let given = 0
  for (const band of population.bands) {
    const last = Math.min(band.to ?? ageCount - 1, ageCount - 1)
    const first = Math.min(band.from, last)
    spread(people, band.people, first, last, band.to === null ? pyramid : null)
    free.fill(0, first, last + 1)
    given += band.people
  }
  const rest = population.total - given
  if (Math.abs(rest) < 1e-9) return people
  const weights = pyramid.map((share, age) => share * free[age]!)
  const open = weights.reduce((a, b) => a + b, 0)
  if (rest > 0 && open > 0)
    for (let age = 0; age < ageCount; age++) people[age]! += (rest * weights[age]!) / open
  else if (given > 0)
    for (let age = 0; age < ageCount; age++) people[age]! *= population.total / given
  return people
}

function spread(
  people: Float64Array,
  count: number,
  first: number,
  last: number,
  weights: Float64Array | null,
): void {
  let sum = 0
  for (let age = first; age <= last; age++) sum += weights?.[age] ?? 1
  for (let age = first; age <= last; age++)
    people[age]! += sum > 0 ? (count * (weights?.[age] ?? 1)) / sum : count / (last - first + 1)
}

/** Whether the source itself says who is how old: bands that cover everybody. */
export const agesKnown = (population: AgedPopulation): boolean =>
  population.bands.length > 0 &&
  Math.abs(population.bands.reduce((sum, b) => sum + b.people, 0) - population.total) < 0.5
