import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { project } from './projection.ts'
import { type ProjectionRates, projectionRates } from './projection-rates.ts'

const none = (rate: number) => ({
  source: 'test',
  assumed: false,
  rates: [{ from: 0, to: null, rate }],
})
const rates = (over: Partial<ProjectionRates> = {}): ProjectionRates => ({
  fertility: none(0),
  mortality: none(0),
  migration: none(0),
  femaleAtBirth: 0.5,
  female: 0.5,
  ...over,
})
const people = (...counts: [from: number, to: number | null, people: number][]) => ({
  total: counts.reduce((sum, [, , n]) => sum + n, 0),
  bands: counts.map(([from, to, n]) => ({ from, to, people: n })),
})

describe('projection by cohorts (A13)', () => {
  it('makes everybody a year older each year: nobody is lost where nobody dies (A13)', () => {
    const { population } = project(people([0, 4, 50], [5, 9, 0], [10, null, 0]), 5, rates())
    expect(population.bands.map((b) => b.people)).toEqual([0, 50, 0])
    expect(population.total).toBe(50)
  })

  it('counts births by women of each age, by hand (A13)', () => {
    const fertility = {
      source: 'test',
      assumed: false,
      rates: [{ from: 20, to: 29, rate: 0.1 }],
    }
    const { population, years } = project(
      people([0, 19, 0], [20, 24, 100], [25, null, 0]),
      1,
      rates({ fertility }),
    )
    // 50 women × 0.1.
    expect(years).toEqual([{ births: 5, deaths: 0, netMigration: 0 }])
    expect(population.total).toBe(105)
    expect(population.bands[0]!.people).toBe(5)
  })

  it('adds up: after = before + births − deaths + those who came, every year (A13)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: -30, max: 30 }),
        (counts, years, perMille) => {
          const before = people(
            ...counts.map((n, k): [number, number | null, number] => [
              k * 15,
              k === 5 ? null : k * 15 + 14,
              n,
            ]),
          )
          const own = projectionRates({ migration: none(perMille / 1000) })
          const { byAge, years: each, population } = project(before, years, own)
          const after = byAge.reduce((a, b) => a + b, 0)
          const net = each.reduce((sum, y) => sum + y.births - y.deaths + y.netMigration, 0)
          expect(after).toBeCloseTo(before.total + net, 6)
          expect(population.bands.reduce((sum, b) => sum + b.people, 0)).toBe(population.total)
          expect(Math.abs(population.total - after)).toBeLessThanOrEqual(0.5)
        },
      ),
      { numRuns: 40, seed: 13 },
    )
  })

  it('leaves the population of this year as it is', () => {
    const now = people([0, 14, 7], [15, null, 21])
    expect(project(now, 0, projectionRates()).population).toBe(now)
  })
})
