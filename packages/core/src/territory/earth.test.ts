import { describe, expect, test } from 'vitest'
import { metresBetween, metresPerDegree } from './earth.ts'

describe('metresBetween', () => {
  test('a quarter of the mean meridian', () => {
    expect(metresBetween([0, 0], [0, 90])).toBeCloseTo((6_371_008.8 * Math.PI) / 2, 3)
  })
  test('agrees with flat reckoning over a kilometre', () => {
    const per = metresPerDegree(28)
    expect(metresBetween([119, 28], [119.01, 28.005])).toBeCloseTo(
      Math.hypot(0.01 * per.lng, 0.005 * per.lat),
      0,
    )
  })
})
