import type { Random } from '../../../kernel/random.ts'
import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'

export interface RandomInstanceOptions {
  customers: number
  days: number
  depots: number
  vehicles: number
  windows: boolean
  limited: boolean
}

const allPatterns = (days: number): number[] =>
  Array.from({ length: 2 ** days - 1 }, (_, k) => k + 1)

/** A small instance of any kind: some customers want several days, some have a choice. */
export function randomInstance(random: Random, options: RandomInstanceOptions): RoutingInstance {
  const { customers, days, depots, vehicles, windows, limited } = options
  const point = () => ({ x: random.below(100), y: random.below(100) })
  const customer = (k: number): RoutingCustomer => {
    const open = windows ? random.below(150) : 0
    const patterns = random.shuffle(allPatterns(days)).slice(0, 1 + random.below(3))
    return {
      id: depots + k + 1,
      ...point(),
      service: random.below(10),
      demand: 1 + random.below(5),
      open,
      close: windows ? open + 40 + random.below(200) : Infinity,
      patterns,
      prize: 0,
      optional: false,
    }
  }
  return {
    name: 'random',
    days,
    objective: 'distance',
    convention: 'round',
    depots: Array.from({ length: depots }, (_, k) => ({
      id: k + 1,
      ...point(),
      open: 0,
      close: windows ? 600 : Infinity,
    })),
    fleets: Array.from({ length: days * depots }, (_, k) => ({
      days: [(k % days) + 1],
      depot: Math.floor(k / days),
      vehicles: Array.from({ length: vehicles }, (_, v) => v + 1),
      capacity: 12,
      maxDuration: limited ? 350 : Infinity,
    })),
    customers: Array.from({ length: customers }, (_, k) => customer(k)),
  }
}
