import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsBetweenDays } from '../access/gaps.ts'
import {
  evenly,
  fullestOf,
  type SparseService,
  spreadHolds,
  spreadOnDays,
  spreadServices,
} from './spread-services.ts'

const service = (most: number) =>
  fc.record({
    wanted: fc.integer({ min: 1, max: most }),
    maxGapDays: fc.option(fc.integer({ min: 20, max: 200 })),
    seconds: fc.integer({ min: 0, max: 4000 }),
  })

/** The fullest visit of the best of all ways to start the services. */
function leastFullest(services: readonly SparseService[], counts: number[], visits: number) {
  let least = Number.POSITIVE_INFINITY
  const starts = services.map(() => 0)
  for (;;) {
    const spread = services.map((_, k) => evenly(visits, counts[k]!, starts[k]!))
    least = Math.min(least, fullestOf(services, spread))
    const next = starts.findIndex((s) => s + 1 < visits)
    if (next < 0) return least
    starts.fill(0, 0, next)
    starts[next]!++
  }
}

describe('services spread over the visits of a stop', () => {
  it('leaves the fullest visit as short as brute force does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(service(6), { minLength: 1, maxLength: 4 }),
        (visits, services) => {
          const spread = spreadServices(services, visits, 10)
          const counts = spread.map((at) => at.length)
          expect(fullestOf(services, spread)).toBe(leastFullest(services, counts, visits))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('finds the even split that longest-first misses', () => {
    const services = [3, 3, 2, 2, 2].map((seconds) => ({ wanted: 1, maxGapDays: null, seconds }))
    expect(fullestOf(services, spreadServices(services, 2, 10))).toBe(6)
  })

  it('gives each service as often as wanted, holds its gap and never fills a visit more than all would', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 26 }),
        fc.array(service(26), { minLength: 1, maxLength: 5 }),
        (visits, given) => {
          const gap = Math.floor(365 / visits)
          const services = given.map((s) => ({
            ...s,
            maxGapDays: s.maxGapDays === null ? null : Math.max(gap, s.maxGapDays),
          }))
          const days = Array.from({ length: visits }, (_, k) => k * gap)
          const spread = spreadServices(services, visits, gap)
          expect(spreadHolds(services, spread, days, visits * gap)).toBe(true)
          spread.forEach((at, k) => {
            expect(new Set(at).size).toBe(at.length)
            expect(at.length).toBeGreaterThanOrEqual(Math.min(visits, services[k]!.wanted))
          })
          const all = services.reduce((sum, s) => sum + s.seconds, 0)
          expect(fullestOf(services, spread)).toBeLessThanOrEqual(all)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('fits the room on the days it got, and takes more visits where a gap is too long', () => {
    const services = [{ wanted: 2, maxGapDays: 200, seconds: 600 }]
    const days = [1, 20, 40, 60, 80, 100, 120, 140]
    const [at] = spreadOnDays(services, days, 365, 600)
    expect(at!.length).toBeGreaterThan(2)
    expect(
      Math.max(
        ...gapsBetweenDays(
          at!.map((k) => days[k]!),
          365,
        ),
      ),
    ).toBeLessThanOrEqual(230)
    fc.assert(
      fc.property(
        fc.array(service(12), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 6000 }),
        (of, unordered, room) => {
          const on = spreadOnDays(
            of,
            [...unordered].sort((a, b) => a - b),
            365,
            room,
          )
          expect(fullestOf(of, on)).toBeLessThanOrEqual(room)
        },
      ),
      { numRuns: 100 },
    )
  })
})
