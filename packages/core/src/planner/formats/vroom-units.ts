import type { RoutingInstance } from '../../plan/routing.ts'
import { loadOf, roomOf } from './able-fleets.ts'
import { noWay } from './vroom-places.ts'

export const isWhole = (values: readonly number[]): boolean =>
  values.every((v) => v === Infinity || Number.isInteger(v))

/** How the numbers of an instance become VROOM's whole ones. */
export interface Units {
  /** Times and lengths. */
  time(value: number): number
  window(open: number, close: number): [number, number]
  /** The first `dimensions` of a load. */
  load(values: readonly number[]): number[]
}

/** `factor` for times and lengths, `epoch` added to what is a time of day. */
export function unitsOf(
  { customers, fleets }: RoutingInstance,
  factor: number,
  epoch: number,
): Units {
  const loads = customers.map(loadOf)
  const room = fleets.map(roomOf)
  const bound = (d: number) => loads.some((v) => v[d]! > 0) || room.some((v) => v[d]! < Infinity)
  const dimensions = [4, 3, 2, 1].find((d) => bound(d - 1)) ?? 0
  const loadFactor = isWhole([...loads.flat(), ...room.flat()]) ? 1 : 1000
  const time = (value: number) => (value >= Infinity ? noWay : Math.round(value * factor) + epoch)
  const total = loads.flat().reduce((sum, load) => sum + load, 0)
  return {
    time: (value) => Math.round(value * factor),
    window: (open, close) => [time(Math.max(0, open)), time(close)],
    load: (values) =>
      Array.from({ length: dimensions }, (_, d) =>
        Math.round((values[d] === Infinity ? total : (values[d] ?? 0)) * loadFactor),
      ),
  }
}
