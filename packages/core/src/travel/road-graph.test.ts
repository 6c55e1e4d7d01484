import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../kernel/random.ts'
import type { RoadNetwork } from '../territory/roads.ts'
import { buildRoadGraph } from './build-road-graph.ts'
import { testNetwork } from './networks.fixture.ts'
import { isRoadGraph, type RoadGraph, roadGraphFrom } from './road-graph.ts'

const bytes = (graph: RoadGraph): string =>
  Buffer.from(new Uint8Array(graph.buffer)).toString('base64')

const comb = testNetwork(
  [
    [0, 0],
    [1000, 0],
    [2000, 0],
    [3000, 0],
    [1000, 800],
    [2000, 900],
    [2500, 50],
  ],
  [
    { points: [0, 1] },
    { points: [1, 2] },
    { points: [2, 6, 3] },
    { points: [1, 4], class: 'track' },
    { points: [5, 2], oneway: 1, name: 'Pass' },
  ],
)

/** The same network with ways and points in another order. */
function shuffled(network: RoadNetwork, seed: number): RoadNetwork {
  const rng = random(seed)
  const order = rng.shuffle(Array.from(network.lng.keys()))
  const newIndex = new Map(order.map((old, k) => [old, k]))
  return {
    lng: Float64Array.from(order, (p) => network.lng[p]!),
    lat: Float64Array.from(order, (p) => network.lat[p]!),
    ways: rng.shuffle(network.ways).map((way) => ({
      ...way,
      points: way.points.map((p) => newIndex.get(p)!),
    })),
  }
}

describe('the buffer', () => {
  test('is read back without loss', () => {
    const graph = buildRoadGraph(comb)
    const again = roadGraphFrom(graph.buffer.slice(0))
    expect(bytes(again)).toBe(bytes(graph))
    expect([...again.drive]).toEqual([...graph.drive])
    expect([...again.firstPoint]).toEqual([...graph.firstPoint])
  })

  test('may be shared memory', () => {
    const graph = buildRoadGraph(comb, { allocate: (size) => new SharedArrayBuffer(size) })
    expect(graph.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(bytes(graph)).toBe(bytes(buildRoadGraph(comb)))
  })

  test('of another version, another kind or cut short is refused', () => {
    const { buffer } = buildRoadGraph(comb)
    const other = buffer.slice(0) as ArrayBuffer
    new Uint32Array(other)[1] = 99
    expect(isRoadGraph(other)).toBe(false)
    expect(isRoadGraph(new ArrayBuffer(64))).toBe(false)
    expect(isRoadGraph(new ArrayBuffer(3))).toBe(false)
    expect(isRoadGraph(buffer.slice(0, buffer.byteLength - 8))).toBe(false)
    expect(() => roadGraphFrom(other)).toThrow()
  })

  test('of no roads is a graph too', () => {
    const graph = buildRoadGraph(testNetwork([], []))
    expect([graph.nodes, graph.edges]).toEqual([0, 0])
  })
})

describe('the graph', () => {
  test('chains of degree two become one edge; junctions and changes of class stay', () => {
    const graph = buildRoadGraph(comb)
    // Nodes: 0, 1, 2, 3, 4, 5; point 6 is passed.
    expect(graph.nodes).toBe(6)
    expect(graph.edges).toBe(5)
    const chain = testNetwork(
      [
        [0, 0],
        [100, 0],
        [200, 0],
        [300, 0],
      ],
      [{ points: [0, 1] }, { points: [2, 1] }, { points: [2, 3] }],
    )
    const one = buildRoadGraph(chain)
    expect([one.nodes, one.edges]).toEqual([2, 1])
    expect(one.metres[0]).toBeCloseTo(300, 2)
    expect(one.drive[0]).toBeCloseTo(27, 2)
    const mixed = buildRoadGraph({
      ...chain,
      ways: chain.ways.map((way, k) => (k === 1 ? { ...way, widthM: 3 } : way)),
    })
    expect([mixed.nodes, mixed.edges]).toEqual([4, 3])
  })

  test('one-way roads are driven one way and walked both', () => {
    const graph = buildRoadGraph(comb)
    const pass = [...graph.drive.keys()].filter((h) => graph.drive[h] === Number.POSITIVE_INFINITY)
    expect(pass).toHaveLength(1)
    expect(graph.walk[pass[0]!]).toBeLessThan(Number.POSITIVE_INFINITY)
  })

  test('one-way roads that meet head on are not chained', () => {
    const facing = testNetwork(
      [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      [
        { points: [0, 1], oneway: 1 },
        { points: [2, 1], oneway: 1 },
      ],
    )
    expect(buildRoadGraph(facing).edges).toBe(2)
    const following = testNetwork(
      [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      [
        { points: [0, 1], oneway: 1 },
        { points: [2, 1], oneway: -1 },
      ],
    )
    const graph = buildRoadGraph(following)
    expect(graph.edges).toBe(1)
    expect([...graph.drive].filter(Number.isFinite)).toHaveLength(1)
  })

  test('closed ways are absent, by id or by name', () => {
    const ways = (closed: string[]) =>
      buildRoadGraph(comb, { closed: new Set(closed) }).metres.reduce((a, b) => a + b, 0)
    expect(ways([]) - ways(['w3'])).toBeCloseTo(800, 0)
    expect(ways([]) - ways(['Pass'])).toBeCloseTo(900, 0)
  })

  test('rings, repeated points and ways of one point do no harm', () => {
    const odd = testNetwork(
      [
        [0, 0],
        [500, 0],
        [500, 500],
        [0, 500],
        [0, 0],
      ],
      [{ points: [0, 1, 2, 3, 0] }, { points: [1, 1] }, { points: [2] }, { points: [3, 3, 2, 2] }],
    )
    const graph = buildRoadGraph(odd)
    expect(graph.metres.reduce((a, b) => a + b, 0)).toBeCloseTo(2500, 0)
    const ring = buildRoadGraph(
      testNetwork(
        [
          [0, 0],
          [500, 0],
          [250, 400],
        ],
        [{ points: [0, 1] }, { points: [1, 2] }, { points: [2, 0] }],
      ),
    )
    expect([ring.nodes, ring.edges]).toEqual([1, 1])
  })

  test('the order of ways and points makes no difference to a byte', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(bytes(buildRoadGraph(shuffled(comb, seed)))).toBe(bytes(buildRoadGraph(comb)))
      }),
      { numRuns: 20 },
    )
  })

  test('a chain of tunnels is level between its mouths, whatever lies above', () => {
    const tunnels = testNetwork(
      [
        [0, 0],
        [1000, 0],
        [2000, 0],
        [3000, 0],
        [4000, 0],
      ],
      [
        { points: [0, 1] },
        { points: [1, 2], tunnel: true },
        { points: [2, 3], tunnel: true },
        { points: [3, 4] },
      ],
    )
    const ridge = (lng: number): number => (lng > 119.0105 && lng < 119.0295 ? 600 : 0)
    const graph = buildRoadGraph(tunnels, { elevation: ridge })
    expect(graph.drive.reduce((a, b) => a + b, 0)).toBeCloseTo(2 * 360, 0)
  })
})
