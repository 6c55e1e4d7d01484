import { bucketQueue } from './bucket-queue.ts'
import type { Ground } from './ground.ts'

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
  const steep = grade > 0.12 ? (grade - 0.12) * 300 : 0
  return Math.min(300, 1 + g * g + steep)
}

/** Moving along a road that is there costs this share, however steep it is. */
const roadShare = 0.35

interface SpreadOptions {
  sources: readonly number[]
  /** Marks cells that carry a road already: moving along it is cheap. */
  road?: Uint8Array
  /** Stop beyond this cost. */
  limit?: number
  /** Stop when these are all reached. */
  targets?: readonly number[]
  /** How dear it is to cross a river. */
  riverFactor?: number
  /** Neighbours looked at: 16 to lay a road, 8 where only the reach matters. */
  moves?: 8 | 16
}

export function spread(ground: Ground, options: SpreadOptions): Spread {
  const { columns, rows, cellM, z, areaKm2 } = ground
  const n = columns * rows
  const cost = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const parent = new Int32Array(n).fill(-1)
  const label = new Int32Array(n).fill(-1)
  const metres = new Float32Array(n)
  const { road, limit = Number.POSITIVE_INFINITY, riverFactor = 2.2, moves = 16 } = options
  const waiting = new Set(options.targets)
  const queue = bucketQueue(0.34 * cellM)
  options.sources.forEach((cell, position) => {
    if (cost[cell] === 0) return
    cost[cell] = 0
    label[cell] = position
    queue.push(0, cell)
  })
  const done = new Uint8Array(n)
  for (let cell = queue.pop(); cell >= 0; cell = queue.pop()) {
    if (done[cell]) continue
    done[cell] = 1
    const so = cost[cell]!
    if (so > limit) break
    if (waiting.delete(cell) && waiting.size === 0) break
    const column = cell % columns
    const row = (cell - column) / columns
    const onRoad = road?.[cell] === 1
    const wet = areaKm2[cell]! > 5
    for (let k = 0; k < moves; k++) {
      const [dx, dy] = steps[k]!
      const c = column + dx
      const r = row + dy
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue
      const other = r * columns + c
      if (done[other]) continue
      const length = (k < 4 ? 1 : k < 8 ? Math.SQRT2 : 2.2360679775) * cellM
      let step = length * gradeFactor(Math.abs(z[other]! - z[cell]!) / length)
      if (onRoad && road[other] === 1) step = Math.min(step, length * 2) * roadShare
      else if (wet || areaKm2[other]! > 5) step *= riverFactor
      const total = so + step
      if (total >= cost[other]!) continue
      cost[other] = total
      parent[other] = cell
      label[other] = label[cell]!
      metres[other] = metres[cell]! + length
      queue.push(total, other)
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
