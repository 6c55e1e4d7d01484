import { arcLength } from '../../../plan/arc-length.ts'
import type { RoutingInstance } from '../../../plan/routing.ts'

/** Lengths and times between all places, row by row: one pair for each kind of vehicle and state of the roads. */
export function travelTables(
  instance: RoutingInstance,
): { lengths: Float64Array; times: Float64Array }[] {
  const flat = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat())
  if (instance.travel)
    return instance.travel.map(({ lengths, times }) => ({
      lengths: flat(lengths),
      times: flat(times),
    }))
  const lengths = instance.matrix ? flat(instance.matrix) : straightLines(instance)
  return [{ lengths, times: instance.durations ? flat(instance.durations) : lengths }]
}

function straightLines(instance: RoutingInstance): Float64Array {
  const places = [...instance.depots, ...instance.customers]
  const convention = arcLength[instance.convention]
  const size = places.length
  const arcs = new Float64Array(size * size)
  places.forEach((a, i) => {
    places.forEach((b, j) => {
      arcs[i * size + j] = convention(Math.hypot(a.x - b.x, a.y - b.y))
    })
  })
  return arcs
}
