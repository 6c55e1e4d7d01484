import fc from 'fast-check'
import gcoord from 'gcoord'
import { describe, expect, test } from 'vitest'
import { toWgs84 } from './coordinates.ts'
import { metresBetween } from './earth.ts'
import type { LngLat } from './settlement.ts'

const inChina = fc.tuple(
  fc.double({ min: 98, max: 122, noNaN: true }),
  fc.double({ min: 21, max: 45, noNaN: true }),
)

describe('toWgs84', () => {
  test.each([
    ['GCJ-02', gcoord.GCJ02],
    ['BD-09', gcoord.BD09],
  ] as const)('undoes %s to below a metre anywhere in China', (name, system) => {
    fc.assert(
      fc.property(inChina, (at) => {
        const [lng, lat] = gcoord.transform([at[0], at[1]], gcoord.WGS84, system)
        const moved: LngLat = [lng!, lat!]
        expect(metresBetween(moved, at)).toBeGreaterThan(30)
        expect(metresBetween(toWgs84(moved, name), at)).toBeLessThan(1)
      }),
    )
  })
  test('leaves WGS-84 and CGCS2000 as they are', () => {
    expect(toWgs84([119.5, 28.1], 'WGS-84')).toEqual([119.5, 28.1])
    expect(toWgs84([119.5, 28.1], 'CGCS2000')).toEqual([119.5, 28.1])
  })
})
