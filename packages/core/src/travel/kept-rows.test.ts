import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildRoadGraph } from './build-road-graph.ts'
import { type CellsAsked, fillKept, joinKept, keptColumns } from './kept-rows.ts'
import type { TableTask } from './matrix.ts'
import { place, type TestWay, tableOver, testNetwork } from './networks.fixture.ts'
import { secondsAt, thereAndBack } from './read-table.ts'
import { piecesOfPlaces } from './strong-pieces.ts'
import type { TravelTable } from './travel-table.ts'
import type { ViewSpec } from './travel-view.ts'

const SIDE = 5
const nodes = Array.from({ length: SIDE * SIDE }, (_, k) => [
  (k % SIDE) * 4_000,
  Math.floor(k / SIDE) * 4_000,
]) as [number, number][]

/** Some streets of a grid, a few of them one-way, and places near its crossings; parts may be cut off. */
const land = fc.record({
  ways: fc.uniqueArray(
    fc.record({
      at: fc.nat(nodes.length - 1),
      up: fc.boolean(),
      oneway: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
    }),
    { minLength: 8, maxLength: 40, selector: (w) => `${w.at} ${w.up}` },
  ),
  from: fc.array(fc.nat(nodes.length - 1), { minLength: 1, maxLength: 8 }),
  to: fc.array(fc.nat(nodes.length - 1), { minLength: 1, maxLength: 12 }),
  within: fc.array(fc.integer({ min: 0, max: 2_400 }), { minLength: 12, maxLength: 12 }),
})

type Land = typeof land extends fc.Arbitrary<infer T> ? T : never

function tables({ ways, from, to, within }: Land, spec: ViewSpec) {
  const list = ways.flatMap(({ at, up, oneway }): TestWay[] => {
    const other = up ? at + SIDE : at % SIDE === SIDE - 1 ? -1 : at + 1
    return other < 0 || other >= nodes.length ? [] : [{ points: [at, other], oneway }]
  })
  const graph = buildRoadGraph(testNetwork(nodes, list))
  const near = (prefix: string) => (node: number, k: number) =>
    place(`${prefix}${k}`, nodes[node]![0] + 150 + 10 * k, nodes[node]![1] + 90)
  const rows = from.map(near('a'))
  const columns = to.map(near('b'))
  let task: TableTask | undefined
  tableOver(graph, spec, rows, columns, {
    fillWith: (given) => {
      task = given
    },
  })
  const dense = tableOver(graph, spec, rows, columns)
  const asked: CellsAsked = {
    rowWithin: new Int32Array(rows.length).fill(300),
    columnWithin: Int32Array.from(columns, (_, k) => within[k]!),
    firstSet: Uint32Array.from({ length: columns.length + 1 }, (_, k) => k),
    set: Uint32Array.from(columns, (_, k) => k % 3),
    sets: Math.min(3, columns.length),
    first: Uint32Array.from({ length: rows.length + 1 }, (_, k) => k),
    column: new Uint32Array(rows.length).fill(columns.length - 1),
  }
  const half = Math.ceil(rows.length / 2)
  const parts = [keptColumns(task!, asked, 0, half), keptColumns(task!, asked, half, rows.length)]
  const kept = joinKept(parts, columns.length)
  const cells = kept.column.length
  const figures = { p50: new Int32Array(cells), roadMetres: new Int32Array(cells) }
  fillKept(task!, kept, figures, 0, rows.length)
  const sparse: TravelTable = { ...dense, ...figures, kept }
  return { graph, task: task!, dense, sparse, asked, rows, columns }
}

for (const spec of [
  { kind: 'resident' },
  { kind: 'vehicle', widthM: 2, weightT: 3 },
] as const satisfies ViewSpec[])
  test(`a table of kept cells agrees with the dense one on every pair within the bound (${spec.kind})`, () => {
    fc.assert(
      fc.property(land, (given) => {
        const { dense, sparse, asked, rows, columns } = tables(given, spec)
        rows.forEach((_, row) => {
          const nearest = [-1, -1, -1]
          columns.forEach((_, column) => {
            const known = secondsAt(dense, row, column)
            const bound = Math.max(300, asked.columnWithin[column]!)
            const always = column === columns.length - 1
            const read = secondsAt(sparse, row, column)
            if (always || (known >= 0 && known <= bound)) expect(read).toBe(known)
            else if (read >= 0) expect(read).toBe(known)
            const best = nearest[column % 3]!
            if (known >= 0 && (best < 0 || known < best)) nearest[column % 3] = known
          })
          // The nearest of each set is known at any distance: that none is kept proves that there is no way.
          for (const [set, best] of nearest.entries()) {
            const own = columns.flatMap((_, k) =>
              k % 3 === set ? [secondsAt(sparse, row, k)] : [],
            )
            const reached = own.filter((s) => s >= 0)
            expect(reached.length === 0 ? -1 : Math.min(...reached)).toBe(best)
          }
        })
      }),
      { numRuns: 120 },
    )
  })

test('pieces say where there is a way there and back, as the dense table does', () => {
  fc.assert(
    fc.property(land, (given) => {
      const spec: ViewSpec = { kind: 'vehicle', widthM: 2, weightT: 3 }
      const { graph, task, rows } = tables(given, spec)
      const square = tableOver(graph, spec, rows, rows)
      const pieces = piecesOfPlaces(graph, task.view, task.from, square.from)
      const none = { first: new Uint32Array(0), column: new Uint32Array(0), pieces }
      const known = thereAndBack(square)
      const said = thereAndBack({ ...square, kept: none })
      for (const a of square.from)
        for (const b of square.to)
          if (a !== b) expect([a, b, said(a, b)]).toEqual([a, b, known(a, b)])
    }),
    { numRuns: 120 },
  )
})
