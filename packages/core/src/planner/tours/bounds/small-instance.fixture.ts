import type { Random } from '../../../kernel/random.ts'
import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'

export interface SmallShape {
  customers: number
  days: number
  depots: number
  vehicles: number
  capacity: number
  windows: boolean
  maxDuration: number
  /** Price of a day out; 0: cost is length. */
  perDay: number
}

/** Roads of whole lengths and times, closed under detours: no way is longer than one by another place. */
export function smallInstance(source: Random, shape: SmallShape): RoutingInstance {
  const { customers, days, depots, windows } = shape
  const size = depots + customers
  const points = Array.from({ length: size }, () => [source.below(60), source.below(60)] as const)
  const matrix = points.map(([x, y]) => points.map(([u, v]) => Math.ceil(Math.hypot(x - u, y - v))))
  for (let via = 0; via < size; via++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        matrix[a]![b] = Math.min(matrix[a]![b]!, matrix[a]![via]! + matrix[via]![b]!)
  const patterns = Array.from({ length: 2 ** days - 1 }, (_, k) => k + 1)
  return {
    name: 'small',
    days,
    objective: shape.perDay > 0 ? 'levels' : 'distance',
    convention: 'float',
    depots: Array.from({ length: depots }, (_, d) => ({
      id: d + 1,
      x: points[d]![0],
      y: points[d]![1],
      open: 0,
      close: windows ? 300 : Infinity,
    })),
    fleets: fleetsOf(source, shape),
    customers: Array.from({ length: customers }, (_, k) => {
      const open = windows ? source.below(120) : 0
      const close = windows ? open + 30 + source.below(120) : Infinity
      return {
        id: depots + k + 1,
        x: points[depots + k]![0],
        y: points[depots + k]![1],
        service: source.below(12),
        demand: 1 + source.below(5),
        open,
        close,
        patterns: source.shuffle(patterns).slice(0, 1 + source.below(3)),
        prize: 0,
        optional: false,
      }
    }),
    matrix,
  }
}

/** Each depot's first vehicle goes out on all days, its others on some. */
function fleetsOf(source: Random, shape: SmallShape): RoutingFleet[] {
  const all = Array.from({ length: shape.days }, (_, d) => d + 1)
  const costs = { perDay: shape.perDay, perLength: 1, perTime: 0 }
  return Array.from({ length: shape.depots }, (_, depot) => {
    const alike = {
      depot,
      capacity: shape.capacity,
      maxDuration: shape.maxDuration,
      ...(shape.perDay > 0 ? { rules: { costs } } : {}),
    }
    const some = all.filter((day) => day === 1 || source.below(2) === 0)
    const others = Array.from({ length: shape.vehicles - 1 }, (_, v) => v + 2)
    return [
      { ...alike, days: all, vehicles: [1] },
      { ...alike, days: some, vehicles: others },
    ]
  }).flat()
}
