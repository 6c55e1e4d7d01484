import type { PlainDate } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
import { type Costs, isMade } from '../plan/plan.ts'
import { visitDates } from '../plan/visit-dates.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { travelOn, vehicleProfile } from '../travel/travel-table.ts'
import {
  type CheckCounty,
  type CheckGround,
  type ReadTravel,
  travelReader,
} from './check-ground.ts'
import { dutyOf } from './check-ride-route.ts'
import { yearly } from './check-stays.ts'

/** One vehicle's day out as it is paid for. */
interface PaidTour {
  vehicle: Vehicle
  metres: number
  seconds: number
}

interface PaidSite {
  yearCostFen: number
  staffHoursYear: number
}

/** Staff seconds of doorstep calls in the horizon, by the facility they start from. */
export function doorstepSeconds(ground: CheckGround): Map<string, number> {
  const spent = new Map<string, number>()
  for (const a of ground.plan.assignments) {
    if (a.mode !== 'doorstep') continue
    const kind = ground.sites.get(a.place)?.kind
    const service = ground.services.get(a.service)
    if (kind === undefined || service === undefined) continue
    const channel = service.channels.find((c) => c.mode === 'doorstep' && c.kind === kind)
    const calls = a.opportunities ?? callsWanted(ground, a.service)
    const rounds = Math.ceil(a.people / (channel?.capacityPerSession ?? Math.max(1, a.people)))
    const minutes = channel?.minutesPerPerson ?? 5
    const seconds = rounds * calls * 2 * a.seconds + a.people * calls * minutes * 60
    spent.set(a.place, (spent.get(a.place) ?? 0) + seconds)
  }
  return spent
}

function callsWanted(ground: CheckGround, service: string): number {
  const n = yearly(ground, service, ['minVisitsPerVillageYear', 'minServicesPerPersonYear'])
  return Math.max(1, Math.floor((n * ground.horizonDays) / 365 + 1e-9))
}

/** Staff hours a year of each building in use under the plan: its own, or those of the conversion. */
export function sitesPaid(ground: Pick<CheckGround, 'sites'>): Map<string, PaidSite> {
  const paid = new Map<string, PaidSite>()
  for (const [id, { facility, kind, decision }] of ground.sites) {
    const made = decision !== null && isMade(decision)
    const source = made ? facility.conversions.find((c) => c.toKind === kind) : facility
    paid.set(id, {
      yearCostFen: source?.yearCostFen ?? 0,
      staffHoursYear: source?.staffHoursYear ?? 0,
    })
  }
  return paid
}

/** The three cost columns of docs/methods/costs.md, from raw data, for today and for the plan. */
export function recomputeCosts(ground: CheckGround): { today: Costs; plan: Costs } {
  const { plan } = ground
  const planned = plan.tours.flatMap((tour): PaidTour[] => {
    const vehicle = ground.vehicles.get(tour.vehicle)
    if (vehicle === undefined) return []
    return [{ vehicle, metres: tour.metres, seconds: tour.finish - tour.depart }]
  })
  const capitalFen: Record<string, number> = {}
  for (const { capitalFen: fen, fund } of [...plan.sites].sort((a, b) =>
    (a.fund ?? 'none') < (b.fund ?? 'none') ? -1 : 1,
  ))
    if (fen > 0) capitalFen[fund ?? 'none'] = (capitalFen[fund ?? 'none'] ?? 0) + fen
  let calls = 0
  for (const seconds of doorstepSeconds(ground).values()) calls += seconds
  const rides = ridesPaid(ground)
  const sites = [...sitesPaid(ground).values()]
  return {
    today: costsToday(ground.base),
    plan: {
      ...columns(ground, sites, planned, { ...rides, seconds: rides.seconds + calls }),
      capitalFen,
    },
  }
}

const costsToday = oncePer((base: CheckCounty): Costs => {
  const open = base.county.facilities.filter((f) => f.state === 'open')
  const none = { seconds: 0, fen: 0 }
  return { ...columns(base, open, todaysTours(base), none), capitalFen: {} }
})

