import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../../plan/routing-rules.ts'

interface Line {
  instance?: Partial<RoutingInstance>
  fleet?: Partial<Omit<RoutingFleet, 'rules'>>
  rules?: FleetRules
  /** By id. */
  customers?: Record<number, Partial<Omit<RoutingCustomer, 'rules'>> & { rules?: CustomerRules }>
  places?: readonly number[]
}

/**
 * A line with the depot at 0 and customers 1, 2, … at the given places. A unit of way takes a unit of time and costs one, service
 * takes 5, everything is open from 0 to 200. One day, one vehicle for ten; each customer must be served.
 */
export function line({
  instance,
  fleet,
  rules,
  customers = {},
  places = [10, 20, 30],
}: Line): RoutingInstance {
  const days = instance?.days ?? 1
  return {
    name: 'line',
    days,
    objective: 'levels',
    convention: 'round',
    depots: [{ id: 1, x: 0, y: 0, open: 0, close: 200 }],
    fleets: [
      {
        days: Array.from({ length: days }, (_, d) => d + 1),
        depot: 0,
        vehicles: [1],
        capacity: 10,
        maxDuration: Infinity,
        ...(rules ? { rules } : {}),
        ...fleet,
      },
    ],
    customers: places.map((x, k) => ({
      id: k + 1,
      x,
      y: 0,
      service: 5,
      demand: 1,
      open: 0,
      close: 200,
      patterns: Array.from({ length: days }, (_, d) => 1 << d),
      prize: 0,
      optional: false,
      ...customers[k + 1],
    })),
    ...instance,
  }
}
