import { type Random, random } from '../kernel/random.ts'
import type { RoutingCustomer, RoutingInstance } from '../plan/routing.ts'
import { workdaysOf } from '../plan/workdays.ts'
import { nameSource } from './names.ts'

export interface TourCountyOptions {
  seed: number
  villages: number
  /** Townships, each with a depot and one vehicle. */
  depots: number
  year: number
}

/** 73 villages, 4 vehicles, 24 visits a year: the county that the tour engine's bar is set on. */
export const barCounty = { villages: 73, depots: 4, year: 2026 } as const

const sideKm = 45
const kmPerMinute = 27 / 60
const shiftMinutes = 480
/** Fen. Crew and vehicle for a day; fuel and wear for 100 m. */
const perDay = 20_000
const perLength = 15

/** A node of the road network; villages, depots and junctions alike. */
interface Site {
  x: number
  y: number
}

interface Roads {
  sites: Site[]
  /** Kilometres by road, both ways. */
  links: [from: number, to: number, km: number][]
}

/**
 * A year of visits in a mountain county with invented names: townships on a valley road, side valleys with villages strung along
 * them, here and there a pass from one valley's end to the next. Lengths are in units of 100 m, times in minutes, costs in
 * fen. Each village wants 24 visits on working days of the year, 8 to 22 days apart, the first again after the last.
 */
export function tourCounty(options: TourCountyOptions): RoutingInstance {
  const source = random(options.seed)
  const roads: Roads = { sites: [], links: [] }
  const towns = layTowns(roads, options.depots, source.fork('towns'))
  const villages = layValleys(roads, towns, options.villages, source.fork('valleys'))
  const km = allDistances(roads)
  const places = [...towns, ...villages]
  const lengths = places.map((a) => places.map((b) => Math.round(km[a]![b]! * 10)))
  const times = places.map((a) => places.map((b) => Math.ceil(km[a]![b]! / kmPerMinute)))
  const dates = workdaysOf({
    horizon: { from: `${options.year}-01-01`, to: `${options.year}-12-31` } as never,
    workdays: [1, 2, 3, 4, 5],
    holidays: [],
    makeUpWorkdays: [],
  })
  const days = dates.map((_, k) => k + 1)
  const names = nameSource(source.fork('names'))
  const services = source.fork('services')
  return {
    name: `county-${options.villages}-${options.depots}-${options.seed}`,
    days: dates.length,
    objective: 'levels',
    convention: 'float',
    depots: towns.map((site, k) => ({
      id: k + 1,
      x: round(roads.sites[site]!.x),
      y: round(roads.sites[site]!.y),
      open: 480,
      close: 1080,
    })),
    fleets: towns.map((_, depot) => ({
      days,
      depot,
      vehicles: [1],
      capacity: 1,
      maxDuration: shiftMinutes,
      rules: { name: names.township().zh, costs: { perDay, perLength, perTime: 0 } },
    })),
    customers: villages.map(
      (site, k): RoutingCustomer => ({
        id: towns.length + k + 1,
        x: round(roads.sites[site]!.x),
        y: round(roads.sites[site]!.y),
        service: 60 + 5 * services.below(11),
        demand: 0,
        open: 0,
        close: 1440,
        patterns: [],
        prize: 0,
        optional: false,
        rules: {
          name: names.village().zh,
          spacing: { visits: 24, minGap: 8, maxGap: 22, wraps: true },
        },
      }),
    ),
    travel: [{ lengths, times }],
    dates,
    periodDays: 365,
  }
}

const round = (km: number) => Math.round(km * 10) / 10

function addSite(roads: Roads, x: number, y: number): number {
  const inside = (v: number) => Math.max(0.5, Math.min(sideKm - 0.5, v))
  roads.sites.push({ x: inside(x), y: inside(y) })
  return roads.sites.length - 1
}

/** A road winds: longer than straight by a third to two thirds. */
function link(roads: Roads, from: number, to: number, source: Random): void {
  const [a, b] = [roads.sites[from]!, roads.sites[to]!]
  const straight = Math.hypot(a.x - b.x, a.y - b.y)
  roads.links.push([from, to, straight * source.between(1.33, 1.67)])
}

/** Townships along the main river from west to east. */
function layTowns(roads: Roads, count: number, source: Random): number[] {
  const towns = Array.from({ length: count }, (_, k) =>
    addSite(
      roads,
      ((k + 0.5 + source.between(-0.2, 0.2)) * sideKm) / count,
      sideKm / 2 + source.between(-0.22, 0.22) * sideKm,
    ),
  )
  for (let k = 1; k < count; k++) link(roads, towns[k - 1]!, towns[k]!, source)
  return towns
}

/** Side valleys that leave a township up or down, a village every two to five kilometres; their ends meet now and then. */
function layValleys(
  roads: Roads,
  towns: readonly number[],
  count: number,
  source: Random,
): number[] {
  const villages: number[] = []
  const ends: number[] = []
  while (villages.length < count) {
    const town = towns[ends.length % towns.length]!
    const angle = (source.below(2) === 0 ? 1 : -1) * source.between(0.15, 0.85) * Math.PI
    let at = town
    let heading = angle
    const length = Math.min(3 + source.below(4), count - villages.length)
    for (let k = 0; k < length; k++) {
      const step = source.between(2, 5)
      heading += source.between(-0.35, 0.35)
      const from = roads.sites[at]!
      const next = addSite(
        roads,
        from.x + step * Math.cos(heading),
        from.y + step * Math.sin(heading),
      )
      link(roads, at, next, source)
      villages.push(next)
      at = next
    }
    ends.push(at)
  }
  for (let k = 1; k < ends.length; k++)
    if (source.below(3) === 0) link(roads, ends[k]!, nearestEnd(roads, ends, k), source)
  return villages
}

function nearestEnd(roads: Roads, ends: readonly number[], k: number): number {
  const here = roads.sites[ends[k]!]!
  const others = ends.filter((end) => end !== ends[k])
  const far = (end: number) =>
    Math.hypot(roads.sites[end]!.x - here.x, roads.sites[end]!.y - here.y)
  return others.reduce((best, end) => (far(end) < far(best) ? end : best))
}

/** Shortest ways between all sites (Floyd–Warshall). */
function allDistances({ sites, links }: Roads): Float64Array[] {
  const n = sites.length
  const km = Array.from({ length: n }, (_, a) => {
    const row = new Float64Array(n).fill(Infinity)
    row[a] = 0
    return row
  })
  for (const [a, b, length] of links) {
    km[a]![b] = Math.min(km[a]![b]!, length)
    km[b]![a] = Math.min(km[b]![a]!, length)
  }
  for (let via = 0; via < n; via++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) km[a]![b] = Math.min(km[a]![b]!, km[a]![via]! + km[via]![b]!)
  return km
}
