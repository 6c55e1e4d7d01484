import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../kernel/random.ts'
import { buildRoadGraph } from './build-road-graph.ts'
import { fillColumns, fillRows } from './matrix.ts'
import { metresOf, place, type TestWay, tableOver, testNetwork } from './networks.fixture.ts'

const resident = { kind: 'resident' } as const
const van = { kind: 'vehicle', widthM: 2, weightT: 3 } as const
const FLAT = (6 * Math.exp(-3.5 * 0.05)) / 3.6
/** Seconds off any path on level ground. */
const offPath = (metres: number): number => metres / (0.6 * FLAT)
/** Seconds on a secondary road at the factor of small vehicles. */
const ride = (metres: number): number => (metres * 3.6) / (40 * 0.9)

const street = buildRoadGraph(
  testNetwork(
    [
      [0, 0],
      [10_000, 0],
    ],
    [{ points: [0, 1] }],
  ),
)

describe('door to door', () => {
  test('both legs are charged and reported, on points within one edge', () => {
    const table = tableOver(street, resident, [place('a', 1000, 300)], [place('b', 9000, -200)])
    expect(table.p50[0]).toBe(Math.ceil(offPath(500) + ride(8000) - 0.05))
    expect(table.walkMetres[0]).toBe(500)
    expect(table.roadMetres[0]).toBe(8000)
    expect([table.fromSnap[0], table.toSnap[0]]).toEqual([300, 200])
    expect(table.p90[0]).toBeGreaterThan(table.p50[0]!)
  })

  test('a place 5 km from any road is joined to it and walks', () => {
    for (const spec of [resident, van]) {
      const table = tableOver(street, spec, [place('far', 5000, 5000)], [place('b', 6000, 0)])
      expect(table.fromSnap[0]).toBe(5000)
      expect(table.p50[0]! / (offPath(5000) + ride(1000))).toBeCloseTo(1, 3)
    }
  })

  test('a place without coordinates and a land without roads have no way', () => {
    const nowhere = tableOver(street, resident, [{ id: 'x', at: null }], [place('b', 0, 0)])
    expect([nowhere.p50[0], nowhere.p90[0], nowhere.fromSnap[0]]).toEqual([-1, -1, -1])
    const none = buildRoadGraph(testNetwork([], []))
    expect(tableOver(none, van, [place('a', 0, 0)], [place('b', 9, 0)]).p50[0]).toBe(-1)
  })

  test('one-way: along the edge one way, round the other', () => {
    const loop = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [2000, 0],
          [1000, 1500],
        ],
        [
          { points: [0, 1], oneway: 1 },
          { points: [1, 2, 0], class: 'tertiary' },
        ],
      ),
    )
    const there = tableOver(loop, van, [place('a', 500, 0)], [place('b', 1500, 0)])
    const back = tableOver(loop, van, [place('b', 1500, 0)], [place('a', 500, 0)])
    expect(there.roadMetres[0]).toBe(1000)
    expect(back.roadMetres[0]).toBeGreaterThan(4000)
  })

  test('people walk a path where there is no road, and no vehicle does', () => {
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [4000, 0],
          [4000, 3000],
        ],
        [{ points: [0, 1] }, { points: [1, 2], class: 'path', footOnly: true }],
      ),
    )
    const on = tableOver(graph, resident, [place('a', 0, 0)], [place('b', 4000, 3000)])
    expect(on.p50[0]! / (ride(4000) + 3000 / FLAT)).toBeCloseTo(1, 3)
    expect([on.roadMetres[0], on.walkMetres[0]]).toEqual([4000, 3000])
    const by = tableOver(graph, van, [place('a', 0, 0)], [place('b', 4000, 3000)])
    expect(by.p50[0]! / (ride(4000) + offPath(3000))).toBeCloseTo(1, 3)
  })

  test('times are not symmetric on a slope', () => {
    const slope = (lng: number): number => metresOf(lng, 28)[0] * 0.1
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [5000, 0],
        ],
        [{ points: [0, 1] }],
      ),
      { elevation: slope },
    )
    const ends = [place('a', 0, 0), place('b', 5000, 0)]
    const table = tableOver(graph, van, ends, ends, { elevation: slope })
    expect(table.p50[1]!).toBeGreaterThan(table.p50[2]! + 60)
  })

  test('a vehicle is not snapped to a scrap of road that leads nowhere', () => {
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [9000, 0],
          [4000, 300],
          [4100, 300],
        ],
        [{ points: [0, 1] }, { points: [2, 3] }],
      ),
    )
    const table = tableOver(graph, van, [place('a', 4050, 310)], [place('b', 0, 0)])
    expect(table.fromSnap[0]).toBe(310)
    expect(table.fromAccess.state[0]).toBe(1)
    expect(table.p50[0]).toBeGreaterThan(0)
  })

  test('two large pieces: each serves its own, and the smaller is told apart', () => {
    const graph = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [9000, 0],
          [0, 5000],
          [6000, 5000],
        ],
        [{ points: [0, 1] }, { points: [2, 3] }],
      ),
    )
    const a = place('a', 1000, 5000)
    const b = place('b', 5000, 5000)
    const c = place('c', 5000, 0)
    const table = tableOver(graph, van, [a, b, c], [a, b, c])
    expect(table.p50[1]).toBeGreaterThan(0)
    expect(table.p50[2]).toBe(-1)
    expect([...table.fromAccess.state]).toEqual([2, 2, 0])
  })

  test('a bound leaves out what is farther, and counts what is exactly there', () => {
    const from = [place('a', 0, 0)]
    const to = [place('b', 1000, 0), place('c', 1001, 0)]
    const at = ride(1000)
    const table = tableOver(street, resident, from, to, { limit: at + 0.01 })
    expect([...table.p50]).toEqual([Math.ceil(at - 0.01), -1])
  })
})

