import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutePause, RouteRun, RoutingInstance } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { tolerance } from './tolerance.ts'
import { placeAt } from './travel.ts'

/** A run of customers at one place: index of its first and last. */
export interface Stop {
  first: number
  last: number
}

/** From one place to the next, with the breaks and rests on the way. */
export interface Leg {
  from: number
  to: number
  /** The index of the customer that it leads to at last; their number for the end. */
  before: number
  /** Between customers of one stop. */
  within: boolean
  pauses: readonly RoutePause[]
  /** The reload it leads to. */
  reload?: RoutePause
  /** The reload it comes from. */
  after?: RoutePause
}

/** Customers that follow each other at one place, with legs of no time and no pause between. */
export function stopsOf({ visited, travel, run }: RouteOnDay): Stop[] {
  const stops: Stop[] = []
  visited.forEach((customer, k) => {
    const before = visited[k - 1]
    const joined =
      before !== undefined &&
      customer.rules?.place !== undefined &&
      customer.rules.place === before.rules?.place &&
      travel.way(before.place, customer.place) &&
      travel.time(before.place, customer.place) <= tolerance &&
      !run?.pauses?.some((p) => p.before === k)
    if (joined) stops.at(-1)!.last = k
    else stops.push({ first: k, last: k })
  })
  return stops
}

/** Every leg in order, by the reloads between. */
export function legsOf(on: RouteOnDay): Leg[] {
  const { visited, run, start, end } = on
  const firsts = new Set(stopsOf(on).map((stop) => stop.first))
  const legs: Leg[] = []
  let from = start
  for (let before = 0; before <= visited.length; before++) {
    const to = before < visited.length ? visited[before]!.place : end
    const within = before < visited.length && !firsts.has(before)
    let pauses: RoutePause[] = []
    let after: RoutePause | undefined
    for (const pause of run?.pauses?.filter((p) => p.before === before) ?? []) {
      if (pause.kind !== 'reload') {
        pauses.push(pause)
        continue
      }
      legs.push({
        from,
        to: pause.depot!,
        before,
        within,
        pauses,
        reload: pause,
        ...cameFrom(after),
      })
      from = pause.depot!
      pauses = []
      after = pause
    }
    legs.push({ from, to: to ?? from, before, within, pauses, ...cameFrom(after) })
    from = to ?? from
  }
  return legs
}

const cameFrom = (after: RoutePause | undefined) => (after ? { after } : {})

/** When a leg begins and ends by the run. */
export function timesOf(leg: Leg, run: RouteRun, stops: readonly Stop[]): [number, number] {
  const gone = stops.findLast((stop) => stop.last < leg.before)
  const leave = gone ? lastLeaving(run, gone) : run.depart
  const arrive = leg.before < run.times.length ? run.times[leg.before]![0] : run.finish
  return [leg.after?.end ?? leave, leg.reload?.start ?? arrive]
}

/** When the vehicle leaves a stop: when the last of its customers is left. */
export const lastLeaving = (run: RouteRun, { first, last }: Stop): number =>
  Math.max(...run.times.slice(first, last + 1).map((time) => time[2]))

/** Legs without a way. */
export function checkWay(instance: RoutingInstance, on: RouteOnDay): Finding[] {
  const idOf = (place: number) => placeAt(instance, place).id
  return legsOf(on)
    .filter((leg) => !on.travel.way(leg.from, leg.to))
    .map((leg) => {
      const facts = { route: on.name, from: idOf(leg.from), to: idOf(leg.to) }
      return finding('route-no-way', {}, facts)
    })
}

export const lengthOf = (on: RouteOnDay): number =>
  legsOf(on).reduce((sum, leg) => sum + on.travel.length(leg.from, leg.to), 0)

export const drivingOf = (on: RouteOnDay): number =>
  legsOf(on).reduce((sum, leg) => sum + on.travel.time(leg.from, leg.to), 0)
