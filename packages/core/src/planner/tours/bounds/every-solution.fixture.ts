import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'

/** Length of a way, as time too, told by the test and not by what is tested. */
export type Way = (from: number, to: number) => number

/** Least cost of serving everybody, by all patterns, sets and orders; Infinity where nothing serves all. At most about 7 customers. */
export function optimumByEnumeration(instance: RoutingInstance, way: Way): number {
  const n = instance.customers.length
  const tours = instance.fleets.map((fleet) => cheapestTours(instance, fleet, way))
  const days = Array.from({ length: instance.days }, (_, d) => coverings(instance, d + 1, tours))
  let best = Infinity
  const choose = (k: number, present: number[]): void => {
    if (k === n) {
      best = Math.min(
        best,
        present.reduce((sum, set, d) => sum + days[d]![set]!, 0),
      )
      return
    }
    for (const pattern of instance.customers[k]!.patterns)
      choose(
        k + 1,
        present.map((set, d) => (pattern & (1 << (instance.days - 1 - d)) ? set | (1 << k) : set)),
      )
  }
  choose(0, new Array<number>(instance.days).fill(0))
  return best
}

/** By set of customers, the cheapest tour of one vehicle of the fleet. */
function cheapestTours(instance: RoutingInstance, fleet: RoutingFleet, way: Way): Float64Array {
  const n = instance.customers.length
  const best = new Float64Array(2 ** n).fill(Infinity)
  const levels = instance.objective === 'levels'
  const { perDay, perLength } = (levels && fleet.rules?.costs) || { perDay: 0, perLength: 1 }
  const go = (stops: number[], set: number, length: number): void => {
    if (stops.length > 0) {
      if (!mayDrive(instance, fleet, stops, way)) return
      const home = way(instance.depots.length + stops.at(-1)!, fleet.depot)
      best[set] = Math.min(best[set]!, perDay + perLength * (length + home))
    }
    const from = stops.length > 0 ? instance.depots.length + stops.at(-1)! : fleet.depot
    for (let c = 0; c < n; c++)
      if (!(set & (1 << c)))
        go([...stops, c], set | (1 << c), length + way(from, instance.depots.length + c))
  }
  go([], 0, 0)
  return best
}

/** Load, windows and time out. Without detours getting shorter, an order that fails fails however it goes on. */
function mayDrive(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  stops: readonly number[],
  way: Way,
): boolean {
  const load = stops.reduce((sum, c) => sum + instance.customers[c]!.demand, 0)
  if (load > fleet.capacity) return false
  const depot = instance.depots[fleet.depot]!
  const first = instance.customers[stops[0]!]!
  // Leaving later than for the first window only shortens waiting there; each whole minute is tried.
  const latest = Math.max(depot.open, first.close < 1e6 ? first.close : depot.open)
  for (let depart = depot.open; depart <= latest; depart++) {
    const back = drive(instance, fleet, stops, way, depart)
    if (back <= depot.close && back - depart <= fleet.maxDuration) return true
  }
  return false
}

function drive(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  stops: readonly number[],
  way: Way,
  depart: number,
): number {
  let [time, place] = [depart, fleet.depot]
  for (const c of stops) {
    const customer = instance.customers[c]!
    time = Math.max(time + way(place, instance.depots.length + c), customer.open)
    if (time > customer.close) return Infinity
    time += customer.service
    place = instance.depots.length + c
  }
  return time + way(place, fleet.depot)
}

/** By set of customers, the least cost of serving them on a day. */
function coverings(
  instance: RoutingInstance,
  day: number,
  tours: readonly Float64Array[],
): Float64Array {
  const sets = 2 ** instance.customers.length
  let reach = new Float64Array(sets).fill(Infinity)
  reach[0] = 0
  instance.fleets.forEach((fleet, f) => {
    if (!fleet.days.includes(day)) return
    for (let v = 0; v < fleet.vehicles.length; v++) {
      const next = Float64Array.from(reach)
      for (let set = 0; set < sets; set++)
        for (let part = set; part > 0; part = (part - 1) & set)
          next[set] = Math.min(next[set]!, reach[set ^ part]! + tours[f]![part]!)
      reach = next
    }
  })
  return reach
}
