import type { TravelMatrix } from '../../plan/routing-rules.ts'
import { minHeap } from '../min-heap.ts'
import type { ValleyRoad, Valleys } from './valleys.ts'

/** Roads from each place for one pace: whole seconds, and lengths in tens of metres. */
export type WayTables = readonly (readonly { to: number; seconds: number; length: number }[])[]

/**
 * Uphill 0.4 s and downhill 0.15 s a metre of height are added to the time on the level; `pace` is per cent of a car's
 * time. Whole numbers throughout, so that every machine finds the same.
 */
function secondsOn(road: ValleyRoad, pace: number, back: boolean): number {
  const [up, down] = back ? [road.fall, road.climb] : [road.climb, road.fall]
  const hundredths = Math.floor((road.metres * 360) / road.kmPerHour) + 40 * up + 15 * down
  return Math.ceil((hundredths * pace) / 10_000)
}

export function wayTables(
  { places, roads }: Valleys,
  pace: number,
  closed: ReadonlySet<number>,
): WayTables {
  const tables = places.map((): { to: number; seconds: number; length: number }[] => [])
  roads.forEach((road, k) => {
    if (closed.has(k)) return
    const length = Math.ceil(road.metres / 10)
    tables[road.from]!.push({ to: road.to, seconds: secondsOn(road, pace, false), length })
    tables[road.to]!.push({ to: road.from, seconds: secondsOn(road, pace, true), length })
  })
  return tables
}

/** Fastest ways from a place (Dijkstra 1959), and how long they are; -1 where there is none. */
export function shortestWays(
  ways: WayTables,
  from: number,
): { times: Int32Array; lengths: Int32Array } {
  const times = new Int32Array(ways.length).fill(-1)
  const lengths = new Int32Array(ways.length).fill(-1)
  const heap = minHeap()
  times[from] = 0
  lengths[from] = 0
  heap.push(0, from)
  while (heap.size > 0) {
    const at = heap.pop()
    if (heap.key > times[at]!) continue
    for (const { to, seconds, length } of ways[at]!) {
      const time = times[at]! + seconds
      if (times[to]! >= 0 && times[to]! <= time) continue
      times[to] = time
      lengths[to] = lengths[at]! + length
      heap.push(time, to)
    }
  }
  return { times, lengths }
}

/** Travel between the places at these numbers, in their order; a number may come more than once. */
export function travelBetween(ways: WayTables, at: readonly number[]): TravelMatrix {
  const known = new Map(
    [...new Set(at)].map((from) => {
      const found = shortestWays(ways, from)
      return [
        from,
        { times: at.map((to) => found.times[to]!), lengths: at.map((to) => found.lengths[to]!) },
      ]
    }),
  )
  return {
    times: at.map((from) => known.get(from)!.times),
    lengths: at.map((from) => known.get(from)!.lengths),
  }
}
