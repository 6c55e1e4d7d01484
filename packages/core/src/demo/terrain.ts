import type { Random } from '../kernel/random.ts'
import { neighbours8 } from '../territory/terrain.ts'
import { DEGREE_M, type Ground } from './ground.ts'
import { minHeap } from './min-heap.ts'
import { fractalNoise } from './noise.ts'
import { catchments, floodReceivers, steepestReceivers, upstreamOrder } from './rivers.ts'

interface LandscapeOptions {
  columns: number
  rows: number
  cellM: number
  /** Degrees of the middle. */
  centre: readonly [lng: number, lat: number]
  /** Where rivers leave the map, as fractions of its width and height, with the metres there. */
  outlets: readonly { x: number; y: number; z: number }[]
  /** Steepness of channels; 1 gives peaks of 1,200–1,600 m on a map 45 km wide. */
  steepness: number
}

/** One resolution of the map under work. */
interface Level {
  columns: number
  rows: number
  cellM: number
  isOutlet: Uint8Array
  /** Rock: multiplies the slope of channels. */
  hardness: Float32Array
}

/**
 * Mountains as rivers make them: where uplift and cutting balance, a channel's slope falls with its catchment,
 * S = ks · A^-θ (stream power law, Whipple & Tucker 1999; θ = 0.45). Rivers first grow from the outlets over uneven
 * rock; then heights and courses settle in turn, on a coarse map first and on finer ones after.
 */
export function landscape(options: LandscapeOptions, random: Random): Ground {
  const seed = random.below(2 ** 31)
  const levels = [4, 2, 1].map((factor) => levelOf(options, factor, seed))
  let z: Float32Array | null = null
  let from: Level | null = null
  for (const level of levels) {
    const start: Float32Array | null = z && from ? finer(z, from, level, options, seed) : null
    const receiver = start
      ? floodReceivers(start, level.columns, level.rows, level.isOutlet)
      : growRivers(level, seed)
    z = settle(level, receiver, options, from ? 3 : 14)
    from = level
  }
  return finish(levels.at(-1)!, z!, options)
}

function levelOf(options: LandscapeOptions, factor: number, seed: number): Level {
  const columns = Math.floor((options.columns - 1) / factor) + 1
  const rows = Math.floor((options.rows - 1) / factor) + 1
  const cellM = (options.cellM * (options.columns - 1)) / (columns - 1)
  const isOutlet = new Uint8Array(columns * rows)
  for (const outlet of options.outlets) isOutlet[outletCell(outlet, columns, rows)] = 1
  const hardness = new Float32Array(columns * rows)
  for (let cell = 0; cell < hardness.length; cell++) {
    const x = ((cell % columns) * cellM) / 14_000
    const y = (Math.floor(cell / columns) * cellM) / 14_000
    hardness[cell] = 1 + 0.7 * fractalNoise(x, y, seed ^ 0x5bd1e995, 3)
  }
  return { columns, rows, cellM, isOutlet, hardness }
}

const outletCell = (outlet: { x: number; y: number }, columns: number, rows: number): number =>
  Math.round(outlet.y * (rows - 1)) * columns + Math.round(outlet.x * (columns - 1))

/** A river tree by shortest paths from the outlets over uneven rock: long valleys of like length, none straight. */
function growRivers(level: Level, seed: number): Int32Array {
  const { columns, rows, isOutlet, cellM } = level
  const receiver = new Int32Array(columns * rows).fill(-1)
  const cost = new Float64Array(columns * rows).fill(Number.POSITIVE_INFINITY)
  const rock = Float64Array.from(cost, (_, cell) => {
    const x = ((cell % columns) * cellM) / 4_000
    const y = (Math.floor(cell / columns) * cellM) / 4_000
    const edge = Math.min(
      cell % columns,
      columns - 1 - (cell % columns),
      Math.floor(cell / columns),
      rows - 1 - Math.floor(cell / columns),
    )
    return Math.exp(3.2 * fractalNoise(x, y, seed, 5) + 2 * Math.exp((-edge * cellM) / 1_500))
  })
  const heap = minHeap(1 << 14)
  for (let cell = 0; cell < isOutlet.length; cell++) {
    if (!isOutlet[cell]) continue
    cost[cell] = 0
    receiver[cell] = cell
    heap.push(0, cell)
  }
  while (heap.size > 0) {
    const cell = heap.pop()
    if (heap.key > cost[cell]!) continue
    for (const [dx, dy] of neighbours8) {
      const c = (cell % columns) + dx
      const r = Math.floor(cell / columns) + dy
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue
      const other = r * columns + c
      const step = (dx !== 0 && dy !== 0 ? Math.SQRT2 : 1) * (rock[cell]! + rock[other]!)
      if (cost[cell]! + step >= cost[other]!) continue
      cost[other] = cost[cell]! + step
      receiver[other] = cell
      heap.push(cost[other]!, other)
    }
  }
  return receiver
}

/** Heights from rivers, rivers from heights, some rounds. */
function settle(
  level: Level,
  start: Int32Array,
  options: LandscapeOptions,
  rounds: number,
): Float32Array {
  let receiver = start
  let z: Float32Array = new Float32Array(start.length)
  for (let round = 0; round < rounds; round++) {
    const order = upstreamOrder(receiver)
    z = riverHeights(level, receiver, order, options)
    if (round < rounds - 1) {
      receiver = steepestReceivers(z, level.columns, level.rows, level.isOutlet)
    }
  }
  return z
}

