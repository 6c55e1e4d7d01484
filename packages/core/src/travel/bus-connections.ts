import type { Weekday } from '../kernel/calendar.ts'
import { byText } from '../kernel/order.ts'
import type { BusLine } from './bus-line.ts'

/** One ride from a stop to the next. Seconds after midnight of the first day. */
export interface Connection {
  /** The run of a line on a day: who sits in it pays its fare once. */
  run: number
  from: string
  to: string
  depart: number
  arrive: number
  fareFen: number
}

const DAY_S = 86_400

/** All rides of so many days from a weekday on, by departure. */
export function busConnections(
  lines: readonly BusLine[],
  weekday: Weekday,
  days: number,
): Connection[] {
  const sorted = [...lines].sort(byText((x) => x.id))
  const connections: Connection[] = []
  let run = 0
  for (let day = 0; day < days; day++) {
    const today = (((weekday - 1 + day) % 7) + 1) as Weekday
    for (const line of sorted) {
      if (!line.days.includes(today)) continue
      for (let k = 1; k < line.stops.length; k++) {
        const [a, b] = [line.stops[k - 1]!, line.stops[k]!]
        connections.push({
          run,
          from: a.place,
          to: b.place,
          depart: day * DAY_S + Math.round(a.minute * 60),
          arrive: day * DAY_S + Math.round(b.minute * 60),
          fareFen: line.fareFen,
        })
      }
      run++
    }
  }
  return connections.sort((a, b) => a.depart - b.depart || a.arrive - b.arrive || a.run - b.run)
}

/** An arrival by bus, on foot at both ends. */
export interface BusArrival {
  at: number
  rideSeconds: number
  walkSeconds: number
  fareFen: number
}

interface Label {
  at: number
  rideSeconds: number
  walkSeconds: number
  fareFen: number
}

/**
 * Earliest arrival when leaving at `start`: walk to a stop, ride with any changes, walk from a stop.
 * Connection scan (Dibbelt et al. 2013). Null when no bus leads there.
 */
export function earliestArrival(
  connections: readonly Connection[],
  start: number,
  walkTo: ReadonlyMap<string, number>,
  walkFrom: ReadonlyMap<string, number>,
): BusArrival | null {
  const labels = new Map<string, Label>()
  for (const [stop, walk] of walkTo)
    labels.set(stop, { at: start + walk, rideSeconds: 0, walkSeconds: walk, fareFen: 0 })
  const aboard = new Map<number, Label>()
  let best: BusArrival | null = null
  for (const c of connections) {
    if (c.depart < start) continue
    if (best !== null && c.depart >= best.at) break
    const waiting = labels.get(c.from)
    const seated = aboard.get(c.run)
    const label =
      seated ??
      (waiting !== undefined && waiting.at <= c.depart
        ? { ...waiting, fareFen: waiting.fareFen + c.fareFen }
        : undefined)
    if (label === undefined) continue
    const arrived = {
      ...label,
      at: c.arrive,
      rideSeconds: label.rideSeconds + c.arrive - c.depart,
    }
    aboard.set(c.run, arrived)
    const old = labels.get(c.to)
    if (old === undefined || arrived.at < old.at) labels.set(c.to, arrived)
    const walk = walkFrom.get(c.to)
    if (walk === undefined || (best !== null && arrived.at + walk >= best.at)) continue
    best = { ...arrived, at: arrived.at + walk, walkSeconds: arrived.walkSeconds + walk }
  }
  return best
}
