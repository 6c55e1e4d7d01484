import type {
  RoutingCustomer,
  RoutingFleet,
  RoutingInstance,
  RoutingRoute,
} from '../../../plan/routing.ts'

/** Vehicles of one fleet that a part may send out on one day. */
export interface PartFleet {
  /** Index into the whole's `fleets`. */
  fleet: number
  day: number
  vehicles: readonly number[]
}

/** A piece of an instance that is solved by itself: no two parts of one cut hold the same vehicle on the same day. */
export interface Part {
  /** Indices into the whole's `customers`, ascending. */
  customers: readonly number[]
  /** Customers that are visited by routes outside as well: their days inside must stay, as a pattern of the file. */
  held: ReadonlyMap<number, number>
  fleets: readonly PartFleet[]
  /** Its present routes, depots numbered as in the whole. */
  routes: readonly RoutingRoute[]
}

/** A part as an instance of its own, with only its customers, depots and vehicles. */
export interface PartInstance {
  instance: RoutingInstance
  /** For each of its depots the index in the whole. */
  depots: readonly number[]
  /** The part's present routes, depots numbered as in `instance`. */
  routes: readonly RoutingRoute[]
}

export function partInstance(whole: RoutingInstance, part: Part): PartInstance {
  const depots = [...new Set(part.fleets.map((f) => whole.fleets[f.fleet]!.depot))].sort(
    (a, b) => a - b,
  )
  const numberOf = new Map(depots.map((depot, k) => [depot, k]))
  const fleets = part.fleets.map(({ fleet, day, vehicles }): RoutingFleet => {
    const own = whole.fleets[fleet]!
    return { ...own, days: [day], depot: numberOf.get(own.depot)!, vehicles }
  })
  const places = [...depots, ...part.customers.map((c) => whole.depots.length + c)]
  const cut = (matrix: readonly (readonly number[])[]) =>
    places.map((a) => places.map((b) => matrix[a]![b]!))
  const { matrix, durations, ...rest } = whole
  return {
    instance: {
      ...rest,
      depots: depots.map((d) => whole.depots[d]!),
      fleets,
      customers: part.customers.map((c) => customerOf(whole.customers[c]!, part.held.get(c))),
      ...(matrix ? { matrix: cut(matrix) } : {}),
      ...(durations ? { durations: cut(durations) } : {}),
    },
    depots,
    routes: part.routes.map((r) => ({ ...r, depot: numberOf.get(r.depot - 1)! + 1 })),
  }
}

const customerOf = (customer: RoutingCustomer, held: number | undefined): RoutingCustomer =>
  held === undefined ? customer : { ...customer, patterns: [held], optional: false }

/** A part's routes as the whole numbers its depots. */
export const inWhole = (
  { depots }: PartInstance,
  routes: readonly RoutingRoute[],
): RoutingRoute[] => routes.map((r) => ({ ...r, depot: depots[r.depot - 1]! + 1 }))
