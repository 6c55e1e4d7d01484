import type { Finding } from '../../../kernel/finding.ts'
import type { RoutingInstance, RoutingRoute, RoutingSolution } from '../../../plan/routing.ts'

/** Tells the length of routes and what is wrong with them. */
export type Check = (
  instance: RoutingInstance,
  solution: RoutingSolution,
) => { length: number; findings: Finding[] }

/** Least length over all patterns, vehicles and orders, by trying all of them; Infinity where nothing is feasible. */
export function bestCostByEnumeration(instance: RoutingInstance, check: Check): number {
  const byDay = new Map<number, Map<number, number>>()
  let best = Infinity
  const patterns = instance.customers.map((c) => c.patterns)
  const choose = (k: number, chosen: number[]): void => {
    if (k < patterns.length) {
      for (const pattern of patterns[k]!) choose(k + 1, [...chosen, pattern])
      return
    }
    let sum = 0
    for (let day = 1; day <= instance.days && sum < best; day++) {
      const bit = 2 ** (instance.days - day)
      const present = chosen.reduce((set, p, c) => (p & bit ? set | (1 << c) : set), 0)
      const known = byDay.get(day) ?? new Map<number, number>()
      byDay.set(day, known)
      if (!known.has(present)) known.set(present, bestDay(instance, day, present, check))
      sum += known.get(present)!
    }
    best = Math.min(best, sum)
  }
  choose(0, [])
  return best
}

/** Least length of one day: every set of customers by its best tour from each depot, then the best cover. */
function bestDay(instance: RoutingInstance, day: number, present: number, check: Check): number {
  const fleets = instance.fleets.filter((f) => f.days.includes(day))
  const tours = fleets.map((fleet) => bestTours(instance, day, fleet.depot, present, check))
  let reach = new Map([[0, 0]])
  fleets.forEach((fleet, f) => {
    for (let vehicle = 0; vehicle < fleet.vehicles.length; vehicle++) {
      const next = new Map(reach)
      for (const [served, cost] of reach)
        for (const [set, tour] of tours[f]!)
          if ((served & set) === 0 && cost + tour < (next.get(served | set) ?? Infinity))
            next.set(served | set, cost + tour)
      reach = next
    }
  })
  return reach.get(present) ?? Infinity
}

function bestTours(
  instance: RoutingInstance,
  day: number,
  depot: number,
  present: number,
  check: Check,
): Map<number, number> {
  const best = new Map<number, number>()
  const vehicle = instance.fleets.find((f) => f.days.includes(day) && f.depot === depot)!
    .vehicles[0]!
  const extend = (set: number, stops: number[]): void => {
    if (stops.length > 0) {
      const route: RoutingRoute = { day, vehicle, depot: depot + 1, stops }
      const checked = check(instance, { routes: [route], unserved: [] })
      const bad = checked.findings.some((f) => f.code.startsWith('route-'))
      if (!bad && checked.length < (best.get(set) ?? Infinity)) best.set(set, checked.length)
    }
    instance.customers.forEach((customer, c) => {
      if (present & (1 << c) && !(set & (1 << c))) extend(set | (1 << c), [...stops, customer.id])
    })
  }
  extend(0, [])
  return best
}
