import { dayNumber } from '../../kernel/calendar.ts'
import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import type { TourProblem, TourSolution, TourStop } from '../first-tours/problem.ts'
import { MAX_DRIVE_WITHOUT_REST_SECONDS, REST_SECONDS } from '../first-tours/rules/driving-rest.ts'

/** Visits of a stop may come this much sooner than evenly spread ones. */
const soonest = 0.5

/**
 * One vehicle kind's part of a county's tours as an instance with rules. Stops whose visits all found a date within their
 * longest gap may be dated anew; those that the fleet or the calendar cut short keep the visits they have. Depots are the
 * problem's places; customer k is `stops[k]`.
 */
export function countyInstance(
  problem: TourProblem,
  kind: string,
  stops: readonly TourStop[],
  given: TourSolution,
): RoutingInstance {
  const vehicles = problem.vehicles.filter((v) => v.kind === kind && v.days.length > 0)
  const depots = [...new Set(vehicles.map((v) => v.depot))].sort((a, b) => a - b)
  const profiles = [...new Set(vehicles.map((v) => v.profile))].sort((a, b) => a - b)
  const places = [...depots, ...stops.map((s) => s.place)]
  const visits = visitsOf(problem, given)
  const numberOf = new Map(vehicles.map((v, k) => [v.id, k + 1]))
  return {
    name: kind,
    days: problem.days.length,
    objective: 'levels',
    convention: 'float',
    depots: depots.map((_, k) => ({ id: -1 - k, x: 0, y: 0, open: 0, close: Infinity })),
    fleets: vehicles.map((v, k): RoutingFleet => {
      const days = [...v.days].sort((a, b) => a - b)
      return {
        days: days.map((d) => d + 1),
        depot: depots.indexOf(v.depot),
        vehicles: [k + 1],
        capacity: Infinity,
        maxDuration: v.shiftSeconds,
        rules: {
          name: v.id,
          open: v.earliest,
          maxDriving: v.driveLimitSeconds,
          rest: { after: MAX_DRIVE_WITHOUT_REST_SECONDS, duration: REST_SECONDS, onRoad: false },
          travel: days.map(
            (d) => problem.stateOfDay[d]! * profiles.length + profiles.indexOf(v.profile),
          ),
          costs: { perDay: v.costPerDayFen, perLength: v.costPerKmFen / 1000, perTime: 0 },
        },
      }
    }),
    customers: stops.map((stop, k) =>
      customerOf(problem, stop, k, visits.get(stop.id) ?? [], (id) => ({
        depot: depots.indexOf(vehicles[numberOf.get(id)! - 1]!.depot),
        number: numberOf.get(id)!,
      })),
    ),
    travel: problem.states.flatMap(({ byProfile }) =>
      profiles.map((profile) => {
        const { seconds, metres } = byProfile[profile]!
        const table = (from: Int32Array) =>
          places.map((a) => places.map((b) => from[a * problem.places.length + b]!))
        return { lengths: table(metres), times: table(seconds) }
      }),
    ),
    dates: problem.days,
    periodDays: problem.horizonDays,
  }
}

interface Given {
  day: number
  vehicle: string
}

/** The visits of each stop by day. */
export function visitsOf(problem: TourProblem, { tours }: TourSolution): Map<string, Given[]> {
  const dayOf = new Map(problem.days.map((date, d) => [date, d]))
  const found = new Map<string, Given[]>()
  for (const tour of tours)
    for (const { stop } of tour.visits)
      found.set(stop, [
        ...(found.get(stop) ?? []),
        { day: dayOf.get(tour.date)!, vehicle: tour.vehicle },
      ])
  return found
}

function customerOf(
  problem: TourProblem,
  stop: TourStop,
  k: number,
  given: readonly Given[],
  vehicleOf: (id: string) => { depot: number; number: number },
): RoutingCustomer {
  const days = given.map(({ day }) => day).sort((a, b) => a - b)
  const even = problem.horizonDays / stop.visits
  const free = days.length === stop.visits && longestGap(problem, days) <= stop.maxGapDays
  const closed = problem.days.flatMap((_, d) => (stop.closedDays.has(d) ? [d + 1] : []))
  const shut = new Set(closed)
  const open = problem.days.flatMap((_, d) => (shut.has(d + 1) ? [] : [d + 1]))
  const one = new Set(given.map(({ vehicle }) => vehicle)).size === 1
  return {
    id: k,
    x: 0,
    y: 0,
    service: stop.serviceSeconds,
    demand: 0,
    open: 0,
    close: Infinity,
    patterns: [],
    prize: stop.people,
    optional: false,
    rules: {
      name: stop.id,
      priority: stop.priority,
      ...(closed.length > 0
        ? { windows: open.map((day) => ({ day, open: 0, close: Infinity })) }
        : {}),
      ...(stop.avoidDays.size > 0 ? { avoidDays: [...stop.avoidDays].map((d) => d + 1) } : {}),
      ...(free
        ? {
            spacing: {
              visits: stop.visits,
              minGap: Math.max(1, Math.min(shortestGap(problem, days), Math.floor(even * soonest))),
              maxGap: stop.maxGapDays,
              wraps: true,
            },
            // Villagers know their crew: who has one keeps one.
            sameVehicle: one,
          }
        : {
            spacing: { visits: days.length, minGap: 1, maxGap: problem.horizonDays },
            locked: given.map(({ day, vehicle }) => ({
              day: day + 1,
              vehicle: vehicleOf(vehicle),
            })),
          }),
    },
  }
}

function gaps({ days, horizonDays }: TourProblem, visited: readonly number[]): number[] {
  const numbers = visited.map((d) => dayNumber(days[d]!))
  return numbers.map((n, k) =>
    k + 1 < numbers.length ? numbers[k + 1]! - n : numbers[0]! + horizonDays - n,
  )
}

const longestGap = (problem: TourProblem, days: readonly number[]): number =>
  Math.max(...gaps(problem, days))

const shortestGap = (problem: TourProblem, days: readonly number[]): number =>
  Math.min(...gaps(problem, days))
