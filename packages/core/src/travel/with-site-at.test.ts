import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsAt } from './read-table.ts'
import type { CountyTravel, TravelTable, WalkTable } from './travel-table.ts'
import { withSiteAt } from './with-site-at.ts'

/** A table with some cells missing, in full or as kept rows. */
function tableOf(cells: readonly (readonly number[])[], kept: boolean): TravelTable {
  const from = cells.map((_, k) => `S${k}`)
  const to = cells[0]!.map((_, k) => `F${k}`)
  const rows = cells.map((row) => row.flatMap((s, column) => (s >= 0 ? [{ s, column }] : [])))
  const figures = kept ? rows.flatMap((row) => row.map((c) => c.s)) : cells.flat()
  const empty = kept ? new Int32Array(0) : Int32Array.from(figures)
  return {
    from,
    to,
    p50: Int32Array.from(figures),
    p90: empty,
    roadMetres: Int32Array.from(figures),
    walkMetres: empty,
    fromSnap: new Int32Array(from.length),
    toSnap: new Int32Array(to.length),
    ...(kept
      ? {
          kept: {
            first: Uint32Array.from(
              [0, ...rows].map((_, k) => rows.slice(0, k).reduce((n, row) => n + row.length, 0)),
            ),
            column: Uint16Array.from(rows.flatMap((row) => row.map((c) => c.column))),
          },
        }
      : {}),
  }
}

function walksOf(cells: readonly (readonly number[])[]): WalkTable {
  const rows = cells.map((row) =>
    row.flatMap((s, column) => (s >= 0 ? [[s, column] as const] : [])).sort((a, b) => a[0] - b[0]),
  )
  return {
    from: cells.map((_, k) => `S${k}`),
    to: cells[0]!.map((_, k) => `F${k}`),
    offsets: Uint32Array.from(
      [0, ...rows].map((_, k) => rows.slice(0, k).reduce((n, row) => n + row.length, 0)),
    ),
    target: Uint32Array.from(rows.flat().map(([, column]) => column)),
    seconds: Int32Array.from(rows.flat().map(([s]) => s)),
    metres: Int32Array.from(rows.flat().map(([s]) => s)),
  }
}

const cells = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.integer({ min: -1, max: 900 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('a site put up in a settlement', () => {
  it('is there for those of the settlement and leaves every other way as it was, in full tables and kept rows', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), fc.nat(), (grid, kept, pick) => {
        const table = tableOf(grid, kept)
        const walks = walksOf(grid)
        const row = pick % grid.length
        const state = {
          season: 'base',
          resident: table,
          walkToStops: walks,
          walkToFacilities: walks,
          vehicle: {},
        } satisfies CountyTravel
        const { base } = withSiteAt({ base: state, seasons: [] }, 'new', `S${row}`)
        const column = base.resident.to.indexOf('new')
        grid.forEach((old, r) => {
          old.forEach((s, c) => {
            expect(secondsAt(base.resident, r, c)).toBe(s)
          })
          expect(secondsAt(base.resident, r, column)).toBe(r === row ? 0 : -1)
        })
        const on = base.walkToFacilities
        grid.forEach((_, r) => {
          const [start, end] = [on.offsets[r]!, on.offsets[r + 1]!]
          const [was, until] = [walks.offsets[r]!, walks.offsets[r + 1]!]
          const own = r === row ? [[column, 0]] : []
          const ways = (t: WalkTable, a: number, b: number) =>
            Array.from({ length: b - a }, (_, k) => [t.target[a + k]!, t.seconds[a + k]!])
          expect(ways(on, start, end)).toEqual([...own, ...ways(walks, was, until)])
        })
      }),
    )
  })
})
