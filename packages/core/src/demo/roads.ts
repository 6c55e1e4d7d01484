import type { Random } from '../kernel/random.ts'
import { type Ground, straightM } from './ground.ts'
import type { CountySite } from './places.ts'
import { spread, wayBack } from './spread.ts'
import { wayFinder } from './way-finder.ts'

/** From the widest to the narrowest. */
const roadRanks = ['provincial', 'county', 'village', 'hamlet', 'foot'] as const

/** Roads as steps from cell to cell; a cell is one point of road. */
export interface RoadWeb {
  /** The road of each step, by `stepKey`: rank (position in `roadRanks`) × 65,536 + number within the rank. */
  steps: Map<number, number>
  /** Roads numbered so far, by rank. */
  counts: number[]
  /** Cells that carry a road for vehicles. */
  road: Uint8Array
}

export const rankOf = (road: number): number => road >> 16
export const numberOf = (road: number): number => road & 0xffff

const stepKey = (ground: Ground, a: number, b: number): number =>
  Math.min(a, b) * ground.z.length + Math.max(a, b)

export const stepCells = (ground: Ground, key: number): [number, number] => [
  Math.floor(key / ground.z.length),
  key % ground.z.length,
]

/** Roads in the order in which they were built: trunk, township roads, passes between valleys, villages, hamlets. */
export function layRoads(
  ground: Ground,
  counties: readonly CountySite[],
  exits: readonly number[],
  random: Random,
): RoadWeb {
  const web: RoadWeb = {
    steps: new Map(),
    counts: roadRanks.map(() => 0),
    road: new Uint8Array(ground.z.length),
  }
  const seats = counties.map((county) => county.seat)
  const townships = counties.flatMap((county) => county.townships)
  const seatOf = (t: (typeof townships)[number]) => t.villages[0]!.cell
  const important = townships.filter((t) => t.spec.kind !== 'township').map(seatOf)
  connect(ground, web, seats.slice(0, 1), [...seats.slice(1), ...exits], 0)
  connect(ground, web, seats, important, 0)
  connect(ground, web, seats, townships.map(seatOf), 1)
  layPasses(ground, web, townships.map(seatOf))
  const centres = townships.flatMap((t) => t.villages.map((v) => v.cell))
  join(ground, web, centres, () => 2)
  const hamlets = townships.flatMap((t) => t.villages.flatMap((v) => v.hamlets))
  const draw = random.fork('foot')
  join(ground, web, hamlets, () => (draw.next() < 0.05 ? 4 : 3))
  return web
}

/** A new road takes a number; steps that belong to a road of its rank or a wider one keep theirs. */
function addWay(ground: Ground, web: RoadWeb, way: readonly number[], rank: number): void {
  const road = rank * 65_536 + web.counts[rank]! + 1
  let fresh = false
  for (let k = 1; k < way.length; k++) {
    const key = stepKey(ground, way[k - 1]!, way[k]!)
    const old = web.steps.get(key)
    if (old !== undefined && rankOf(old) <= rank) continue
    web.steps.set(key, road)
    fresh = true
  }
  if (fresh) web.counts[rank]! += 1
  if (rank < 4) for (const cell of way) web.road[cell] = 1
}

/** Each target gets its best way to the sources, over roads already there where that helps. */
function connect(
  ground: Ground,
  web: RoadWeb,
  sources: readonly number[],
  targets: readonly number[],
  rank: number,
): void {
  if (targets.length === 0) return
  const ways = spread(ground, { sources, targets, road: web.road })
  for (const target of targets) addWay(ground, web, wayBack(ways, target), rank)
}

/** Each place gets its cheapest way to the nearest road; ways of neighbours share their lower course. */
function join(
  ground: Ground,
  web: RoadWeb,
  places: readonly number[],
  rank: (place: number) => number,
): void {
  const sources: number[] = []
  for (let cell = 0; cell < web.road.length; cell++) if (web.road[cell]) sources.push(cell)
  const ways = spread(ground, { sources, targets: places })
  for (const place of places) {
    if (web.road[place]) continue
    addWay(ground, web, wayBack(ways, place), rank(place))
  }
}

/** Roads between neighbours this many times as long as the straight way ask for a pass. */
const detour = 2.9

/** Where two neighbouring seats are far apart by road, a county road over the pass. */
function layPasses(ground: Ground, web: RoadWeb, seats: readonly number[]): void {
  const wanted: { a: number; b: number; gain: number }[] = []
  const find = wayFinder(ground, web)
  seats.forEach((a, k) => {
    const near = seats
      .map((b, at) => ({ b, at, straight: straightM(ground, a, b) }))
      .filter(({ at }) => at !== k)
      .sort((p, q) => p.straight - q.straight || p.b - q.b)
      .slice(0, 3)
    const byRoad = find.from(a, detour * near.at(-1)!.straight)
    for (const { b, at, straight } of near) {
      if (at < k || straight < 2_000) continue
      const gain = byRoad.metres(b) / straight
      if (gain > detour) wanted.push({ a, b, gain: Math.min(gain, 99) })
    }
  })
  wanted.sort((p, q) => q.gain - p.gain || p.a - q.a || p.b - q.b)
  const most = 3 + Math.ceil(seats.length / 6)
  for (const { a, b } of wanted.slice(0, most)) connect(ground, web, [a], [b], 1)
}
