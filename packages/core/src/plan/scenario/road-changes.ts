import { byText } from '../../kernel/order.ts'
import { metresBetween } from '../../territory/earth.ts'
import type { RoadNetwork, RoadWay } from '../../territory/roads.ts'
import type { LngLat } from '../../territory/settlement.ts'
import type { ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule } from './change-rule.ts'
import {
  dateFaults,
  fundFaults,
  idOf,
  lacks,
  nameFaults,
  takenFaults,
  withSettings,
} from './named-row.ts'
import { roadOverRedLine } from './red-lines.ts'

const isWay =
  (text: string) =>
  (way: RoadWay): boolean =>
    way.id === text || way.name === text

/** For the whole horizon the ways are taken out of the network: the usual state of the roads is without them. */
export const closeRoad: ChangeRule<'close-road'> = {
  resolve: ({ way, from, to }, input) =>
    input.roads === null
      ? [{ code: 'change-needs-roads' }]
      : [...nameFaults(input, 'road', way), ...dateFaults(input, from, to)],
  apply: ({ way, from, to, reason }, input) => {
    const { horizon, closures } = input.county.settings
    if (from === undefined && to === undefined) {
      const roads = input.roads!
      return { ...input, roads: { ...roads, ways: roads.ways.filter((w) => !isWay(way)(w)) } }
    }
    const range = { from: from ?? horizon.from, to: to ?? horizon.to }
    return withSettings(input, { closures: [...closures, { way, range, reason: reason ?? '' }] })
  },
  marks: ({ way, from, to }) => [
    { key: `road ${way}`, side: 'closed', exact: `${from ?? ''}–${to ?? ''}` },
  ],
}

export const openRoad: ChangeRule<'open-road'> = {
  resolve: ({ way }, input) =>
    input.roads === null ? [{ code: 'change-needs-roads' }] : nameFaults(input, 'road', way),
  apply: ({ way }, input) => {
    const ways = (input.roads?.ways ?? []).filter(isWay(way))
    const names = new Set(ways.flatMap((w) => [w.id, ...(w.name === undefined ? [] : [w.name])]))
    const { closures } = input.county.settings
    return withSettings(input, {
      closures: closures.filter((c) => c.way !== way && !names.has(c.way)),
    })
  },
  marks: ({ way }) => [{ key: `road ${way}`, side: 'open', exact: '' }],
}

interface End {
  at: LngLat | null
  division: string
}

function endOf(text: string, { county }: CountyInput, id: string): End {
  const place =
    county.settlements.find((s) => s.id === id) ?? county.facilities.find((f) => f.id === id)
  return { at: place?.at ?? null, division: place?.division ?? text }
}

const endsOf = (change: ChangeOf<'build-road'>, input: CountyInput): [End, End] => {
  const end = (text: string) => endOf(text, input, idOf(input, 'place', text))
  return [end(change.from), end(change.to)]
}

function nearestPoint(roads: RoadNetwork, at: LngLat): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const way of roads.ways)
    for (const p of way.points) {
      const metres = metresBetween(at, [roads.lng[p]!, roads.lat[p]!])
      if (metres < least) [best, least] = [p, metres]
    }
  return best
}

/** A place this near to a point of the roads stands on it, metres. */
const onTheRoad = 1

/** The new way leaves the roads there are at the point nearest to one end and comes back to them at the other. */
function drawn(change: ChangeOf<'build-road'>, input: CountyInput): RoadNetwork {
  const roads = input.roads!
  const [from, to] = endsOf(change, input)
  const [first, last] = [nearestPoint(roads, from.at!), nearestPoint(roads, to.at!)]
  const apart = (at: LngLat, p: number): LngLat[] =>
    p >= 0 && metresBetween(at, [roads.lng[p]!, roads.lat[p]!]) < onTheRoad ? [] : [at]
  const between = [...apart(from.at!, first), ...(change.via ?? []), ...apart(to.at!, last)]
  const count = roads.lng.length
  const points = [
    ...(first < 0 ? [] : [first]),
    ...between.map((_, k) => count + k),
    ...(last < 0 ? [] : [last]),
  ]
  const way: RoadWay = {
    id: change.id,
    class: change.class ?? 'unclassified',
    surface: 'paved',
    oneway: 0,
    bridge: false,
    tunnel: false,
    footOnly: false,
    points: Uint32Array.from(points),
  }
  return {
    lng: Float64Array.from([...roads.lng, ...between.map((p) => p[0])]),
    lat: Float64Array.from([...roads.lat, ...between.map((p) => p[1])]),
    ways: [...roads.ways, way].sort(byText((w) => w.id)),
  }
}

/** Minutes both ways, the shorter where the table says already; times over the new road from elsewhere are added up. */
function withMinutes(change: ChangeOf<'build-road'>, input: CountyInput): CountyInput {
  const [a, b] = [idOf(input, 'place', change.from), idOf(input, 'place', change.to)]
  const minutes = change.minutes!
  const known = new Map(
    (input.minutes?.entries ?? []).map((e) => [`${e.from} ${e.to}`, e] as const),
  )
  const reach = (from: string, to: string) =>
    from === to ? 0 : (known.get(`${from} ${to}`)?.minutes ?? Number.POSITIVE_INFINITY)
  const places = [...new Set([a, b, ...[...known.values()].flatMap((e) => [e.from, e.to])])]
  const over = new Map(known)
  const offer = (from: string, to: string, value: number) => {
    if (from === to || !Number.isFinite(value) || value >= reach(from, to)) return
    over.set(`${from} ${to}`, { from, to, minutes: value })
  }
  for (const from of places)
    for (const to of places) {
      const there = reach(from, a) + minutes + reach(b, to)
      const back = reach(from, b) + minutes + reach(a, to)
      offer(from, to, Math.min(there, back))
    }
  return { ...input, minutes: { entries: [...over.values()] } }
}

export const buildRoad: ChangeRule<'build-road'> = {
  resolve: (change, input) => {
    const named = [
      ...nameFaults(input, 'place', change.from),
      ...nameFaults(input, 'place', change.to),
      ...takenFaults(input, 'road', change.id),
      ...fundFaults(input, change.capital?.fund),
    ]
    if (input.roads === null && change.minutes === undefined)
      return [...named, { code: 'change-needs-roads' }]
    if (named.length > 0) return named
    const ends = endsOf(change, input)
    if (input.roads !== null && ends.some((e) => e.at === null))
      return [lacks('两端的坐标', 'coordinates of both ends')]
    const path = [ends[0].at, ...(change.via ?? []), ends[1].at].filter((p) => p !== null)
    return roadOverRedLine(input, change.id, path, ends)
  },
  apply: (change, input) =>
    input.roads !== null ? { ...input, roads: drawn(change, input) } : withMinutes(change, input),
  marks: ({ id }) => [{ key: `road ${id}`, side: 'open', exact: '' }],
}
