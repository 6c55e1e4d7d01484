import type { Random } from '../../kernel/random.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { TravelMatrix } from '../../plan/routing-rules.ts'

/** Two or three customers at one place, as the bundles of a village. */
export function joinedPlaces(
  random: Random,
  customers: readonly RoutingCustomer[],
): RoutingCustomer[] {
  const [first, ...others] = random.shuffle(customers.map((_, k) => k))
  const here = customers[first!]!
  const joined = others.slice(0, 1 + random.below(2))
  return customers.map((c, k) => (joined.includes(k) ? { ...c, x: here.x, y: here.y } : c))
}

/** Two road states: lengths and times apart and askew; in the second some ways are shut. */
export function randomTravel(random: Random, instance: RoutingInstance): TravelMatrix[] {
  const places = [...instance.depots, ...instance.customers]
  return [0, 0.1].map((shut) => {
    const away = places.map((a) =>
      places.map((b) => {
        const straight = Math.round(Math.hypot(a.x - b.x, a.y - b.y))
        if (straight === 0) return { length: 0, time: 0 }
        if (random.next() < shut) return { length: -1, time: -1 }
        return { length: straight + random.below(5), time: straight + random.below(4) }
      }),
    )
    return {
      lengths: away.map((row) => row.map((leg) => leg.length)),
      times: away.map((row) => row.map((leg) => leg.time)),
    }
  })
}
