import type { Random } from '../kernel/random.ts'
import type { CountySpec, TownshipSpec } from './county-spec.ts'
import { type Ground, straightM } from './ground.ts'
import { type Spread, spread } from './spread.ts'

/** Where people live, as cells of the ground; names, codes and numbers come later. */
export interface VillageSite {
  /** The village centre. */
  cell: number
  /** Natural villages besides the centre. */
  hamlets: number[]
}
export interface TownshipSite {
  spec: TownshipSpec
  /** The first village is the township seat. */
  villages: VillageSite[]
}
export interface CountySite {
  spec: CountySpec
  seat: number
  townships: TownshipSite[]
}

/** Steepest way out of a cell, metres a metre, over two cells' distance. */
function slopes(ground: Ground): Float32Array {
  const { columns, rows, cellM, z } = ground
  const slope = new Float32Array(z.length).fill(9)
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const cell = row * columns + column
      const dx = (z[cell + 1]! - z[cell - 1]!) / (2 * cellM)
      const dy = (z[cell + columns]! - z[cell - columns]!) / (2 * cellM)
      slope[cell] = Math.sqrt(dx * dx + dy * dy)
    }
  }
  return slope
}

/** Cells on which houses can stand, none nearer to the map's edge than `marginM`. */
function buildable(ground: Ground, slope: Float32Array, marginM: number): number[] {
  const { columns, rows } = ground
  const margin = Math.ceil(marginM / ground.cellM)
  const cells: number[] = []
  for (let row = margin; row < rows - margin; row++) {
    for (let column = margin; column < columns - margin; column++) {
      const cell = row * columns + column
      if (slope[cell]! < 0.24 && ground.areaKm2[cell]! < 400) cells.push(cell)
    }
  }
  return cells
}

/** Sites of one or several counties on one ground: seats, townships by distance and height, villages, hamlets. */
export function settle(ground: Ground, specs: readonly CountySpec[], random: Random): CountySite[] {
  const slope = slopes(ground)
  const cells = buildable(ground, slope, 1_200)
  const seats = specs.map((spec) => findSeat(ground, cells, slope, spec))
  const reach = spread(ground, { sources: seats, moves: 8 })
  const counties = specs.map((spec, k) => {
    const own = cells.filter((cell) => reach.label[cell] === k)
    const seatCells = findTownships(ground, own, slope, reach, spec, seats[k]!)
    return { spec, own, seatCells, seat: seats[k]! }
  })
  const regions = spread(ground, { sources: counties.flatMap((c) => c.seatCells), moves: 8 })
  let first = 0
  return counties.map(({ spec, own, seatCells, seat }) => {
    const draw = random.fork(`villages ${spec.code6}`)
    const ofTownship: number[][] = seatCells.map(() => [])
    for (const cell of own) {
      const at = regions.label[cell]! - first
      ofTownship[at]?.push(cell)
    }
    first += seatCells.length
    const quotas = villageQuotas(spec, ofTownship)
    const taken: number[] = []
    const townships = spec.townships.map((township, t) => ({
      spec: township,
      villages: findVillages(ground, ofTownship[t]!, slope, seatCells[t]!, quotas[t]!, taken, {
        street: township.kind === 'street',
        draw,
      }),
    }))
    findHamlets(ground, townships, cells, slope, draw)
    return { spec, seat, townships }
  })
}

function findSeat(
  ground: Ground,
  cells: readonly number[],
  slope: Float32Array,
  spec: CountySpec,
): number {
  const wantColumn = spec.seat.x * ground.columns
  const wantRow = spec.seat.y * ground.rows
  return lowest(cells, (cell) => {
    const dx = ((cell % ground.columns) - wantColumn) * ground.cellM
    const dy = (Math.floor(cell / ground.columns) - wantRow) * ground.cellM
    const away = Math.sqrt(dx * dx + dy * dy) / 4_000
    const high = Math.abs(ground.z[cell]! - spec.seat.heightM) / 12
    return away + high + 20 * slope[cell]! + (ground.areaKm2[cell]! < 20 ? 0 : 3)
  })
}

