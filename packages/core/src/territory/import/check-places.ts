import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { type Bounds, type CoordinateSystem, toWgs84 } from '../coordinates.ts'
import { metresBetween } from '../earth.ts'
import type { LngLat } from '../settlement.ts'
import type { StatedPlace } from './row-place.ts'

/** Where places of a county belong. */
export interface Area {
  contains(at: LngLat): boolean
  /** Metres to the nearest point of the area. */
  metresTo(at: LngLat): number
}

/** One place as its source states it, and who it is. */
export interface PlaceToCheck {
  name: string
  stated: StatedPlace | null
  at: Place
}

export interface CheckedPlace {
  at: LngLat | null
  /** What was done to it, with the original: for its provenance. */
  note?: string
}

/** Metres of measuring error that are worth a word. */
const INACCURATE_M = 100

const onEarth = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90

/** The area of a box of degrees; its distance is taken to the nearest point of the box. */
export function areaOfBox(box: Bounds): Area {
  const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v))
  const nearestTo = ([lng, lat]: LngLat): LngLat => [
    clamp(lng, box.west, box.east),
    clamp(lat, box.south, box.north),
  ]
  const metresTo = (at: LngLat): number => metresBetween(at, nearestTo(at))
  return { contains: (at) => metresTo(at) === 0, metresTo }
}

/** Rings of [lng, lat]; even-odd rule over all rings, so holes and islands need no order. */
export function areaOfPolygons(polygons: readonly (readonly (readonly LngLat[])[])[]): Area {
  const edges = polygons
    .flat()
    .flatMap((ring) => ring.map((a, k) => [a, ring[(k + 1) % ring.length]!] as const))
  const contains = ([x, y]: LngLat): boolean => {
    let inside = false
    for (const [[ax, ay], [bx, by]] of edges)
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    return inside
  }
  const metresTo = (at: LngLat): number =>
    contains(at)
      ? 0
      : Math.min(...edges.map(([a, b]) => metresBetween(at, nearestOnEdge(at, a, b))))
  return { contains, metresTo }
}

/** Flat reckoning in degrees squeezed by latitude: good to a per cent or so over a county. */
function nearestOnEdge(p: LngLat, a: LngLat, b: LngLat): LngLat {
  const squeeze = Math.cos((p[1] * Math.PI) / 180)
  const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]]
  const along = ((p[0] - a[0]) * squeeze * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Without a boundary: a disc round the median point, five times the distance that holds three in four, at least 100 km. */
function areaOfRest(points: readonly LngLat[]): (Area & { centre: LngLat }) | null {
  if (points.length < 4) return null
  const centre: LngLat = [middle(points.map((p) => p[0])), middle(points.map((p) => p[1]))]
  const distances = points.map((p) => metresBetween(p, centre)).sort((a, b) => a - b)
  const radius = Math.max(100_000, 5 * distances[Math.floor(distances.length * 0.75)]!)
  const metresTo = (at: LngLat): number => Math.max(0, metresBetween(at, centre) - radius)
  return { centre, contains: (at) => metresTo(at) === 0, metresTo }
}

function checkOne(
  { name, stated, at }: PlaceToCheck,
  area: Area | null,
  system: CoordinateSystem,
): CheckedPlace & { findings: Finding[] } {
  if (!stated) return { at: null, findings: [] }
  const { lng, lat } = stated
  const facts = { name, lng, lat }
  const original = `${system} ${lng}, ${lat}`
  const findings: Finding[] = []
  if (stated.accuracyM !== undefined && stated.accuracyM > INACCURATE_M)
    findings.push(finding('coordinate-inaccurate', at, { name, metres: stated.accuracyM }))
  const fits = (x: number, y: number): boolean =>
    onEarth(x, y) && (area === null || area.contains(toWgs84([x, y], system)))
  if (!fits(lng, lat) && fits(lat, lng)) {
    findings.push(finding('coordinates-swapped', at, facts))
    return { at: toWgs84([lat, lng], system), note: `exchanged from ${original}`, findings }
  }
  if (!onEarth(lng, lat)) {
    findings.push(finding('place-off-the-map', at, facts))
    return { at: null, note: `off the map: ${original}`, findings }
  }
  const moved = toWgs84([lng, lat], system)
  const same = moved[0] === lng && moved[1] === lat
  return { at: moved, ...(same ? {} : { note: `converted from ${original}` }), findings }
}

/**
 * Checks stated places together and gives them in WGS-84: off the map, the wrong way round, outside the
 * area or far from the rest, measured badly. Answers stand in the order of the places.
 */
export function checkPlaces(
  places: readonly PlaceToCheck[],
  system: CoordinateSystem,
  area: Area | null,
): { places: CheckedPlace[]; findings: Finding[] } {
  const stated = places.flatMap(({ stated: s }) => (s && onEarth(s.lng, s.lat) ? [s] : []))
  const rest = area ?? areaOfRest(stated.map((s): LngLat => toWgs84([s.lng, s.lat], system)))
  const checked = places.map((place) => checkOne(place, rest, system))
  const findings = checked.flatMap((c) => c.findings)
  for (const [k, { at }] of checked.entries()) {
    if (at === null || rest === null || rest.contains(at)) continue
    const { name, at: where } = places[k]!
    const facts = { name, lng: at[0], lat: at[1] }
    const centre = area === null ? (rest as Area & { centre: LngLat }).centre : null
    const km = Math.round(centre ? metresBetween(at, centre) / 1000 : rest.metresTo(at) / 1000)
    findings.push(
      finding(centre ? 'place-far-from-rest' : 'place-beyond-boundary', where, { ...facts, km }),
    )
  }
  const converted = checked.filter((c) => c.note?.startsWith('converted')).length
  const file = places[0]?.at.file
  if (converted > 0)
    findings.push(finding('places-converted', { file }, { count: converted, from: system }))
  return { places: checked.map(({ findings: _, ...place }) => place), findings }
}