/** Rides over the horizon: cash, and seconds of duty × crew. A hired bus is paid by the kilometre, a bus line not at all. */
function ridesPaid(ground: CheckGround): { fen: number; seconds: number } {
  const { prices } = ground.county.settings
  let [fen, seconds] = [0, 0]
  for (const ride of ground.plan.rides) {
    if (ride.by === 'bus') continue
    const vehicle = ride.vehicle === null ? undefined : ground.vehicles.get(ride.vehicle)
    const perKm = vehicle ? vehicle.costPerKmFen || prices.fuelPerKmFen : prices.busPerKmFen
    const once = Math.round((ride.metres * perKm) / 1000) + (vehicle?.costPerDayFen ?? 0)
    fen += once * ride.dates.length
    seconds += dutyOf(ground, ride) * (vehicle?.crew ?? 0) * ride.dates.length
  }
  return { fen, seconds }
}

function columns(
  ground: CheckCounty,
  sites: readonly PaidSite[],
  tours: readonly PaidTour[],
  more: { fen: number; seconds: number },
): { cashFen: number; staffHours: number } {
  const { horizonDays, county } = ground
  const perYear = (amount: number) => (amount * 365) / horizonDays
  let [cash, hours] = [0, 0]
  for (const site of sites) {
    cash += site.yearCostFen
    hours += site.staffHoursYear
  }
  for (const vehicle of county.vehicles) cash += vehicle.yearCostFen
  let [road, crew] = [more.fen, more.seconds]
  for (const { vehicle, metres, seconds } of tours) {
    const perKm = vehicle.costPerKmFen || county.settings.prices.fuelPerKmFen
    road += Math.round((metres * perKm) / 1000) + vehicle.costPerDayFen
    crew += seconds * vehicle.crew
  }
  return {
    cashFen: cash + Math.round(perYear(road)),
    staffHours: Math.round((hours + perYear(crew) / 3600) * 100) / 100,
  }
}

/** Today's timetable as tours: always to the nearest stop not yet visited, then home. */
export const todaysTours = oncePer(
  (ground: CheckCounty): readonly (PaidTour & { date: PlainDate })[] => {
    const days = new Map<
      string,
      { vehicle: Vehicle; date: PlainDate; minutes: Map<string, number> }
    >()
    for (const line of ground.county.baseline.timetable) {
      const vehicle = ground.vehicles.get(line.vehicle)
      if (vehicle === undefined) continue
      for (const date of visitDates(line.rule, ground.county.settings, ground.workdays)) {
        const key = `${date} ${vehicle.id}`
        const day = days.get(key) ?? { vehicle, date, minutes: new Map<string, number>() }
        day.minutes.set(line.settlement, (day.minutes.get(line.settlement) ?? 0) + line.minutes)
        days.set(key, day)
      }
    }
    const readers = new Map<unknown, ReadTravel>()
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { vehicle, date, minutes }]) => {
        const table = travelOn(ground.travel, date).vehicle[vehicleProfile(vehicle)]
        const read = table && (readers.get(table) ?? travelReader(table))
        if (table && read) readers.set(table, read)
        const { seconds, metres } = nearestNext(vehicle.depot, [...minutes.keys()], read ?? null)
        let stay = 0
        for (const m of minutes.values()) stay += vehicle.setupSeconds + Math.round(m * 60)
        return { vehicle, date, metres, seconds: seconds + stay }
      })
  },
)

function nearestNext(
  depot: string,
  stops: readonly string[],
  read: ReadTravel | null,
): { seconds: number; metres: number } {
  const left = new Set([...stops].sort())
  const sum = { seconds: 0, metres: 0 }
  let at = depot
  const go = (to: string): void => {
    const leg = read?.(at, to)
    sum.seconds += leg?.seconds ?? 0
    sum.metres += leg?.metres ?? 0
    at = to
  }
  while (left.size > 0) {
    let next: string | null = null
    let best = Infinity
    for (const stop of left) {
      const seconds = read?.(at, stop)?.seconds ?? Number.MAX_SAFE_INTEGER
      if (seconds < best) [next, best] = [stop, seconds]
    }
    left.delete(next!)
    go(next!)
  }
  go(depot)
  return sum
}
