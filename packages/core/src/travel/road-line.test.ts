import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LngLat } from '../territory/settlement.ts'
import { buildRoadGraph } from './build-road-graph.ts'
import {
  degrees,
  level,
  metresOf,
  place,
  type TestWay,
  tableOver,
  testNetwork,
} from './networks.fixture.ts'
import { travelProfile } from './profile-table.ts'
import type { RoadGraph } from './road-graph.ts'
import { roadIndex } from './road-index.ts'
import { roadLinesFrom } from './road-line.ts'
import { snapContext, snapPlaces, type TravelPlace } from './snap.ts'
import { travelView } from './travel-view.ts'

const van = { kind: 'vehicle', widthM: 2, weightT: 3 } as const

/** The lines from the first place to all. */
function linesOver(graph: RoadGraph, places: readonly TravelPlace[]) {
  const view = travelView(graph, van, travelProfile)
  const context = snapContext(roadIndex(graph), view, level, travelProfile, { single: true })
  const access = snapPlaces(context, places)
  return roadLinesFrom(
    { graph, view, access },
    0,
    places.map((_, k) => k),
  )
}

function metresAlong(line: readonly LngLat[]): number {
  const at = line.map(([lng, lat]) => metresOf(lng, lat))
  return at.reduce(
    (sum, [x, y], k) => (k === 0 ? 0 : sum + Math.hypot(x - at[k - 1]![0], y - at[k - 1]![1])),
    0,
  )
}

test('a line bends where the road bends, from where one vehicle stands to where it goes', () => {
  const graph = buildRoadGraph(
    testNetwork(
      [
        [0, 0],
        [4000, 0],
        [4000, 3000],
      ],
      [{ points: [0, 1, 2] }],
    ),
  )
  const [, line] = linesOver(graph, [place('a', 1000, 100), place('b', 3900, 2000)])
  const expected = [degrees(1000, 0), degrees(4000, 0), degrees(4000, 2000)]
  expect(line!.length).toBe(3)
  for (const [k, [lng, lat]] of line!.entries()) {
    expect(lng).toBeCloseTo(expected[k]![0], 5)
    expect(lat).toBeCloseTo(expected[k]![1], 5)
  }
})

test('where no road leads there is no line', () => {
  const graph = buildRoadGraph(
    testNetwork(
      [
        [0, 0],
        [4000, 0],
        [0, 9000],
        [4000, 9000],
      ],
      [{ points: [0, 1] }, { points: [2, 3] }],
    ),
  )
  const lines = linesOver(graph, [
    place('a', 1000, 0),
    place('b', 1000, 9000),
    { id: 'c', at: null },
  ])
  expect(lines.slice(1)).toEqual([null, null])
})

const side = 4
const networks = fc.record({
  shifts: fc.array(
    fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })),
    {
      minLength: side * side,
      maxLength: side * side,
    },
  ),
  gone: fc.array(fc.nat(2 * side * (side - 1) - 1), { maxLength: 8 }),
  oneway: fc.array(fc.nat(2 * side * (side - 1) - 1), { maxLength: 4 }),
  at: fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), { minLength: 2, maxLength: 6 }),
})

test('a line is as long as the way in the table, and there is one exactly where there is a way', () => {
  fc.assert(
    fc.property(networks, ({ shifts, gone, oneway, at }) => {
      const points = shifts.map(([x, y], k): [number, number] => [
        (k % side) * 1000 + x,
        Math.floor(k / side) * 1000 + y,
      ])
      const pairs = points.flatMap((_, k) => [
        ...(k % side < side - 1 ? [[k, k + 1]] : []),
        ...(k + side < points.length ? [[k, k + side]] : []),
      ])
      const ways = pairs.flatMap((pair, k): TestWay[] =>
        gone.includes(k) ? [] : [{ id: `w${k}`, points: pair, oneway: oneway.includes(k) ? 1 : 0 }],
      )
      const graph = buildRoadGraph(testNetwork(points, ways))
      const places = at.map(([x, y], k) => place(`p${k}`, x, y))
      const table = tableOver(graph, van, places.slice(0, 1), places)
      linesOver(graph, places).forEach((line, k) => {
        if (k === 0) return
        expect(line === null).toBe(table.p50[k] === -1)
        if (line !== null)
          expect(Math.abs(metresAlong(line) - table.roadMetres[k]!)).toBeLessThan(
            3 + table.roadMetres[k]! / 200,
          )
      })
    }),
    { numRuns: 60 },
  )
})
