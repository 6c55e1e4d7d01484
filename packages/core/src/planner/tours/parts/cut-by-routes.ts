import type { Random } from '../../../kernel/random.ts'
import type { RoutingInstance, RoutingRoute, RoutingSolution } from '../../../plan/routing.ts'
import { cutEvenly } from './cut-evenly.ts'
import type { Part } from './part.ts'
import { type Positions, positionsOf } from './positions.ts'
import { shareFreeVehicles } from './share-free-vehicles.ts'

/**
 * Cuts a solved instance into parts of about `size` customers that share no route: routes of all days go by where their middle
 * lies (barycentre clustering, Santini et al. 2023, INFORMS J. on Computing 35(3)), along axes and at places drawn anew each
 * time, so that parts overlap differently from round to round (POPMUSIC, Taillard & Voss 2002). Customers left out join the
 * part around them. Customers visited on some day by a route of another part are held to their days.
 */
export function cutByRoutes(
  instance: RoutingInstance,
  solution: RoutingSolution,
  size: number,
  random: Random,
): Part[] {
  const positions = positionsOf(instance)
  const numberOf = new Map(instance.customers.map((c, k) => [c.id, k]))
  const routes = solution.routes
    .filter((r) => r.stops.length > 0)
    .map((route) => ({ route, stops: route.stops.map((id) => numberOf.get(id)!) }))
  const absent = solution.unserved.map((id) => numberOf.get(id)!)
  const items = [...routes.map((r) => r.stops), ...absent.map((c) => [c])]
  const points = turned(middles(instance, positions, items), random.next() * Math.PI)
  const groups = cutEvenly(
    points,
    unevenRooms(Math.max(1, Math.round(instance.customers.length / size)), random),
  )
  const cuts = groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      routes: group.filter((k) => k < routes.length).map((k) => routes[k]!),
      absent: group.filter((k) => k >= routes.length).map((k) => absent[k - routes.length]!),
    }))
  const fleets = shareFreeVehicles(
    instance,
    positions,
    cuts.map((cut) => ({ routes: cut.routes.map((r) => r.route), absent: cut.absent })),
  )
  const times = timesVisited(
    instance,
    routes.map((r) => r.stops),
  )
  return cuts.map((cut, k) => ({
    ...customersOf(instance, cut, times),
    fleets: fleets[k]!,
    routes: cut.routes.map((r) => r.route),
  }))
}

/** Up to 30 % more or less than even, so that cuts lie elsewhere in each round. */
const unevenRooms = (parts: number, random: Random): number[] =>
  Array.from({ length: parts }, () => random.between(0.7, 1.3))

function middles(
  instance: RoutingInstance,
  { x, y }: Positions,
  items: readonly (readonly number[])[],
) {
  const depots = instance.depots.length
  const mean = (key: Float64Array, stops: readonly number[]) =>
    stops.reduce((sum, c) => sum + key[depots + c]!, 0) / stops.length
  return {
    x: Float64Array.from(items, (stops) => mean(x, stops)),
    y: Float64Array.from(items, (stops) => mean(y, stops)),
    weight: Float64Array.from(items, (stops) => stops.length),
  }
}

const turned = ({ x, y, weight }: ReturnType<typeof middles>, angle: number) => ({
  x: x.map((value, k) => value * Math.cos(angle) - y[k]! * Math.sin(angle)),
  y: x.map((value, k) => value * Math.sin(angle) + y[k]! * Math.cos(angle)),
  weight,
})

function timesVisited(
  instance: RoutingInstance,
  routes: readonly (readonly number[])[],
): Int32Array {
  const times = new Int32Array(instance.customers.length)
  for (const stops of routes) for (const c of stops) times[c]! += 1
  return times
}

function customersOf(
  instance: RoutingInstance,
  cut: {
    routes: readonly { route: RoutingRoute; stops: readonly number[] }[]
    absent: readonly number[]
  },
  times: Int32Array,
): Pick<Part, 'customers' | 'held'> {
  const inside = new Map<number, { times: number; days: number }>()
  for (const { route, stops } of cut.routes)
    for (const c of stops) {
      const seen = inside.get(c) ?? { times: 0, days: 0 }
      inside.set(c, {
        times: seen.times + 1,
        days: seen.days + 2 ** (instance.days - route.day),
      })
    }
  const customers = [...inside.keys(), ...cut.absent].sort((a, b) => a - b)
  const held = [...inside].filter(([c, seen]) => seen.times < times[c]!)
  return { customers, held: new Map(held.map(([c, seen]) => [c, seen.days])) }
}
