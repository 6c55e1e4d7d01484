import type { Random } from '../kernel/random.ts'
import type { RoadClass, RoadNetwork, RoadWay, Surface } from '../territory/roads.ts'
import { type Ground, lngLatOf } from './ground.ts'
import { numberOf, type RoadWeb, rankOf, stepCells } from './roads.ts'

interface Build {
  class: RoadClass
  widthM: readonly [number, number]
  /** Chance that it is paved; else gravel. */
  paved: number
}

const builds: readonly Build[] = [
  { class: 'primary', widthM: [8.5, 9], paved: 1 },
  { class: 'tertiary', widthM: [6, 6.5], paved: 1 },
  { class: 'unclassified', widthM: [4.5, 4.5], paved: 0.96 },
  { class: 'residential', widthM: [3.5, 3.5], paved: 0.7 },
  { class: 'path', widthM: [1.2, 1.2], paved: 0 },
]

/** Steps from cell to cell become lines between junctions, drawn as roads run: without corners of the raster. */
export function roadNetwork(ground: Ground, web: RoadWeb, random: Random): RoadNetwork {
  const next = neighbours(ground, web)
  const chains = chainsOf(ground, web, next)
  const place = smoothPlaces(ground, next)
  const points: [number, number][] = []
  const pointOf = new Map<number, number>()
  const corner = (cell: number): number => {
    let index = pointOf.get(cell)
    if (index === undefined) {
      index = points.length
      pointOf.set(cell, index)
      points.push(place.get(cell)!)
    }
    return index
  }
  const draw = random.fork('roads')
  const parts = new Map<number, number>()
  const ways = chains.map((chain) => {
    const part = (parts.get(chain.road) ?? 0) + 1
    parts.set(chain.road, part)
    return way(ground, chain, part, lineOf(chain.cells, place, points, corner), draw)
  })
  const lng = new Float64Array(points.length)
  const lat = new Float64Array(points.length)
  points.forEach(([column, row], k) => {
    const [x, y] = lngLatOf(ground, column, row)
    lng[k] = x
    lat[k] = y
  })
  return { lng, lat, ways }
}

interface Chain {
  road: number
  cells: number[]
}

const letters = ['S', 'X', 'C', 'H', 'B'] as const

function way(
  ground: Ground,
  chain: Chain,
  part: number,
  points: Uint32Array,
  draw: Random,
): RoadWay {
  const rank = rankOf(chain.road)
  const build = builds[rank]!
  const paved = draw.next() < build.paved
  const surface: Surface = paved ? 'paved' : rank === 4 ? 'dirt' : 'gravel'
  const name = `${letters[rank]}${String(numberOf(chain.road)).padStart(3, '0')}`
  const bridge = chain.cells.length <= 4 && chain.cells.some((cell) => ground.areaKm2[cell]! > 5)
  const weak = rank >= 2 && bridge && draw.next() < 0.1
  return {
    id: `${name}-${part}`,
    name,
    class: build.class,
    surface,
    widthM: build.widthM[draw.below(2)]!,
    oneway: 0,
    bridge,
    tunnel: false,
    footOnly: rank === 4,
    ...(weak ? { maxWeightT: 8 } : {}),
    points,
  }
}

function neighbours(ground: Ground, web: RoadWeb): Map<number, Map<number, number>> {
  const next = new Map<number, Map<number, number>>()
  const add = (a: number, b: number, road: number) => {
    const list = next.get(a)
    if (list) list.set(b, road)
    else next.set(a, new Map([[b, road]]))
  }
  const keys = [...web.steps.keys()].sort((a, b) => a - b)
  for (const key of keys) {
    const [a, b] = stepCells(ground, key)
    const road = web.steps.get(key)!
    add(a, b, road)
    add(b, a, road)
  }
  return next
}

/** Runs of steps of one road between junctions. */
function chainsOf(ground: Ground, web: RoadWeb, next: Map<number, Map<number, number>>): Chain[] {
  const isJunction = (cell: number): boolean => {
    const list = next.get(cell)!
    return list.size !== 2 || new Set(list.values()).size > 1
  }
  const seen = new Set<number>()
  const n = ground.z.length
  const chains: Chain[] = []
  const follow = (start: number, first: number, road: number) => {
    const cells = [start, first]
    seen.add(Math.min(start, first) * n + Math.max(start, first))
    let before = start
    let at = first
    while (!isJunction(at) && at !== start) {
      const onward = [...next.get(at)!.keys()].find((cell) => cell !== before)!
      seen.add(Math.min(at, onward) * n + Math.max(at, onward))
      before = at
      at = onward
      cells.push(at)
    }
    chains.push({ road, cells })
  }
  const cells = [...next.keys()].sort((a, b) => a - b)
  for (const start of [...cells.filter(isJunction), ...cells]) {
    for (const [other, road] of next.get(start)!) {
      if (!seen.has(Math.min(start, other) * n + Math.max(start, other))) follow(start, other, road)
    }
  }
  if (seen.size !== web.steps.size) throw new Error('a road step is in no chain')
  return chains.sort(
    (a, b) => a.road - b.road || a.cells[0]! - b.cells[0]! || a.cells[1]! - b.cells[1]!,
  )
}

/** Places of road cells in fractions of cells, drawn towards their neighbours so that bends are round. */
function smoothPlaces(
  ground: Ground,
  next: Map<number, Map<number, number>>,
): Map<number, [number, number]> {
  let place = new Map<number, [number, number]>()
  for (const cell of next.keys()) {
    place.set(cell, [cell % ground.columns, Math.floor(cell / ground.columns)])
  }
  for (let pass = 0; pass < 2; pass++) {
    const moved = new Map<number, [number, number]>()
    for (const [cell, list] of next) {
      const own = place.get(cell)!
      if (list.size !== 2) {
        moved.set(cell, own)
        continue
      }
      const [a, b] = [...list.keys()].map((other) => place.get(other)!) as [
        [number, number],
        [number, number],
      ]
      moved.set(cell, [(a[0] + b[0] + 2 * own[0]) / 4, (a[1] + b[1] + 2 * own[1]) / 4])
    }
    place = moved
  }
  return place
}

/** Points of a line with its corners cut once (Chaikin 1974); ends stay, since other lines meet there. */
function lineOf(
  cells: readonly number[],
  place: ReadonlyMap<number, [number, number]>,
  points: [number, number][],
  corner: (cell: number) => number,
): Uint32Array {
  const line: number[] = [corner(cells[0]!)]
  for (let k = 1; k < cells.length - 1; k++) {
    const own = place.get(cells[k]!)!
    for (const side of [cells[k - 1]!, cells[k + 1]!]) {
      const other = place.get(side)!
      line.push(points.length)
      points.push([0.75 * own[0] + 0.25 * other[0], 0.75 * own[1] + 0.25 * other[1]])
    }
  }
  line.push(corner(cells.at(-1)!))
  return Uint32Array.from(line)
}