/** Slope of a channel draining `km2`; below 0.08 km² it is a hillside, as steep as ground stands. */
const channelSlope = (km2: number, hardness: number, steepness: number): number =>
  Math.min(0.62, 0.085 * steepness * hardness * Math.max(0.08, km2) ** -0.45)

function riverHeights(
  level: Level,
  receiver: Int32Array,
  order: Int32Array,
  options: LandscapeOptions,
): Float32Array {
  const { columns, rows, cellM, hardness } = level
  const area = catchments(receiver, order, cellM)
  const z = new Float32Array(receiver.length)
  for (const outlet of options.outlets) z[outletCell(outlet, columns, rows)] = outlet.z
  for (let k = 0; k < order.length; k++) {
    const cell = order[k]!
    const r = receiver[cell]!
    if (r === cell) continue
    const diagonal = cell % columns !== r % columns && Math.abs(cell - r) !== columns
    const run = diagonal ? cellM * Math.SQRT2 : cellM
    z[cell] = z[r]! + run * channelSlope(area[cell]!, hardness[cell]!, options.steepness)
  }
  return z
}

/** The coarser map laid over the finer, roughened so that small valleys find their own way. */
function finer(
  z: Float32Array,
  from: Level,
  to: Level,
  options: LandscapeOptions,
  seed: number,
): Float32Array {
  const fine = new Float32Array(to.columns * to.rows)
  const scale = (from.columns - 1) / (to.columns - 1)
  for (let row = 0; row < to.rows; row++) {
    const y = Math.min(from.rows - 1.001, row * scale)
    const top = Math.floor(y)
    for (let column = 0; column < to.columns; column++) {
      const x = Math.min(from.columns - 1.001, column * scale)
      const left = Math.floor(x)
      const at = top * from.columns + left
      const upper = z[at]! * (1 - x + left) + z[at + 1]! * (x - left)
      const below = at + from.columns
      const lower = z[below]! * (1 - x + left) + z[below + 1]! * (x - left)
      const rough = fractalNoise(column / 5, row / 5, seed ^ to.columns, 3)
      fine[row * to.columns + column] =
        upper * (1 - y + top) + lower * (y - top) + 0.15 * to.cellM * rough
    }
  }
  for (const outlet of options.outlets) fine[outletCell(outlet, to.columns, to.rows)] = outlet.z
  return fine
}

function finish(level: Level, z: Float32Array, options: LandscapeOptions): Ground {
  const { columns, rows, cellM } = level
  const receiver = steepestReceivers(z, columns, rows, level.isOutlet)
  const order = upstreamOrder(receiver)
  const areaKm2 = catchments(receiver, order, cellM)
  const dLat = cellM / DEGREE_M
  const dLng = dLat / Math.cos((options.centre[1] * Math.PI) / 180)
  const soft = smoothHillsides(z, areaKm2, columns, rows)
  return {
    columns,
    rows,
    cellM,
    west: options.centre[0] - ((columns - 1) / 2) * dLng,
    north: options.centre[1] + ((rows - 1) / 2) * dLat,
    z: flatFloors(soft, receiver, order, areaKm2, cellM),
    receiver,
    areaKm2,
  }
}

/** Soil creeps: hillsides are rounded, rivers stay where they are. */
function smoothHillsides(
  z: Float32Array,
  areaKm2: Float32Array,
  columns: number,
  rows: number,
): Float32Array {
  let from = z
  for (let pass = 0; pass < 2; pass++) {
    const to = Float32Array.from(from)
    for (let row = 1; row < rows - 1; row++) {
      for (let column = 1; column < columns - 1; column++) {
        const cell = row * columns + column
        if (areaKm2[cell]! > 0.4) continue
        let sum = 0
        for (const [dx, dy] of neighbours8) sum += from[cell + dy * columns + dx]!
        to[cell] = 0.4 * from[cell]! + (0.6 * sum) / 8
      }
    }
    from = to
  }
  return from
}

/** Rivers lay down floors: beside a larger river the ground rises only gently for some distance. */
function flatFloors(
  z: Float32Array,
  receiver: Int32Array,
  order: Int32Array,
  areaKm2: Float32Array,
  cellM: number,
): Float32Array {
  const flat = Float32Array.from(z)
  /** Metres of floor left to either side, handed upslope. */
  const floor = new Float32Array(z.length)
  for (let k = 0; k < order.length; k++) {
    const cell = order[k]!
    const own = areaKm2[cell]! < 1.5 ? 0 : Math.min(500, 55 * Math.sqrt(areaKm2[cell]!))
    const r = receiver[cell]!
    floor[cell] = Math.max(own, r === cell ? 0 : floor[r]! - cellM)
    if (own === 0 && floor[cell]! > 0) flat[cell] = Math.min(z[cell]!, flat[r]! + 0.05 * cellM)
    else if (own === 0 && r !== cell) flat[cell] = Math.min(z[cell]!, flat[r]! + 0.7 * cellM)
  }
  return flat
}
