import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ElevationTile } from './terrain.ts'
import { elevationAt, withoutElevation } from './terrain-elevation.ts'
import { fillVoids } from './terrain-voids.ts'

const V = Number.NaN

function tile(rows: number[][], west = 119, south = 28): ElevationTile {
  const columns = rows[0]!.length
  const metres = Float32Array.from(rows.flat())
  return { west, south, east: west + 1, north: south + 1, columns, rows: rows.length, metres }
}

describe('elevationAt', () => {
  test('posts stand on the edges, row 0 in the north', () => {
    const terrain = {
      tiles: [
        tile([
          [10, 20],
          [30, 40],
        ]),
      ],
    } // prettier-ignore
    expect(elevationAt(terrain, [119, 29])).toBe(10)
    expect(elevationAt(terrain, [120, 29])).toBe(20)
    expect(elevationAt(terrain, [119, 28])).toBe(30)
    expect(elevationAt(terrain, [120, 28])).toBe(40)
    expect(elevationAt(terrain, [119.5, 28.5])).toBe(25)
  })
  test('a plane is read exactly everywhere', () => {
    const plane = (x: number, y: number) => 100 + 30 * x - 20 * y
    const rows = Array.from({ length: 5 }, (_, r) =>
      Array.from({ length: 7 }, (_, c) => plane(c / 6, 1 - r / 4)),
    )
    const terrain = { tiles: [tile(rows)] }
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        expect(elevationAt(terrain, [119 + x, 28 + y])).toBeCloseTo(plane(x, y), 3)
      }),
    )
  })
  test('outside is null, and the next tile is asked where the first is void', () => {
    const terrain = {
      tiles: [
        tile([
          [V, V],
          [V, V],
        ]),
        tile([
          [7, 7],
          [7, 7],
        ]),
      ],
    } // prettier-ignore
    expect(elevationAt(terrain, [119.5, 28.5])).toBe(7)
    expect(elevationAt(terrain, [121, 28.5])).toBeNull()
  })
  test('places without elevation are counted by name', () => {
    const terrain = {
      tiles: [
        tile([
          [1, 1],
          [1, 1],
        ]),
      ],
    } // prettier-ignore
    const findings = withoutElevation(terrain, [
      { name: '里坑', at: [119.5, 28.5] },
      { name: '远村', at: [130, 28.5] },
      { name: '无名', at: null },
    ])
    expect(findings.map((f) => [f.code, f.facts.count, f.facts.examples])).toEqual([
      ['elevation-area-missing', 1, '远村'],
    ])
  })
})

describe('fillVoids', () => {
  test('fills from the edge inwards and keeps what is known', () => {
    const filled = fillVoids(
      tile([
        [10, 10, 10],
        [10, V, 10],
        [10, 10, 19],
      ]),
    ) // prettier-ignore
    expect(filled.voids).toBe(1)
    expect(filled.tile.metres[4]).toBeCloseTo(89 / 8, 4)
    expect(filled.tile.metres[8]).toBe(19)
  })
  test('a row of voids is filled from both ends at once', () => {
    const { metres } = fillVoids(tile([[10, V, V, V, 20]])).tile
    expect(Array.from(metres)).toEqual([10, 10, 15, 20, 20])
  })
  test('leaves no void and stays within the range of what is known', () => {
    const post = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: V, freq: 3 })
    const grid = fc.array(fc.array(post, { minLength: 6, maxLength: 6 }), {
      minLength: 4,
      maxLength: 9,
    })
    fc.assert(
      fc.property(grid, (rows) => {
        const before = tile(rows)
        const known = before.metres.filter((m) => !Number.isNaN(m))
        fc.pre(known.length > 0)
        const { metres } = fillVoids(before).tile
        expect(metres.some(Number.isNaN)).toBe(false)
        expect(Math.max(...metres)).toBeLessThanOrEqual(Math.max(...known) + 1e-3)
        expect(Math.min(...metres)).toBeGreaterThanOrEqual(Math.min(...known) - 1e-3)
      }),
    )
  })
  test('a tile of voids only stays as it is', () => {
    expect(
      fillVoids(
        tile([
          [V, V],
          [V, V],
        ]),
      ).voids,
    ).toBe(4) // prettier-ignore
  })
})
