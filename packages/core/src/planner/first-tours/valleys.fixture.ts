import { datesIn, type PlainDate, weekday } from '../../kernel/calendar.ts'
import { random } from '../../kernel/random.ts'
import { seconds } from '../../kernel/units.ts'
import type { TourProblem, TourStop, TourTravel, TourVehicle } from './problem.ts'

/** A problem for tests: places along valleys that meet at one town, roads only through it. */
export interface ValleyOptions {
  seed: number
  stops: number
  vehicles: number
  visits: (stop: number) => number
  serviceMinutes: (stop: number) => number
  depots?: number
  /** Calendar days of the horizon, from 2027-01-01; weekends and two festivals are free. */
  horizonDays?: number
  kind?: string
}

const FESTIVALS: readonly [string, string][] = [
  ['2027-02-05', '2027-02-12'],
  ['2027-10-01', '2027-10-08'],
]

export function workdays(horizonDays: number): PlainDate[] {
  const from = '2027-01-01' as PlainDate
  const to = datesIn({ from, to: '2028-12-31' as PlainDate })[horizonDays - 1]!
  return datesIn({ from, to }).filter(
    (date) => weekday(date) < 6 && !FESTIVALS.some(([a, b]) => date >= a && date <= b),
  )
}

/** Places at (valley, distance from town); 30 km/h. */
export function valleyTravel(
  places: readonly { valley: number; km: number }[],
  kmPerHour: number,
): TourTravel {
  const n = places.length
  const metres = new Int32Array(n * n)
  const time = new Int32Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      const [p, q] = [places[a]!, places[b]!]
      const km = p.valley === q.valley ? Math.abs(p.km - q.km) : p.km + q.km
      metres[a * n + b] = Math.round(km * 1000)
      time[a * n + b] = Math.ceil((km / kmPerHour) * 3600)
    }
  return { seconds: time, metres }
}

export function testStop(over: Partial<TourStop> & { id: string; place: number }): TourStop {
  const visits = over.visits ?? 12
  return {
    kind: 'clinic',
    visits,
    maxGapDays: Math.floor((1.5 * 365) / visits),
    serviceSeconds: seconds(3600),
    services: ['clinic-visit'],
    personTimes: 20,
    people: 100,
    priority: 0,
    closedDays: new Set(),
    avoidDays: new Set(),
    ...over,
  }
}

export function testVehicle(
  over: Partial<TourVehicle> & { id: string; days: Int32Array },
): TourVehicle {
  return {
    depot: 0,
    kind: 'clinic',
    profile: 0,
    shiftSeconds: seconds(28_800),
    earliest: seconds(28_800),
    driveLimitSeconds: seconds(21_600),
    costPerKmFen: 150,
    costPerDayFen: 60_000,
    ...over,
  }
}

export const allDays = (days: readonly unknown[]): Int32Array => Int32Array.from(days.keys())

export function valleys(options: ValleyOptions): TourProblem {
  const source = random(options.seed)
  const horizonDays = options.horizonDays ?? 365
  const days = workdays(horizonDays)
  const depots = options.depots ?? 1
  const width = Math.max(6, Math.ceil(options.stops / 12))
  const at = Array.from({ length: depots + options.stops }, (_, k) =>
    k === 0
      ? { valley: 0, km: 0 }
      : { valley: source.below(width), km: k < depots ? 12 : source.between(4, 30) },
  )
  return {
    days,
    horizonDays,
    places: at.map((_, k) => `p${k}`),
    vehicles: Array.from({ length: options.vehicles }, (_, k) =>
      testVehicle({
        id: `v${String(k).padStart(3, '0')}`,
        depot: k % depots,
        kind: options.kind ?? 'clinic',
        days: allDays(days),
      }),
    ),
    stops: Array.from({ length: options.stops }, (_, k) =>
      testStop({
        id: `s${String(k).padStart(4, '0')}`,
        place: depots + k,
        kind: options.kind ?? 'clinic',
        visits: options.visits(k),
        serviceSeconds: seconds(options.serviceMinutes(k) * 60),
        people: 50 + source.below(200),
      }),
    ),
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(days.length),
  }
}
