import { describe, expect, test } from 'vitest'
import { buildRoadGraph } from './build-road-graph.ts'
import { nearPairs, placesNear } from './near-pairs.ts'
import { level, metresOf, place, testNetwork } from './networks.fixture.ts'
import { travelProfile } from './profile-table.ts'
import { roadIndex } from './road-index.ts'
import { snapContext, snapPlaces, type TravelPlace } from './snap.ts'
import { travelView } from './travel-view.ts'
import { walkRows, walkTable } from './walk-table.ts'

const FLAT = (6 * Math.exp(-3.5 * 0.05)) / 3.6
const ELDER = 0.65

function walksOver(
  network: Parameters<typeof buildRoadGraph>[0],
  places: TravelPlace[],
  limit: number,
  elevation: (lng: number, lat: number) => number = level,
  cuts: number[] = [0, places.length],
) {
  const graph = buildRoadGraph(network, { elevation })
  const view = travelView(graph, { kind: 'walk', elder: true }, travelProfile)
  const context = snapContext(roadIndex(graph), view, elevation, travelProfile, {
    single: false,
    elder: true,
  })
  const access = snapPlaces(context, places)
  const near = placesNear(places)
  const rows = places.map(({ at }) => (at ? near(at[0], at[1], limit * 1.1) : []))
  const first = Uint32Array.of(0, ...rows.map((_, k) => rows.slice(0, k + 1).flat().length))
  const task = {
    graph,
    view,
    from: access,
    to: access,
    boarding: 0,
    limit,
    direct: nearPairs(places, places, elevation, travelProfile),
    paceFactor: 1 / ELDER,
    candidates: { first, target: Uint32Array.from(rows.flat()) },
  }
  const ids = places.map((p) => p.id)
  const parts = cuts.slice(1).map((end, k) => walkRows(task, cuts[k]!, end))
  const table = walkTable(ids, ids, parts)
  const seconds = (a: string, b: string): number | undefined => {
    const row = ids.indexOf(a)
    for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++)
      if (ids[table.target[k]!] === b) return table.seconds[k]
    return undefined
  }
  return { table, seconds }
}

const street = testNetwork(
  [
    [0, 0],
    [3000, 0],
  ],
  [{ points: [0, 1] }],
)

describe('elders on foot', () => {
  test('along the road at an elder’s pace, straight over the land where that is sooner', () => {
    const places = [place('a', 0, 0), place('b', 2000, 0), place('c', 0, 400)]
    const { seconds, table } = walksOver(street, places, 3600)
    expect(seconds('a', 'b')! / (2000 / FLAT / ELDER)).toBeCloseTo(1, 2)
    expect(seconds('a', 'c')! / (400 / FLAT / 0.6 / ELDER)).toBeCloseTo(1, 2)
    expect(seconds('a', 'a')).toBe(0)
    const row = [...table.target.subarray(table.offsets[0], table.offsets[1])]
    expect(row).toEqual([0, 2, 1])
  })

  test('near each other but far from any road: straight', () => {
    const { seconds } = walksOver(street, [place('a', 0, 9000), place('b', 600, 9000)], 3600)
    expect(seconds('a', 'b')! / (600 / FLAT / 0.6 / ELDER)).toBeCloseTo(1, 2)
  })

  test('the slower direction counts, for both ends', () => {
    const slope = (lng: number): number => metresOf(lng, 28)[0] * 0.15
    const { seconds } = walksOver(street, [place('a', 0, 0), place('b', 1500, 0)], 7200, slope)
    const up = 1500 / ((6 * Math.exp(-3.5 * 0.2)) / 3.6) / ELDER
    expect(seconds('a', 'b')! / up).toBeCloseTo(1, 2)
    expect(seconds('b', 'a')).toBe(seconds('a', 'b'))
  })

  test('the limit is inclusive, and nothing lies beyond it', () => {
    const places = [place('a', 0, 0), place('b', 1000, 0)]
    const exact = walksOver(street, places, 3600).seconds('a', 'b')!
    expect(walksOver(street, places, exact).seconds('a', 'b')).toBe(exact)
    expect(walksOver(street, places, exact - 1).seconds('a', 'b')).toBeUndefined()
  })

  test('rows made in parts are the rows made at once', () => {
    const places = [0, 300, 900, 1600, 2500].map((x, k) => place(`p${k}`, x, 50 * k))
    const whole = walksOver(street, places, 3600).table
    expect(walksOver(street, places, 3600, level, [0, 2, 3, 5]).table).toEqual(whole)
  })
})
