import type { RoutingInstance } from '../../../plan/routing.ts'
import { NEXT, ROUTE, type SearchState, SHIFT, type Totals } from './search-state.ts'

/** Lengths and times between places, from elsewhere than the search. */
export interface Ways {
  length(from: number, to: number): number
  time(from: number, to: number): number
}

/** The totals of a state reckoned anew from the order of its visits, in the units of the file. */
export function recount(state: SearchState, instance: RoutingInstance, leg: Ways): Totals {
  const { node, visits, routes, instance: packed } = state
  const totals = { length: 0, overload: 0, overtime: 0, absence: 0, absent: 0, routes: 0 }
  for (let r = 0; r < routes; r++) {
    const end = visits + 2 * r + 1
    const depot = packed.routeDepot[r]!
    const fleet = instance.fleets[packed.routeFleet[r]!]!
    let time = instance.depots[depot]!.open
    let [place, load, late, waited, slack] = [depot, 0, 0, 0, Infinity]
    let count = 0
    for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; v = node[(v << SHIFT) + NEXT]!) {
      if (node[(v << SHIFT) + ROUTE] !== r) throw new Error(`visit ${v} does not know its route`)
      const at = v % packed.customers
      const customer = instance.customers[at]!
      totals.length += leg.length(place, packed.depots + at)
      const arrive = time + leg.time(place, packed.depots + at)
      late += Math.max(0, arrive - customer.close)
      waited += Math.max(0, customer.open - arrive)
      const begin = Math.max(arrive, customer.open)
      slack = Math.min(slack, waited + customer.close - begin)
      time = begin + customer.service
      place = packed.depots + at
      load += customer.demand
      count += 1
    }
    if (count === 0) continue
    totals.routes += 1
    totals.length += leg.length(place, depot)
    const back = time + leg.time(place, depot)
    late += Math.max(0, back - instance.depots[depot]!.close)
    slack = Math.min(slack, waited + instance.depots[depot]!.close - back)
    if (late > 0) throw new Error(`route ${r} breaks a window`)
    const duration = back - Math.min(waited, slack) - instance.depots[depot]!.open
    totals.overload += Math.max(0, load - fleet.capacity)
    totals.overtime += Math.max(0, duration - fleet.maxDuration)
  }
  for (let c = 0; c < packed.customers; c++)
    if (state.chosen[c] === -1) {
      totals.absent += 1
      totals.absence += packed.absence[c]!
    }
  return totals
}
