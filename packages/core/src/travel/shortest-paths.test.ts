import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../kernel/random.ts'
import { buildRoadGraph } from './build-road-graph.ts'
import { metresOf, type TestWay, testNetwork } from './networks.fixture.ts'
import { travelProfile } from './profile-table.ts'
import type { RoadGraph } from './road-graph.ts'
import { newSearch, offer, resetSearch, runSearch } from './shortest-paths.ts'
import { strongPieces } from './strong-pieces.ts'
import { type TravelView, travelView, type ViewSpec } from './travel-view.ts'

/** A network of random roads of all kinds, some one-way, on rolling land. */
function randomGraph(seed: number): RoadGraph {
  const rng = random(seed)
  const n = 4 + rng.below(14)
  const points = Array.from({ length: n }, (): [number, number] => [
    rng.between(0, 3000),
    rng.between(0, 3000),
  ])
  const ways = Array.from({ length: 3 + rng.below(2 * n) }, (): TestWay => {
    const line = rng.shuffle(Array.from(points.keys())).slice(0, 2 + rng.below(2))
    return {
      points: line,
      class: rng.pick(['primary', 'tertiary', 'track', 'path'] as const),
      oneway: rng.pick([-1, 0, 0, 1] as const),
      widthM: rng.pick([2, 4, 7]),
    }
  })
  const elevation = (lng: number, lat: number): number => {
    const [x, y] = metresOf(lng, lat)
    return 120 * Math.sin(x / 700) + 90 * Math.cos(y / 500)
  }
  return buildRoadGraph(testNetwork(points, ways), { elevation })
}

const specs: ViewSpec[] = [
  { kind: 'resident' },
  { kind: 'walk', elder: true },
  { kind: 'vehicle', widthM: 2, weightT: 3.5 },
]

/** All pairs by Floyd and Warshall: another algorithm, no heap. */
function allPairs(graph: RoadGraph, view: TravelView): number[][] {
  const n = graph.nodes
  const d = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (let h = 0; h < 2 * graph.edges; h++) {
    const row = d[graph.head[h ^ 1]!]!
    row[graph.head[h]!] = Math.min(row[graph.head[h]!]!, view.cost[h]!)
  }
  for (let k = 0; k < n; k++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) d[a]![b] = Math.min(d[a]![b]!, d[a]![k]! + d[k]![b]!)
  return d
}

const anySeed = fc.integer({ min: 0, max: 1e9 })

describe('one to all', () => {
  test.each(specs)('equals Floyd–Warshall on random networks, both directions: $kind', (spec) => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const graph = randomGraph(seed)
        const view = travelView(graph, spec, travelProfile)
        const exact = allPairs(graph, view)
        const search = newSearch(graph, view)
        for (let v = 0; v < graph.nodes; v++)
          for (const backward of [false, true]) {
            resetSearch(search, backward)
            offer(search, v, 0, 0, 0, 0)
            runSearch(search)
            for (let w = 0; w < graph.nodes; w++) {
              const [a, b] = backward ? [w, v] : [v, w]
              const want = exact[a]![b]!
              if (want === Number.POSITIVE_INFINITY) expect(search.time[w]).toBe(want)
              else expect(search.time[w]).toBeCloseTo(want, 6)
            }
          }
      }),
      { numRuns: 60 },
    )
  })

  test('P90 is never below P50, and road and foot metres add up to the way', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const graph = randomGraph(seed)
        const view = travelView(graph, { kind: 'resident' }, travelProfile)
        const search = newSearch(graph, view)
        offer(search, 0, 0, 0, 0, 0)
        runSearch(search)
        for (let w = 0; w < graph.nodes; w++) {
          if (search.settled[w] !== 1) continue
          expect(search.p90[w]!).toBeGreaterThanOrEqual(search.time[w]!)
          const straight = Math.hypot(
            ...metresOf(graph.nodeLng[w]!, graph.nodeLat[w]!).map(
              (x, k) => x - metresOf(graph.nodeLng[0]!, graph.nodeLat[0]!)[k]!,
            ),
          )
          expect(search.road[w]! + search.foot[w]!).toBeGreaterThan(0.999 * straight - 0.01)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a bound is inclusive and settles nothing beyond it', () => {
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [1000, 0],
          [2000, 0],
          [1000, 500],
        ],
        [{ points: [0, 1] }, { points: [1, 2] }, { points: [1, 3] }],
      ),
    )
    const view = travelView(graph, { kind: 'vehicle', widthM: 2, weightT: 3 }, travelProfile)
    const search = newSearch(graph, view)
    offer(search, 0, 0, 0, 0, 0)
    runSearch(search)
    const limit = [...search.time].sort((a, b) => a - b)[2]!
    resetSearch(search, false)
    offer(search, 0, 0, 0, 0, 0)
    runSearch(search, limit)
    expect([...search.settled].filter((s) => s === 1)).toHaveLength(3)
  })
})

describe('pieces', () => {
  test('two nodes are in one piece exactly when there is a way there and back', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const graph = randomGraph(seed)
        const view = travelView(graph, { kind: 'vehicle', widthM: 2, weightT: 3 }, travelProfile)
        const exact = allPairs(graph, view)
        const { pieceOf } = strongPieces(graph, view)
        for (let a = 0; a < graph.nodes; a++)
          for (let b = 0; b < graph.nodes; b++) {
            const both = Math.max(exact[a]![b]!, exact[b]![a]!) < Number.POSITIVE_INFINITY
            expect(pieceOf[a] === pieceOf[b]).toBe(both)
          }
      }),
      { numRuns: 60 },
    )
  })
})

describe('vehicles', () => {
  test('a road too narrow or too weak is absent; a road just wide enough is open', () => {
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [1000, 0],
          [1000, 500],
        ],
        [
          { points: [0, 1], widthM: 2.5 },
          { points: [1, 2], maxWeightT: 3.5 },
        ],
      ),
    )
    const open = (widthM: number, weightT: number): number =>
      travelView(graph, { kind: 'vehicle', widthM, weightT }, travelProfile).cost.filter(
        Number.isFinite,
      ).length
    expect(open(2, 3.5)).toBe(4)
    expect(open(2.1, 3.5)).toBe(2)
    expect(open(2, 3.6)).toBe(2)
  })
})
