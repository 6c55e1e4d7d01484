import type { RoutingInstance } from '../../../../plan/routing.ts'
import type { OpenedRoad, PlaceName } from '../answer.ts'
import { fleetOfRoute, tableOnDay } from '../fleet-of-route.ts'
import type { Probe } from './probe.ts'

/**
 * Roads to and from the customer that are closed in some table of `travel` and open in another are open in all, as long as in
 * the quickest of them. A road that no table knows has no length, and none is made up.
 */
export const roadOpened: Probe<'road-opened'> = {
  kind: 'road-opened',
  answers: ['road'],
  widest: ({ instance, customers }) => {
    const roads = customers.flatMap((id) => closedRoads(instance, id))
    return roads.length === 0 ? [] : [{ kind: 'road-opened', what: { roads } }]
  },
  apply: (instance, _, { what: { roads } }) => {
    if (!instance.travel) return instance
    const travel = instance.travel.map(({ lengths, times }, table) => {
      const longer = lengths.map((row) => [...row])
      const later = times.map((row) => [...row])
      for (const road of roads) {
        if (road.table !== table) continue
        const [from, to] = [indexOf(instance, road.from), indexOf(instance, road.to)]
        longer[from]![to] = road.length
        later[from]![to] = road.time
      }
      return { lengths: longer, times: later }
    })
    return { ...instance, travel }
  },
  narrow: ({ instance }, part, { routes }) => {
    const used = new Set<string>()
    for (const route of routes) {
      const fleet = fleetOfRoute(instance, route)
      if (!fleet) continue
      const table = tableOnDay(fleet, route.day)
      const ids = route.stops.map((id): PlaceName => ({ customer: id }))
      const depots = instance.depots.map((_, d): PlaceName => ({ depot: d + 1 }))
      const ways = [
        ...ids.slice(1).map((to, k) => [ids[k]!, to] as const),
        // Reloads and nights lead by other depots than the vehicle's own.
        ...depots.flatMap((d) => ids.flatMap((id) => [[d, id] as const, [id, d] as const])),
      ]
      for (const [from, to] of ways) used.add(JSON.stringify([table, from, to]))
    }
    const roads = part.what.roads.filter(({ table, from, to }) =>
      used.has(JSON.stringify([table, from, to])),
    )
    return { ...part, what: { roads } }
  },
}

const indexOf = (instance: RoutingInstance, place: PlaceName): number =>
  'depot' in place
    ? place.depot - 1
    : instance.depots.length + instance.customers.findIndex((c) => c.id === place.customer)

function closedRoads(instance: RoutingInstance, id: number): OpenedRoad[] {
  const { travel = [], depots, customers } = instance
  const own: PlaceName = { customer: id }
  const others: PlaceName[] = [
    ...depots.map((_, d) => ({ depot: d + 1 })),
    ...customers.filter((c) => c.id !== id).map((c) => ({ customer: c.id })),
  ]
  const both = others.flatMap((other): [PlaceName, PlaceName][] => [
    [other, own],
    [own, other],
  ])
  return both.flatMap(([from, to]) => {
    const [i, j] = [indexOf(instance, from), indexOf(instance, to)]
    const known = travel
      .map(({ lengths, times }) => ({ length: lengths[i]![j]!, time: times[i]![j]! }))
      .filter(({ length, time }) => length >= 0 && time >= 0)
      .sort((a, b) => a.time - b.time || a.length - b.length)
    const [quickest] = known
    if (!quickest || known.length === travel.length) return []
    return travel.flatMap(({ lengths, times }, table) =>
      lengths[i]![j]! < 0 || times[i]![j]! < 0 ? [{ table, from, to, ...quickest }] : [],
    )
  })
}
