import { expect, test } from 'vitest'
import { secondsAt } from '../../travel/read-table.ts'
import type { TravelTable } from '../../travel/travel-table.ts'
import { withRows } from './travel-of-part.ts'

test('some rows of a table of kept cells say what they said', () => {
  const none = new Int32Array(0)
  const table: TravelTable = {
    from: ['a', 'b', 'c'],
    to: ['x', 'y', 'z'],
    kept: { first: Uint32Array.of(0, 2, 3, 5), column: Uint16Array.of(0, 2, 1, 0, 1) },
    p50: Int32Array.of(10, 12, 21, 30, -1),
    roadMetres: Int32Array.of(1, 2, 3, 4, -1),
    p90: none,
    walkMetres: none,
    fromSnap: Int32Array.of(5, 6, 7),
    toSnap: Int32Array.of(0, 0, 0),
  }
  const part = withRows(table, new Set(['c', 'a']))
  expect(part.from).toEqual(['a', 'c'])
  const read = (of: TravelTable, row: number) =>
    of.to.map((_, column) => secondsAt(of, row, column))
  expect(read(part, 0)).toEqual(read(table, 0))
  expect(read(part, 1)).toEqual(read(table, 2))
  expect([...part.roadMetres]).toEqual([1, 2, 4, -1])
  expect([...part.fromSnap]).toEqual([5, 7])
})
