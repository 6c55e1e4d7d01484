import { byText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import type { County } from '../plan/county.ts'
import type { Plan, Tour } from '../plan/plan.ts'
import type { Facility } from '../resources/facility.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { secondsAt } from '../travel/read-table.ts'
import { type CountyTravel, vehicleProfile } from '../travel/travel-table.ts'
import type { CostedPlace, CostedVisit } from './unit-cost.ts'

/**
 * A plan's tours as costed places, by settlement of the stop. What a tour spends on the way is shared among its stops
 * in proportion to the direct way from its depot (a far stop is why the tour goes far), equally where that is
 * not known; waiting and the allowance of the day equally.
 */
export function costedTours(
  county: County,
  plan: Pick<Plan, 'stops' | 'tours'>,
  travel: CountyTravel,
  whereOf: (settlement: string) => CostedPlace['where'],
): CostedPlace[] {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const stops = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const found = new Map<string, CostedVisit[]>()
  for (const tour of plan.tours) {
    const vehicle = vehicles.get(tour.vehicle)
    if (vehicle === undefined) continue
    const places = tour.visits.map((v) => stops.get(v.stop) ?? v.stop)
    costedVisits(tour, vehicle, wayShares(places, vehicle, travel)).forEach((visit, k) => {
      found.set(places[k]!, [...(found.get(places[k]!) ?? []), visit])
    })
  }
  return [...found]
    .map(([place, visits]) => ({ place, where: whereOf(place), visits }))
    .sort(byText((x) => x.place))
}

function costedVisits(tour: Tour, vehicle: Vehicle, shares: readonly number[]): CostedVisit[] {
  const n = tour.visits.length
  const out = tour.finish - tour.depart
  const served = tour.visits.reduce((sum, v) => sum + v.leave - v.arrive, 0)
  const waiting = Math.max(0, out - tour.driveSeconds - served)
  return tour.visits.map((visit, k) => {
    const serviceSeconds = visit.leave - visit.arrive
    const driveSeconds = tour.driveSeconds * shares[k]!
    const idleSeconds = waiting / n
    return {
      serviceSeconds,
      driveSeconds,
      idleSeconds,
      metres: tour.metres * shares[k]!,
      crewHours: (vehicle.crew * (serviceSeconds + driveSeconds + idleSeconds)) / 3600,
      personTimes: visit.personTimes,
      otherFen: vehicle.costPerDayFen / n,
    }
  })
}

function wayShares(places: readonly string[], vehicle: Vehicle, travel: CountyTravel): number[] {
  const equal = places.map(() => 1 / places.length)
  const table = travel.vehicle[vehicleProfile(vehicle)]
  if (table === undefined) return equal
  const row = table.from.indexOf(vehicle.depot)
  if (row < 0) return equal
  const seconds = places.map((place) => {
    const column = table.to.indexOf(place)
    return column < 0 ? UNREACHABLE : secondsAt(table, row, column)
  })
  const sum = seconds.reduce((a, b) => a + b, 0)
  if (sum <= 0 || seconds.includes(UNREACHABLE)) return equal
  return seconds.map((s) => s / sum)
}

/**
 * A year of a fixed site as a costed place: its staff hours beyond those that serve people are idle.
 * @param minutesPerPerson staff time one person-time takes
 */
export function costedSite(
  facility: Facility,
  where: CostedPlace['where'],
  personTimesYear: number,
  minutesPerPerson: number,
): CostedPlace {
  const paid = facility.staffHoursYear * 3600
  const serviceSeconds = Math.min(paid, personTimesYear * minutesPerPerson * 60)
  return {
    place: facility.id,
    where,
    visits: [
      {
        serviceSeconds,
        driveSeconds: 0,
        idleSeconds: paid - serviceSeconds,
        metres: 0,
        crewHours: facility.staffHoursYear,
        personTimes: personTimesYear,
        otherFen: facility.yearCostFen,
      },
    ],
  }
}
