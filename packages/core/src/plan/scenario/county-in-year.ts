import { needOf, needRates } from '../../catalogue/need.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { StaffMember } from '../../resources/staff.ts'
import { project } from '../../territory/projection.ts'
import { assumedRates, projectionRates } from '../../territory/projection-rates.ts'
import type { Settlement } from '../../territory/settlement.ts'
import type { CountyInput } from '../county.ts'
import { withCounty } from './named-row.ts'

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))

/** The same day some years earlier; 29 February becomes the 28th. */
const yearsBefore = (date: PlainDate, years: number): PlainDate =>
  `${String(yearOf(date) - years).padStart(4, '0')}${date.slice(4).replace('02-29', '02-28')}` as PlainDate

/** Staff on today's calendar as they will be: a doctor who retires in five years has retired. */
const aged = (staff: StaffMember, years: number): StaffMember => ({
  ...staff,
  ...(staff.birthYear === undefined ? {} : { birthYear: staff.birthYear - years }),
  ...(staff.retiresOn === undefined ? {} : { retiresOn: yearsBefore(staff.retiresOn, years) }),
})

const rateWords = { fertility: '生育', mortality: '死亡', migration: '迁移' }

/**
 * The county with the people of a later year: settlements projected by cohorts, known numbers of people in need in step
 * with their estimate, staff older. Calendar, roads, prices and standards stay those of today, so that what differs is
 * the people. A year that is past or now changes nothing.
 */
export function countyInYear(
  input: CountyInput,
  year: number,
): { input: CountyInput; findings: Finding[] } {
  const years = year - yearOf(input.county.settings.asOf)
  if (years <= 0) return { input, findings: [] }
  const rates = projectionRates(input.county.settings.projection)
  const needs = needRates(input.county.settings.assumptions)
  const grown = (s: Settlement): Settlement => {
    const { population } = project(s.permanent, years, rates)
    const known = Object.entries(s.needs).map(([id, people]): [string, number] => {
      const service = input.catalogue.services.find((x) => x.id === id)
      if (service === undefined) return [id, people]
      const estimate = (of: Settlement['permanent']) =>
        needOf(service, { population: of, needs: {}, place: {} }, needs).people
      const before = estimate(s.permanent)
      return [id, before > 0 ? Math.round((people * estimate(population)) / before) : people]
    })
    return { ...s, permanent: population, needs: Object.fromEntries(known) }
  }
  const { settlements, staff } = input.county
  const later = withCounty(input, {
    settlements: settlements.map(grown),
    staff: staff.map((s) => aged(s, years)),
  })
  const people = (of: CountyInput) =>
    of.county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)
  const names = assumedRates(rates)
  const facts = {
    year,
    before: people(input),
    after: people(later),
    assumed: names.join(', ') || 'none',
    assumedZh: names.map((n) => rateWords[n]).join('、') || '无',
  }
  return { input: later, findings: [finding('population-projected', {}, facts)] }
}
