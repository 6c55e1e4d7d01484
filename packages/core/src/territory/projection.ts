import { ageCount } from '../catalogue/ages.ts'
import { apportion } from '../kernel/apportion.ts'
import { residentsByAge, sumOf } from './age-bands.ts'
import type { ProjectionRates } from './projection-rates.ts'
import type { AgeBand, Population } from './settlement.ts'

/** Five-year bands, for a place whose source gives none. */
const fiveYears: readonly Omit<AgeBand, 'people'>[] = Array.from({ length: 18 }, (_, k) => ({
  from: k * 5,
  to: k === 17 ? null : k * 5 + 4,
}))

const rateAt = (schedule: ProjectionRates['fertility']): Float64Array => {
  const rates = new Float64Array(ageCount)
  for (const { from, to, rate } of schedule.rates)
    for (let age = from; age <= Math.min(to ?? ageCount - 1, ageCount - 1); age++) rates[age] = rate
  return rates
}

/** What happened in one year of a projection, in expected people. */
export interface ProjectedYear {
  births: number
  deaths: number
  /** More came than went. */
  netMigration: number
}

export interface Projection {
  population: Population
  /** People by single year of age, before rounding. */
  byAge: Float64Array
  years: ProjectedYear[]
}

/**
 * People of one place after some years by the cohort-component method (docs/methods/projection.md): each year everybody
 * who survives is a year older, comes or goes by net migration, and women of each age have children. The result is in
 * whole people, in the bands of the source (five-year bands where it has none).
 */
export function project(population: Population, years: number, rates: ProjectionRates): Projection {
  const [fertility, mortality, migration] = [
    rateAt(rates.fertility),
    rateAt(rates.mortality),
    rateAt(rates.migration),
  ]
  const female =
    population.female !== undefined && population.total > 0
      ? population.female / population.total
      : rates.female
  let byAge: Float64Array = Float64Array.from(residentsByAge(population))
  const happened: ProjectedYear[] = []
  for (let year = 0; year < years; year++) {
    const next = new Float64Array(ageCount)
    const sum: ProjectedYear = { births: 0, deaths: 0, netMigration: 0 }
    for (let age = 0; age < ageCount; age++) {
      const people = byAge[age]!
      const deaths = people * mortality[age]!
      const moved = (people - deaths) * migration[age]!
      next[Math.min(age + 1, ageCount - 1)]! += people - deaths + moved
      sum.births += people * female * fertility[age]!
      sum.deaths += deaths
      sum.netMigration += moved
    }
    const infantDeaths = sum.births * mortality[0]!
    next[0] = sum.births - infantDeaths
    happened.push({ ...sum, deaths: sum.deaths + infantDeaths })
    byAge = next
  }
  return { population: inBands(population, byAge, rates, years), byAge, years: happened }
}

/** Whole people in the bands of the source; no year at all leaves it as it is. */
function inBands(
  population: Population,
  byAge: Float64Array,
  rates: ProjectionRates,
  years: number,
): Population {
  if (years <= 0) return population
  const exact = byAge.reduce((a, b) => a + b, 0)
  const total = Math.round(exact)
  const shape = population.bands.length > 0 ? population.bands : fiveYears
  const shares = shape.map((b) => sumOf(byAge, b.from, b.to))
  const covered = shares.reduce((a, b) => a + b, 0)
  const counts = apportion([...shares, Math.max(0, exact - covered)], total)
  const bands = shape.map((b, k) => ({ from: b.from, to: b.to, people: counts[k]! }))
  if (population.female === undefined || population.male === undefined) return { total, bands }
  const known = population.female + population.male
  const share = known > 0 ? population.female / known : rates.female
  const women = Math.round(total * share)
  return { total, female: women, male: total - women, bands }
}
