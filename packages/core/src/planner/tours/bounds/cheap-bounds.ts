import type { RoutingInstance } from '../../../plan/routing.ts'
import { visitCounts } from './relaxed-visits.ts'
import { travelOn, waysBy, waysOf } from './ways.ts'

/** Bounds in seconds for thousands of customers. Weak: they say that a cost is not absurd, not that it is good. */
export interface CheapBounds {
  /** No valid solution has fewer routes. */
  routes: number
  /** Of cost. */
  fleet: number
  halfArc: number
}

/**
 * Fewest routes: what all visits load, or last with their cheapest way in, over what the largest vehicle carries or the longest
 * shift holds. Least cost of ways: each visit is entered and left by half of its cheapest ways each (the assignment bound without
 * its pairing), each route leaves and comes home.
 */
export function cheapBounds(instance: RoutingInstance): CheapBounds {
  const { customers, depots, fleets, objective } = instance
  const n = customers.length
  const times = customers.map((c) =>
    objective === 'profit' || c.optional ? 0 : visitCounts(c).least,
  )
  const near = nearestWays(instance)
  const servedBySide = Map.groupBy(customers, (c) => c.rules?.place ?? c.id)
  let [work, load] = [0, 0]
  for (let k = 0; k < n; k++) {
    const c = customers[k]!
    const least = Math.min(c.service, ...(c.rules?.serviceByGap ?? []).map((s) => s.service))
    const alone = servedBySide.get(c.rules?.place ?? c.id)!.length === 1
    work += times[k]! * (near.timeIn[k]! + (alone ? least + (c.rules?.setup ?? 0) : 0))
    load += times[k]! * c.demand
  }
  const shift = Math.max(
    ...fleets.map((f) => {
      const depot = depots[f.depot]!
      const hours = (f.rules?.close ?? depot.close) - (f.rules?.open ?? depot.open)
      return Math.min(f.maxDuration, hours)
    }),
  )
  const room = Math.max(...fleets.map((f) => f.capacity * (1 + (f.rules?.reload?.most ?? 0))))
  const some = times.some((t) => t > 0) ? 1 : 0
  const perRoute = (sum: number, limit: number) => (limit > 0 ? Math.ceil(sum / limit - 1e-6) : 0)
  const routes = Math.max(some, perRoute(work, shift), perRoute(load, room))
  const levels = objective === 'levels'
  const costs = fleets.map(
    (f) => (levels && f.rules?.costs) || { perDay: 0, perLength: 1, perTime: 0 },
  )
  const perLength = Math.min(...costs.map((c) => c.perLength))
  const perDay = Math.min(...costs.map((c) => c.perDay))
  let halves = (routes * (near.leave + near.home)) / 2
  for (let k = 0; k < n; k++) halves += (times[k]! * (near.lengthIn[k]! + near.lengthOut[k]!)) / 2
  const fleet = objective === 'profit' ? -Infinity : routes * perDay
  return { routes, fleet, halfArc: fleet + perLength * halves }
}

/** Cheapest ways into and out of each customer by any vehicle, and from and to any of their depots. */
function nearestWays(instance: RoutingInstance) {
  const { customers, depots, fleets } = instance
  const n = customers.length
  const far = () => new Float64Array(n).fill(Infinity)
  const near = { timeIn: far(), lengthIn: far(), lengthOut: far(), leave: Infinity, home: Infinity }
  const travels = new Map<string, { travel: number; reload: readonly number[]; open: boolean }>()
  for (const fleet of fleets)
    fleet.days.forEach((_, k) => {
      const reload = fleet.rules?.reload?.at ?? []
      const open = fleet.rules?.endDepot === null
      const travel = travelOn(fleet, k)
      travels.set(`${travel} ${reload.join(' ')} ${open}`, { travel, reload, open })
    })
  for (const { travel, reload, open } of travels.values()) {
    const ways = waysBy(waysOf(instance, travel), reload)
    if (open) near.home = 0
    for (let j = 0; j < n; j++) {
      const to = depots.length + j
      if (open) near.lengthOut[j] = 0
      for (let from = 0; from < depots.length + n; from++) {
        if (from === to) continue
        const length = ways.length(from, to)
        const back = ways.length(to, from)
        if (from < depots.length) {
          near.leave = Math.min(near.leave, length)
          near.home = Math.min(near.home, back)
        }
        if (length < near.lengthIn[j]!) near.lengthIn[j] = length
        if (back < near.lengthOut[j]!) near.lengthOut[j] = back
        const time = ways.time(from, to)
        if (time < near.timeIn[j]!) near.timeIn[j] = time
      }
    }
  }
  return near
}