/** Roads in a square of 1.2 km, so that every road is within reach of every place. */
function smallCounty(seed: number) {
  const rng = random(seed)
  const points = Array.from({ length: 5 + rng.below(8) }, (): [number, number] => [
    rng.between(0, 1000),
    rng.between(0, 1000),
  ])
  const anyWay = (k: number): TestWay => ({
    id: `w${k}`,
    points: rng.shuffle(Array.from(points.keys())).slice(0, 2 + rng.below(3)),
    class: rng.pick(['primary', 'tertiary', 'unclassified', 'track', 'path'] as const),
    oneway: rng.pick([0, 0, 0, 1] as const),
  })
  const ways = Array.from({ length: 2 + rng.below(8) }, (_, k) => anyWay(k))
  const places = Array.from({ length: 5 }, (_, k) =>
    place(`p${k}`, rng.between(0, 1000), rng.between(0, 1000)),
  )
  const elevation = (lng: number, lat: number): number => {
    const [x, y] = metresOf(lng, lat)
    return 40 * Math.sin(x / 300) + 30 * Math.cos(y / 200)
  }
  return { points, ways, places, elevation, added: { ...anyWay(99), id: 'added' } }
}

const anySeed = fc.integer({ min: 0, max: 1e9 })

describe('laws', () => {
  test.each([resident, { kind: 'walk', elder: true } as const])(
    'adding a road never lengthens anyone’s travel: $kind',
    (spec) => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          const { points, ways, places, elevation, added } = smallCounty(seed)
          const timesWith = (all: TestWay[]) =>
            tableOver(
              buildRoadGraph(testNetwork(points, all), { elevation }),
              spec,
              places,
              places,
              { elevation },
            ).p50
          const before = timesWith(ways)
          const after = timesWith([...ways, added])
          before.forEach((seconds, cell) => {
            if (seconds === -1) return
            expect(after[cell]).toBeGreaterThanOrEqual(0)
            expect(after[cell]).toBeLessThanOrEqual(seconds)
          })
        }),
        { numRuns: 200 },
      )
    },
  )

  test('a road far away changes nothing for anybody', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { points, ways, places, elevation } = smallCounty(seed)
        const n = points.length
        const far: [number, number][] = [
          [30_000, 30_000],
          [30_500, 30_000],
        ]
        const before = tableOver(
          buildRoadGraph(testNetwork(points, ways), { elevation }),
          resident,
          places,
          places,
          { elevation },
        )
        const after = tableOver(
          buildRoadGraph(testNetwork([...points, ...far], [...ways, { points: [n, n + 1] }]), {
            elevation,
          }),
          resident,
          places,
          places,
          { elevation },
        )
        expect([...after.p50]).toEqual([...before.p50])
        expect([...after.walkMetres]).toEqual([...before.walkMetres])
      }),
      { numRuns: 60 },
    )
  })

  test('the same pair has the same time, whatever else is asked, by rows or by columns', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { points, ways, places, elevation } = smallCounty(seed)
        const graph = buildRoadGraph(testNetwork(points, ways), { elevation })
        for (const spec of [resident, van]) {
          const all = tableOver(graph, spec, places, places, { elevation, fillWith: fillRows })
          const columns = tableOver(graph, spec, places, places, {
            elevation,
            fillWith: fillColumns,
          })
          expect([...columns.p50]).toEqual([...all.p50])
          const one = tableOver(graph, spec, [places[1]!], [places[3]!], { elevation })
          expect(one.p50[0]).toBe(all.p50[1 * places.length + 3])
          all.p50.forEach((seconds, cell) => {
            expect(all.p90[cell]).toBeGreaterThanOrEqual(seconds)
          })
        }
      }),
      { numRuns: 80 },
    )
  })

  test('a vehicle gains nothing by going round: the triangle holds between stops', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { points, ways, places, elevation } = smallCounty(seed)
        const graph = buildRoadGraph(testNetwork(points, ways), { elevation })
        const { p50 } = tableOver(graph, van, places, places, { elevation })
        const n = places.length
        for (let a = 0; a < n; a++)
          for (let b = 0; b < n; b++)
            for (let c = 0; c < n; c++) {
              const [ab, bc, ac] = [p50[a * n + b]!, p50[b * n + c]!, p50[a * n + c]!]
              if (ab < 0 || bc < 0) continue
              expect(ac).toBeGreaterThanOrEqual(0)
              expect(ac).toBeLessThanOrEqual(ab + bc)
            }
      }),
      { numRuns: 80 },
    )
  })
})
