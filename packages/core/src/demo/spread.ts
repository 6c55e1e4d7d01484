import type { Ground } from './ground.ts'
import { minHeap } from './min-heap.ts'

/** Least-cost ways over the ground from a set of cells. `parent` leads back; `label` is the source's position. */
export interface Spread {
  cost: Float64Array
  parent: Int32Array
  label: Int32Array
  /** Metres along the way. */
  metres: Float32Array
}

/** The eight neighbours and the eight knight's moves: bends of 22.5° make ways that wind. */
const steps: readonly (readonly [number, number])[] = [
  [0, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
  [-1, -2],
  [1, -2],
  [-2, -1],
  [2, -1],
  [-2, 1],
  [2, 1],
  [-1, 2],
  [1, 2],
]

/** What building or using a metre of way costs at a grade; steeper than 12 % is nearly forbidden, so ways turn hairpins. */
const gradeFactor = (grade: number): number => {
  const g = grade / 0.055
  const steep = grade > 0.12 ? ((grade - 0.12) / 0.02) * 6 : 0
  return 1 + g * g + steep
}

export interface SpreadOptions {
  sources: readonly number[]
  /** Cost at which each source starts. */
  startCost?: (cell: number) => number
  /** Marks cells that carry a road already: moving along it is cheap. */
  road?: Uint8Array
  /** Stop beyond this cost. */
  limit?: number
  /** Stop when these are all reached. */
  targets?: readonly number[]
  /** How dear it is to cross a river. */
  riverFactor?: number
}

export function spread(ground: Ground, options: SpreadOptions): Spread {
  const { columns, rows, cellM, z, areaKm2 } = ground
  const n = columns * rows
  const cost = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const parent = new Int32Array(n).fill(-1)
  const label = new Int32Array(n).fill(-1)
  const metres = new Float32Array(n)
  const { road, limit = Number.POSITIVE_INFINITY, riverFactor = 2.2 } = options
  const waiting = new Set(options.targets)
  const heap = minHeap(1 << 14)
  options.sources.forEach((cell, position) => {
    const start = options.startCost?.(cell) ?? 0
    if (start >= cost[cell]!) return
    cost[cell] = start
    label[cell] = position
    heap.push(start, cell)
  })
  while (heap.size > 0) {
    const cell = heap.pop()
    if (heap.key > cost[cell]!) continue
    if (heap.key > limit) break
    if (waiting.delete(cell) && waiting.size === 0) break
    const column = cell % columns
    const row = (cell - column) / columns
    const onRoad = road?.[cell] === 1
    const wet = areaKm2[cell]! > 5
    for (let k = 0; k < 16; k++) {
      const [dx, dy] = steps[k]!
      const c = column + dx
      const r = row + dy
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue
      const other = r * columns + c
      if (cost[other]! <= heap.key) continue
      const length = (k < 4 ? 1 : k < 8 ? Math.SQRT2 : 2.2360679775) * cellM
      let step = length * gradeFactor(Math.abs(z[other]! - z[cell]!) / length)
      if (onRoad && road[other] === 1) step = Math.min(step, length * 2) * 0.35
      else if (wet || areaKm2[other]! > 5) step *= riverFactor
      const total = heap.key + step
      if (total >= cost[other]!) continue
      cost[other] = total
      parent[other] = cell
      label[other] = label[cell]!
      metres[other] = metres[cell]! + length
      heap.push(total, other)
    }
  }
  return { cost, parent, label, metres }
}

/** Cells from `cell` back to its source. */
export function wayBack(ways: Spread, cell: number): number[] {
  const way = [cell]
  for (let at = ways.parent[cell]!; at >= 0; at = ways.parent[at]!) way.push(at)
  return way
}
