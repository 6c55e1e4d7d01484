import type { PlainDate } from '../kernel/calendar.ts'
import { byText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { cellAt, placesIn } from '../travel/read-table.ts'
import {
  type TravelTable,
  travelOn,
  vehicleProfile,
  type YearTravel,
} from '../travel/travel-table.ts'
import { costsOf, type PaidTour } from './costs.ts'
import type { County } from './county.ts'
import type { Costs } from './plan.ts'
import { visitDates } from './visit-dates.ts'
import { workdaysOf } from './workdays.ts'

/** Today in the three columns: open sites, all vehicles, the present timetable as tours (docs/methods/costs.md). */
export const costsToday = (county: County, travel: YearTravel): Costs =>
  costsOf(county, { sites: [], tours: toursToday(county, travel), calls: [], rides: [] })

/** One vehicle's day out by the present timetable, with the seconds it serves at each settlement, set-up included. */
export interface DayOut {
  vehicle: Vehicle
  date: PlainDate
  stays: { settlement: string; seconds: number }[]
  metres: number
  driveSeconds: number
}

/** The present timetable as tours. */
export const toursToday = (county: County, travel: YearTravel): PaidTour[] =>
  daysOutToday(county, travel).map(({ vehicle, metres, driveSeconds, stays }) => ({
    vehicle,
    metres,
    seconds: stays.reduce((sum, s) => sum + s.seconds, driveSeconds),
  }))

/** The present timetable by day and vehicle: always to the nearest stop not yet visited, then home. */
export function daysOutToday(county: County, travel: YearTravel): DayOut[] {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const workdays = new Set(workdaysOf(county.settings))
  const days = new Map<string, { vehicle: Vehicle; date: PlainDate; stay: Map<string, number> }>()
  for (const line of county.baseline.timetable) {
    const vehicle = vehicles.get(line.vehicle)
    if (vehicle === undefined) continue
    for (const date of visitDates(line.rule, county.settings, workdays)) {
      const key = `${date} ${vehicle.id}`
      const day = days.get(key) ?? { vehicle, date, stay: new Map<string, number>() }
      day.stay.set(line.settlement, (day.stay.get(line.settlement) ?? 0) + line.minutes)
      days.set(key, day)
    }
  }
  return [...days].sort(byText(([key]) => key)).map(([, { vehicle, date, stay }]) => {
    const table = travelOn(travel, date).vehicle[vehicleProfile(vehicle)]
    const road = nearestNext(vehicle.depot, [...stay.keys()].sort(), table)
    const stays = [...stay].map(([settlement, minutes]) => ({
      settlement,
      seconds: vehicle.setupSeconds + Math.round(minutes * 60),
    }))
    return { vehicle, date, stays, metres: road.metres, driveSeconds: road.seconds }
  })
}

function nearestNext(
  depot: string,
  stops: readonly string[],
  table: TravelTable | undefined,
): { seconds: number; metres: number } {
  const sum = { seconds: 0, metres: 0 }
  if (table === undefined) return sum
  const row = placesIn(table.from)
  const column = placesIn(table.to)
  const cell = (from: string, to: string): number => {
    const [r, c] = [row.get(from), column.get(to)]
    const k = r === undefined || c === undefined ? -1 : cellAt(table, r, c)
    return k < 0 || table.p50[k] === UNREACHABLE ? -1 : k
  }
  const left = new Set(stops)
  let at = depot
  const go = (to: string): void => {
    const k = cell(at, to)
    sum.seconds += k < 0 ? 0 : table.p50[k]!
    sum.metres += k < 0 ? 0 : Math.max(0, table.roadMetres[k]!)
    at = to
  }
  while (left.size > 0) {
    let next = ''
    let best = Number.POSITIVE_INFINITY
    for (const stop of left) {
      const k = cell(at, stop)
      const seconds = k < 0 ? Number.MAX_SAFE_INTEGER : table.p50[k]!
      if (seconds < best) [next, best] = [stop, seconds]
    }
    left.delete(next)
    go(next)
  }
  go(depot)
  return sum
}
