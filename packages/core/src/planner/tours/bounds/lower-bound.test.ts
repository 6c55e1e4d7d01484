import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../../../kernel/random.ts'
import type { RoutingInstance } from '../../../plan/routing.ts'
import { optimumByEnumeration } from './every-solution.fixture.ts'
import { lowerBound } from './lower-bound.ts'
import { type SmallShape, smallInstance } from './small-instance.fixture.ts'

const solvers = await highsHere()
const boundOf = (instance: RoutingInstance, upper?: number) =>
  lowerBound(instance, {
    ...solvers,
    stop: () => false,
    ...(upper !== undefined && upper < Infinity ? { upper } : {}),
  })
const optimumOf = (instance: RoutingInstance) =>
  optimumByEnumeration(instance, (from, to) => instance.matrix![from]![to]!)

const shapes = (days: number): fc.Arbitrary<SmallShape> =>
  fc.record({
    customers: fc.integer({ min: 1, max: 6 }),
    days: fc.integer({ min: 1, max: days }),
    depots: fc.integer({ min: 1, max: 2 }),
    vehicles: fc.integer({ min: 1, max: 3 }),
    capacity: fc.integer({ min: 6, max: 16 }),
    windows: fc.boolean(),
    maxDuration: fc.constantFrom(130, 180, 250, Infinity),
    perDay: fc.constantFrom(0, 0, 80),
  })
const seeds = fc.integer({ min: 0, max: 1e6 })

describe('a bound', () => {
  test('is never above the optimum found by trying everything', async () => {
    let proved = 0
    await fc.assert(
      fc.asyncProperty(shapes(3), seeds, async (shape, seed) => {
        const instance = smallInstance(random(seed), shape)
        const optimum = optimumOf(instance)
        const known = await boundOf(instance, optimum)
        const alone = await boundOf(instance)
        expect(known.bound).toBeLessThanOrEqual(optimum + 1e-6)
        expect(alone.bound).toBeLessThanOrEqual(optimum + 1e-6)
        for (const found of [known, alone])
          if (found.optimal) {
            expect(found.bound).toBeCloseTo(optimum, 6)
            proved += 1
          }
      }),
      { numRuns: 60 },
    )
    expect(proved).toBeGreaterThan(30)
  })

  test('meets the optimum of one day, also where no cost is known before', async () => {
    await fc.assert(
      fc.asyncProperty(shapes(1), seeds, async (shape, seed) => {
        const instance = smallInstance(random(seed), { ...shape, maxDuration: Infinity })
        const optimum = optimumOf(instance)
        const found = await boundOf(instance)
        if (optimum === Infinity) return
        expect(found.bound).toBeCloseTo(optimum, 6)
        expect(found.optimal).toBe(true)
        expect(found.start?.cost).toBeCloseTo(optimum, 6)
      }),
      { numRuns: 30 },
    )
  })
})
