import type { RouteRun } from '../../plan/routing.ts'
import { drive, hoursOf, type VehicleDay, wayBetween } from './driving.fixture.ts'
import { timeAt } from './moment.fixture.ts'
import { begin, by, type PartialRun, undominated } from './partial-run.fixture.ts'
import { type Item, load, serve } from './stopping.fixture.ts'

/** A route that holds, with what it costs without its night. */
export interface BestRun {
  stops: readonly number[]
  run: RouteRun
  cost: number
  duration: number
}

/**
 * All orders of the customers, with all runs of each: those that no other beats in both cost and time out.
 * `end` is where it ends: an index into `depots`, or `null` for its last customer.
 */
export function bestRuns(
  vehicle: VehicleDay,
  items: readonly Item[],
  start: number,
  end: number | null,
): BestRun[] {
  const { instance, fleet } = vehicle
  const { rules } = fleet
  const asked = items.flatMap((i) => instance.customers[i.customer]!.rules?.skills ?? [])
  if (asked.some((skill) => !rules?.skills?.includes(skill))) return []
  if (items.length > (rules?.maxStops ?? Infinity)) return []
  const { open, close } = hoursOf(vehicle)
  let best: BestRun[] = []
  const extend = (
    visited: readonly Item[],
    arrivals: readonly PartialRun[],
    group: number,
  ): void => {
    const served = undominated(arrivals.flatMap((run) => serve(vehicle, run, visited.slice(group))))
    if (served.length === 0) return
    const here = placeOf(vehicle, visited.at(-1)!)
    if (visited.length === items.length) {
      const stops = visited.map((item) => instance.customers[item.customer]!.id)
      for (const run of served)
        for (const last of drive(vehicle, run, here, end, visited.length))
          for (const found of finishes(vehicle, last, close))
            best = keepBest(best, { ...found, stops })
      return
    }
    for (const item of items.filter((i) => !visited.includes(i))) {
      const joins = sameStop(vehicle, visited.at(-1)!, item)
      const order = [...visited, item]
      if (joins) {
        const { length } = wayBetween(vehicle, here, placeOf(vehicle, item))!
        const loaded = arrivals.flatMap((run) => load(vehicle, run, item.customer))
        const longer = loaded.map((run) => ({ ...run, length: run.length + length }))
        if (longer.length > 0) extend(order, longer, group)
      }
      const reached = served.flatMap((run) => {
        const at = drive(vehicle, run, here, placeOf(vehicle, item), visited.length)
        // At one place, only a pause makes another stop.
        return joins ? at.filter((next) => next.pauses.length > run.pauses.length) : at
      })
      const loaded = reached.flatMap((run) => load(vehicle, run, item.customer))
      if (loaded.length > 0) extend(order, undominated(loaded), visited.length)
    }
  }
  for (const item of items) {
    const out = drive(vehicle, begin(open, close), start, placeOf(vehicle, item), 0)
    const loaded = out.flatMap((run) => load(vehicle, run, item.customer))
    if (loaded.length > 0) extend([item], undominated(loaded), 0)
  }
  return best
}

const placeOf = ({ instance }: VehicleDay, { customer }: Item): number =>
  instance.depots.length + customer

function sameStop(vehicle: VehicleDay, a: Item, b: Item): boolean {
  const [first, second] = [a, b].map((item) => vehicle.instance.customers[item.customer]!.rules)
  return (
    first?.place !== undefined &&
    first.place === second?.place &&
    wayBetween(vehicle, placeOf(vehicle, a), placeOf(vehicle, b))?.time === 0
  )
}

/** The shortest time out for each way of not owing the breaks that weren't taken. */
function finishes(
  { fleet }: VehicleDay,
  last: PartialRun,
  close: number,
): Omit<BestRun, 'stops'>[] {
  if (last.aboard.parcels.length > 0) return []
  let open = by(last, last.now, close)
  fleet.rules?.breaks?.forEach(({ windows }, index) => {
    if (last.breaks.includes(index)) return
    const end = Math.max(...windows.map((w) => w.close))
    open = open.flatMap((run) => [
      ...by(run, run.now, end),
      ...(run.latest >= end ? [{ ...run, earliest: Math.max(run.earliest, end) }] : []),
    ])
  })
  return open.flatMap((run) => {
    const depart = Math.min(run.latest, Math.max(run.earliest, run.now.at - run.now.after))
    const finish = timeAt(run.now, depart)
    const duration = finish - depart
    if (duration > fleet.maxDuration) return []
    const { perDay, perLength, perTime } = fleet.rules?.costs ?? {
      perDay: 0,
      perLength: 1,
      perTime: 0,
    }
    const cost = perDay + perLength * run.length + perTime * duration
    return [{ run: closed(run, depart, finish), cost, duration }]
  })
}

/** The run with its departure fixed. */
function closed(run: PartialRun, depart: number, finish: number): RouteRun {
  const at = (moment: PartialRun['now']) => timeAt(moment, depart)
  const times = run.times.map(([a, b, c]) => [at(a), at(b), at(c)] as const)
  const pauses = run.pauses.map((p) => ({ ...p, start: at(p.start), end: at(p.end) }))
  return { depart, finish, times, ...(pauses.length > 0 ? { pauses } : {}) }
}

function keepBest(best: readonly BestRun[], found: BestRun): BestRun[] {
  const beats = (a: BestRun, b: BestRun) => a.cost <= b.cost && a.duration <= b.duration
  if (best.some((other) => beats(other, found))) return [...best]
  return [...best.filter((other) => !beats(found, other)), found]
}
