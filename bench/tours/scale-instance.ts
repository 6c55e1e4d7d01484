import { random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'

/** Seeded instances of any size: the question stays the same, only there is more of it. */
export const scaleKinds = { cvrp, county } as const

export type ScaleKind = keyof typeof scaleKinds

/** Nothing but load binds: about ten stops a route, half of the customers in clusters, one depot in the middle (as Uchoa et al. 2017). */
function cvrp(customers: number): RoutingInstance {
  const source = random(customers)
  const side = Math.round(40 * Math.sqrt(customers))
  const centres = Array.from({ length: Math.ceil(customers / 70) }, () => [
    source.below(side),
    source.below(side),
  ])
  const place = (): { x: number; y: number } => {
    if (source.next() < 0.5) return { x: source.below(side), y: source.below(side) }
    const [x, y] = source.pick(centres) as [number, number]
    const near = (at: number) =>
      Math.max(0, Math.min(side, Math.round(at + source.normal() * side * 0.03)))
    return { x: near(x), y: near(y) }
  }
  return {
    name: `cvrp-${customers}`,
    days: 1,
    objective: 'distance',
    convention: 'round',
    depots: [{ id: 0, x: side >> 1, y: side >> 1, open: 0, close: Infinity }],
    fleets: [
      {
        days: [1],
        depot: 0,
        vehicles: Array.from({ length: customers }, (_, k) => k + 1),
        capacity: 500,
        maxDuration: Infinity,
      },
    ],
    customers: Array.from({ length: customers }, (_, k) => ({
      id: k + 1,
      ...place(),
      service: 0,
      demand: 1 + source.below(100),
      open: 0,
      close: Infinity,
      patterns: [1],
      prize: 0,
      optional: false,
    })),
  }
}

/**
 * Counties of a hundred villages, each visited once a week: five days, a depot with six vehicles, shifts of eight hours that hold
 * about five stops of an hour. Coordinates are minutes on the road.
 */
function county(villages: number): RoutingInstance {
  const source = random(villages + 1)
  const counties = Math.ceil(villages / 100)
  const across = Math.ceil(Math.sqrt(counties))
  const side = 120
  const depots = Array.from({ length: counties }, (_, k) => ({
    id: -k,
    x: (k % across) * side + side / 2,
    y: Math.floor(k / across) * side + side / 2,
    open: 0,
    close: Infinity,
  }))
  return {
    name: `county-${villages}`,
    days: 5,
    objective: 'distance',
    convention: 'exact1000',
    depots,
    fleets: depots.map((_, depot) => ({
      days: [1, 2, 3, 4, 5],
      depot,
      vehicles: [1, 2, 3, 4, 5, 6],
      capacity: Infinity,
      maxDuration: 480,
    })),
    customers: Array.from({ length: villages }, (_, k) => {
      const { x, y } = depots[k % counties]!
      return {
        id: k + 1,
        x: x + Math.round(source.between(-side / 2, side / 2)),
        y: y + Math.round(source.between(-side / 2, side / 2)),
        service: 60,
        demand: 0,
        open: 0,
        close: Infinity,
        patterns: [0b10000, 0b01000, 0b00100, 0b00010, 0b00001],
        prize: 0,
        optional: false,
      }
    }),
  }
}