/** Township seats one after another: where distance and height fit best, apart from those before. */
function findTownships(
  ground: Ground,
  cells: readonly number[],
  slope: Float32Array,
  reach: Spread,
  spec: CountySpec,
  seat: number,
): number[] {
  const chosen: number[] = []
  const gentle = cells.filter((cell) => slope[cell]! < 0.12)
  for (const township of spec.townships) {
    const apart = township.kind === 'street' ? 900 : 4_200
    const cell = lowest(gentle, (at) => {
      if (township.kind === 'street' && chosen.length === 0) return straightM(ground, at, seat)
      for (const other of chosen) {
        if (straightM(ground, at, other) < apart) return Number.POSITIVE_INFINITY
      }
      const far = Math.abs(reach.metres[at]! / 1_000 - township.seatKm) / 3
      const high = Math.abs(ground.z[at]! - township.heightM) / 60
      return far + high + 12 * slope[at]!
    })
    chosen.push(cell)
  }
  return chosen
}

/** Villages by township: at least three, the rest by area and people; the sum is the spec's. */
function villageQuotas(spec: CountySpec, areas: readonly (readonly number[])[]): number[] {
  const least = 3
  const weight = spec.townships.map(
    (t, k) =>
      Math.sqrt(areas[k]!.length) * Math.sqrt(Math.min(t.residents, 7_000)) +
      (t.kind === 'street' ? 0 : 1),
  )
  const total = weight.reduce((a, b) => a + b, 0)
  const open = spec.villages - least * spec.townships.length
  const exact = weight.map((w) => (w / total) * open)
  const quotas = exact.map((e) => least + Math.floor(e))
  const byRest = exact
    .map((e, k) => ({ k, rest: e - Math.floor(e) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
  let left = spec.villages - quotas.reduce((a, b) => a + b, 0)
  for (const { k } of byRest) if (left-- > 0) quotas[k]! += 1
  return quotas
}

/** Village centres: gentle ground drawn at random, well apart; the distance shrinks until all find room. */
function findVillages(
  ground: Ground,
  cells: readonly number[],
  slope: Float32Array,
  seat: number,
  count: number,
  taken: number[],
  how: { street: boolean; draw: Random },
): VillageSite[] {
  const near = how.street ? cells.filter((cell) => straightM(ground, cell, seat) < 3_500) : cells
  const order = near
    .map((cell) => ({ cell, key: how.draw.next() * (0.05 + slope[cell]!) }))
    .sort((a, b) => a.key - b.key || a.cell - b.cell)
  const found: VillageSite[] = [{ cell: seat, hamlets: [] }]
  taken.push(seat)
  for (let apart = how.street ? 900 : 2_600; found.length < count && apart > 50; apart *= 0.85) {
    for (const { cell } of order) {
      if (found.length === count) break
      if (taken.some((other) => straightM(ground, cell, other) < apart)) continue
      found.push({ cell, hamlets: [] })
      taken.push(cell)
    }
  }
  return found
}

/** Natural villages: four to seven besides the centre, some within a walk, some far up their own valley. */
function findHamlets(
  ground: Ground,
  townships: readonly TownshipSite[],
  cells: readonly number[],
  slope: Float32Array,
  draw: Random,
): void {
  const villages = townships.flatMap((t) => t.villages)
  const { columns } = ground
  const houses = new Set(cells)
  const owner = spread(ground, {
    sources: villages.map((v) => v.cell),
    riverFactor: 1,
    limit: 15_000,
    moves: 8,
  }).label
  const taken = new Set(villages.map((v) => v.cell))
  villages.forEach((village, k) => {
    const want = 5 + draw.below(3)
    const column = village.cell % columns
    const row = Math.floor(village.cell / columns)
    for (let tries = 0; village.hamlets.length < want && tries < 1_500; tries++) {
      const far = (320 + 2_000 * draw.next() ** 2) * (1 + Math.min(tries, 500) / 500)
      const angle = 2 * Math.PI * draw.next()
      const c = Math.round(column + (far * Math.cos(angle)) / ground.cellM)
      const r = Math.round(row + (far * Math.sin(angle)) / ground.cellM)
      const cell = r * columns + c
      if (!houses.has(cell) || owner[cell] !== k || taken.has(cell)) continue
      if (slope[cell]! > 0.1 + 0.3 * draw.next()) continue
      if (crowded(cell, village, ground)) continue
      village.hamlets.push(cell)
      taken.add(cell)
    }
  })
}

const crowded = (cell: number, village: VillageSite, ground: Ground): boolean =>
  [village.cell, ...village.hamlets].some((other) => straightM(ground, cell, other) < 280)

/** The item with the lowest score; the first of equals. */
export function lowest<T extends number | object>(
  items: readonly T[],
  score: (item: T) => number,
): T {
  let best: T = items[0] as T
  let least = Number.POSITIVE_INFINITY
  for (const item of items) {
    const s = score(item)
    if (s < least) {
      least = s
      best = item
    }
  }
  return best
}
