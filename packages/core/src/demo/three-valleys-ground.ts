import { METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { RoadNetwork, RoadWay } from '../territory/roads.ts'
import type { LngLat } from '../territory/settlement.ts'

/** Where the three valleys meet. */
export const hub: LngLat = [119.6, 28]

/** A place so many metres east and north of the hub. */
export const at = (east: number, north: number): LngLat => [
  Math.round((hub[0] + east / metresPerLng(hub[1])) * 1e6) / 1e6,
  Math.round((hub[1] + north / METRES_PER_DEGREE) * 1e6) / 1e6,
]

export interface Home {
  village: string
  zh: string
  en: string
  east: number
  north: number
  people: number
  centre: boolean
}

const home = (
  village: string,
  zh: string,
  en: string,
  east: number,
  north: number,
  people: number,
  centre = true,
): Home => ({ village, zh, en, east, north, people, centre })

/** Ten minutes of valley road: 4.8 km at 28.8 km/h (32 km/h for cars, × 0.9 for small buses and vans). */
export const step = 4_800

/** Twelve villages and two hamlets. Residents are multiples of 20, so that every age band is a whole number. */
export const homes: readonly Home[] = [
  home('331199100200', '汇谷口', 'Huigukou', 0, 0, 1_900),
  home('331199100201', '东一湾', 'Dongyiwan', step, 0, 300),
  home('331199100202', '东二湾', 'Dongerwan', 2 * step, 0, 200),
  home('331199100203', '东三湾', 'Dongsanwan', 3 * step, 0, 100),
  home('331199100204', '东四湾', 'Dongsiwan', 4 * step, 0, 100),
  home('331199100204', '东尽头', 'Dongjintou', 4.5 * step, 0, 20, false),
  home('331199100205', '南一坪', 'Nanyiping', 0, -step, 200),
  home('331199100206', '南二坪', 'Nanerping', 0, -2 * step, 100),
  home('331199100207', '南三坪', 'Nansanping', 0, -3 * step, 40),
  home('331199200200', '北一坑', 'Beiyikeng', 0, step, 200),
  home('331199200201', '北二坑', 'Beierkeng', 0, 2 * step, 600),
  home('331199200202', '北三坑', 'Beisankeng', 0, 3 * step, 100),
  home('331199200203', '北四坑', 'Beisikeng', 0, 4 * step, 100),
  home('331199200203', '北岩背', 'Beiyanbei', 1_000, 4 * step, 40, false),
]

/** Three straight roads from the hub, points at the villages, and a footpath of one kilometre. */
export function straightRoads(): RoadNetwork {
  const points: LngLat[] = [hub]
  const line = (from: number, ...places: (readonly [east: number, north: number])[]) => {
    const first = points.length
    for (const [east, north] of places) points.push(at(east, north))
    return Uint32Array.from([from, ...places.map((_, k) => first + k)])
  }
  const way = (id: string, footOnly: boolean, line: Uint32Array): RoadWay => ({
    id,
    name: id,
    class: footOnly ? 'path' : 'tertiary',
    surface: footOnly ? 'dirt' : 'paved',
    widthM: footOnly ? 1 : 6,
    oneway: 0,
    bridge: false,
    tunnel: false,
    footOnly,
    points: line,
  })
  const km = (n: number) => n * step
  const north = line(0, [0, km(1)], [0, km(2)], [0, km(3)], [0, km(4)])
  const ways = [
    way('north', false, north),
    way('east', false, line(0, [km(1), 0], [km(2), 0], [km(3), 0], [km(4), 0], [km(4.5), 0])),
    way('south', false, line(0, [0, -km(1)], [0, -km(2)], [0, -km(3)])),
    way('rocks', true, line(north.at(-1)!, [1_000, km(4)])),
  ]
  return {
    lng: Float64Array.from(points, ([lng]) => lng),
    lat: Float64Array.from(points, ([, lat]) => lat),
    ways,
  }
}
