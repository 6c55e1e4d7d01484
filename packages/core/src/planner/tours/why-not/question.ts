import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import type { TravelMatrix } from '../../../plan/routing-rules.ts'
import type { RuledProblem } from '../ruled/problem.ts'
import { fleetOfRoute } from './fleet-of-route.ts'

/** An instance with routes for it, and whom it shall serve besides those it serves. */
export interface Question {
  /** As it is asked: for a better place of a served customer, with that place demanded. */
  instance: RoutingInstance
  /** As it stands. */
  original: RoutingInstance
  /** Ids that the answer must serve: a customer, or all who send to and receive from each other. */
  customers: readonly number[]
  /** Everyone who is served now, or is asked about. */
  served: ReadonlySet<number>
  /** Routes as they are, without the customer asked about. */
  solution: RoutingSolution
  /** Levels of the routes as they are. */
  levels: readonly number[]
  cost: number
}

/** A customer with all who send to and receive from each other with it, in the order of their ids. */
export function groupOf({ customers }: RoutingInstance, id: number): number[] {
  const found = new Set([id])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const c of customers) {
      const to = c.rules?.deliverTo
      if (to === undefined || (!found.has(c.id) && !found.has(to))) continue
      found.add(c.id)
      found.add(to)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** The unit of a customer in a compiled instance. */
export const unitOf = (problem: RuledProblem, id: number): number =>
  problem.unitOf[problem.instance.customers.findIndex((c) => c.id === id)]!

/** The same routes without some customers; a day without any stays only where it has a night away. */
export function without(solution: RoutingSolution, ids: readonly number[]): RoutingSolution {
  const routes = solution.routes.flatMap((route) => {
    const stops = route.stops.filter((id) => !ids.includes(id))
    if (stops.length === route.stops.length) return [route]
    const away = route.run?.startsAt !== undefined || route.run?.endsAt !== undefined
    return stops.length > 0 || away ? [{ ...route, stops }] : []
  })
  return { routes, unserved: [...new Set([...solution.unserved, ...ids])].sort((a, b) => a - b) }
}

/** The instance with its customers in the order of their ids, so that the order of the file decides nothing. */
export function inOrderOfIds(instance: RoutingInstance): RoutingInstance {
  const order = instance.customers.map((_, k) => k)
  order.sort((a, b) => instance.customers[a]!.id - instance.customers[b]!.id)
  if (order.every((k, at) => k === at)) return instance
  const { depots, matrix, durations, travel } = instance
  const places = [...depots.keys(), ...order.map((k) => depots.length + k)]
  const sorted = (rows: readonly (readonly number[])[]) =>
    places.map((i) => places.map((j) => rows[i]![j]!))
  return {
    ...instance,
    customers: order.map((k) => instance.customers[k]!),
    ...(matrix ? { matrix: sorted(matrix) } : {}),
    ...(durations ? { durations: sorted(durations) } : {}),
    ...(travel
      ? {
          travel: travel.map(
            ({ lengths, times }): TravelMatrix => ({
              lengths: sorted(lengths),
              times: sorted(times),
            }),
          ),
        }
      : {}),
  }
}

/** Routes in the order of day, depot and vehicle, each of a vehicle that there is. */
export function inOrderOfDays(
  instance: RoutingInstance,
  solution: RoutingSolution,
): RoutingSolution {
  const routes = solution.routes.filter((route) => fleetOfRoute(instance, route))
  routes.sort((a, b) => a.day - b.day || a.depot - b.depot || a.vehicle - b.vehicle)
  return { routes, unserved: [...solution.unserved].sort((a, b) => a - b) }
}
