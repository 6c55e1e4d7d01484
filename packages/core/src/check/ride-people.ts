import { dayNumber } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Ride } from '../plan/plan.ts'
import type { CheckGround } from './check-ground.ts'
import { yearly } from './check-stays.ts'

const daysOf = oncePer((ride: Ride) => ride.dates.map(dayNumber))

const frequencies = ['minVisitsPerVillageYear', 'minServicesPerPersonYear']

/**
 * People expected on one date of each ride (docs/methods/rides.md): of those assigned to it, with a floor of n services
 * people × n ÷ rides a year; in education everybody; else people × uptake. Rides are those planned for the place and
 * service, or those wanted where fewer are planned.
 */
export function peopleExpected(ground: CheckGround): Map<string, number> {
  const rides = new Map(ground.plan.rides.map((r) => [r.id, r]))
  const lines = ground.plan.assignments.filter((a) => a.mode === 'ride')
  const days = new Map<string, Set<number>>()
  for (const a of lines) {
    const key = `${a.settlement} ${a.service}`
    const own = days.get(key) ?? new Set<number>()
    const ride = rides.get(a.place)
    if (ride !== undefined) for (const day of daysOf(ride)) own.add(day)
    days.set(key, own)
  }
  const uptake = ground.county.settings.assumptions.uptakePerVisit ?? 0.12
  const expected = new Map<string, number>()
  for (const a of lines) {
    const n = yearly(ground, a.service, ['minServicesPerPersonYear'])
    const wanted = Math.ceil(
      (yearly(ground, a.service, frequencies) * ground.horizonDays) / 365 - 1e-9,
    )
    const count = Math.max(wanted, days.get(`${a.settlement} ${a.service}`)?.size ?? 0)
    const perYear = (count * 365) / ground.horizonDays
    const all = ground.services.get(a.service)?.domain === 'education'
    const people = all
      ? a.people
      : n > 0 && perYear > 0
        ? (a.people * n) / perYear
        : a.people * uptake
    expected.set(a.place, (expected.get(a.place) ?? 0) + people)
  }
  return expected
}
