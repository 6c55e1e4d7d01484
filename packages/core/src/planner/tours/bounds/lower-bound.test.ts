import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../../../kernel/random.ts'
import type { RoutingInstance } from '../../../plan/routing.ts'
import type { CertifiedBound } from './certified-bound.ts'
import { optimumByEnumeration } from './every-solution.fixture.ts'
import { lowerBound } from './lower-bound.ts'
import { type SmallShape, smallInstance } from './small-instance.fixture.ts'

const solvers = await highsHere()
const boundOf = (instance: RoutingInstance, upper = Infinity, rounds = Infinity) =>
  lowerBound(instance, {
    ...solvers,
    stop: (done) => done >= rounds,
    ...(upper < Infinity ? { upper } : {}),
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

const daysOf = (pattern: number) => pattern.toString(2).replaceAll('0', '').length

/** Each customer on the days of one of its patterns, or, where days are not told, as often as its shortest has days. */
function expectWholeVisits(instance: RoutingInstance, { start }: CertifiedBound): void {
  if (!start) return
  for (const customer of instance.customers) {
    const days = start.routes.flatMap(({ day, times, stops }) =>
      stops.includes(customer.id) ? new Array<number>(times).fill(day ?? 0) : [],
    )
    const pattern = days.reduce((sum, day) => sum + 2 ** (instance.days - day), 0)
    if (start.routes[0]!.day === undefined)
      expect(days.length).toBe(Math.min(...customer.patterns.map(daysOf)))
    else expect(customer.patterns).toContain(pattern)
  }
}

describe('a bound', () => {
  test('is never above the optimum found by trying everything, however early it is stopped', async () => {
    let proved = 0
    await fc.assert(
      fc.asyncProperty(
        shapes(3),
        seeds,
        fc.constantFrom(2, 5, Infinity),
        fc.boolean(),
        async (shape, seed, rounds, told) => {
          const instance = smallInstance(random(seed), shape)
          const optimum = optimumOf(instance)
          const found = await boundOf(instance, told ? optimum : Infinity, rounds)
          expect(found.bound).toBeLessThanOrEqual(optimum + 1e-6)
          expectWholeVisits(instance, found)
          if (!found.optimal) return
          expect(found.bound).toBeCloseTo(optimum, 6)
          proved += 1
        },
      ),
      { numRuns: 60 },
    )
    expect(proved).toBeGreaterThan(15)
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

  test('is the same twice where the stop counts rounds', async () => {
    const instance = smallInstance(random(5), {
      customers: 14,
      days: 2,
      depots: 2,
      vehicles: 3,
      capacity: 14,
      windows: false,
      maxDuration: 250,
      perDay: 80,
    })
    expect(await boundOf(instance, Infinity, 12)).toEqual(await boundOf(instance, Infinity, 12))
  })
})

describe('a certified optimum', () => {
  const oneDay = { ...{ days: 1, depots: 2, capacity: 12, windows: false, perDay: 80 } }

  /** The tightened instance's optimum, where both are proved or the tightened one serves nobody. */
  async function neverBetter(
    seed: number,
    tighten: (instance: RoutingInstance) => RoutingInstance,
  ): Promise<void> {
    const instance = smallInstance(random(seed), {
      ...oneDay,
      customers: 6,
      vehicles: 2,
      maxDuration: 220,
    })
    const [before, after] = [await boundOf(instance), await boundOf(tighten(instance))]
    if (before.optimal && after.optimal)
      expect(after.bound).toBeGreaterThanOrEqual(before.bound - 1e-6)
    if (before.bound === Infinity) expect(after.bound).toBe(Infinity)
  }

  test.each<
    [string, (instance: RoutingInstance, source: ReturnType<typeof random>) => RoutingInstance]
  >([
    ['removing a vehicle', (i) => ({ ...i, fleets: i.fleets.slice(1) })],
    [
      'shortening a shift',
      (i) => ({ ...i, fleets: i.fleets.map((f) => ({ ...f, maxDuration: f.maxDuration - 40 })) }),
    ],
    [
      'closing a road',
      (i, source) => {
        const from = source.below(i.matrix!.length)
        const to = (from + 1 + source.below(i.matrix!.length - 1)) % i.matrix!.length
        const matrix = i.matrix!.map((row, a) =>
          row.map((d, b) => (a === from && b === to ? -1 : d)),
        )
        return { ...i, matrix }
      },
    ],
  ])('is never improved by %s', async (_, change) => {
    await fc.assert(
      fc.asyncProperty(seeds, (seed) => neverBetter(seed, (i) => change(i, random(seed)))),
      { numRuns: 8 },
    )
  })
})
