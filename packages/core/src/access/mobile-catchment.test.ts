import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delivered, enhancedTwoStep, threeStep } from './catchment.ts'
import { step } from './decay.ts'
import { type Links, linksOf } from './links.ts'
import { type Provider, timeExpandedCatchment, timelyCatchment } from './mobile-catchment.ts'
import { meanWait, temporalAvailability, type WaitDecay, waitAtShare } from './waiting.ts'

const full = (origins: number, providers: number, cost: (i: number, j: number) => number): Links =>
  linksOf(
    origins,
    providers,
    Array.from({ length: origins * providers }, (_, k) => ({
      from: Math.floor(k / providers),
      to: k % providers,
      cost: cost(Math.floor(k / providers), k % providers),
    })),
  )

const anyGaps = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 })
const anyWait: fc.Arbitrary<WaitDecay> = fc.oneof(
  fc.record({ form: fc.constant('step' as const), days: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ form: fc.constant('exponential' as const), days: fc.integer({ min: 1, max: 120 }) }),
)

const everyDays = (n: number): number[] => {
  const even = 365 / n
  return Array.from({ length: n }, (_, k) => Math.round(k * even))
}

/** Three villages and three providers at random costs; the first provider reaches everybody. */
const anyInput = fc.record({
  demand: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }),
  supply: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
  costs: fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 9, maxLength: 9 }),
  days: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 363 }), { minLength: 1, maxLength: 8 }), {
    minLength: 3,
    maxLength: 3,
  }),
})

const sorted = (days: number[]) => [...days].sort((a, b) => a - b)

describe('timely catchment (properties a–f of the method)', () => {
  it('(a) with T = 1 it is E2SFCA exactly', () => {
    fc.assert(
      fc.property(anyInput, ({ demand, supply, costs }) => {
        const links = full(3, 3, (i, j) => costs[i * 3 + j]!)
        const providers: Provider[] = supply.map((s) => ({ supplyYear: s, days: null }))
        const got = timelyCatchment({
          demand,
          providers,
          links,
          horizonDays: 365,
          wait: { form: 'step', days: 2 },
        })
        expect([...got.access]).toEqual([...enhancedTwoStep({ demand, supply, links }).access])
        expect(got.lateSupply).toBe(0)
      }),
    )
  })

  it('(b) it conserves timely services, and reports the late ones', () => {
    fc.assert(
      fc.property(anyInput, anyWait, ({ demand, supply, costs, days }, wait) => {
        const links = full(3, 3, (i, j) => costs[i * 3 + j]!)
        const providers = supply.map((s, j) => ({ supplyYear: s, days: sorted(days[j]!) }))
        const got = timelyCatchment({ demand, providers, links, horizonDays: 365, wait })
        const timely = supply.reduce((sum, s, j) => sum + s * got.availability[j]!, 0)
        expect(delivered(demand, got.access)).toBeCloseTo(timely, 6)
        expect(got.lateSupply + timely).toBeCloseTo(
          supply.reduce((a, b) => a + b, 0),
          6,
        )
      }),
    )
  })

  it('(c) for as many visits T is greatest at even gaps', () => {
    fc.assert(
      fc.property(anyGaps, anyWait, (gaps, wait) => {
        const horizon = gaps.reduce((a, b) => a + b, 0)
        const even = gaps.map(() => horizon / gaps.length)
        expect(temporalAvailability(gaps, wait)).toBeLessThanOrEqual(
          temporalAvailability(even, wait) + 1e-12,
        )
      }),
    )
  })

  it('(d) one more visit never lowers T', () => {
    fc.assert(
      fc.property(
        anyGaps,
        anyWait,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (gaps, wait, at) => {
          const [first, ...rest] = gaps
          const split = [first! * at, first! * (1 - at), ...rest]
          expect(temporalAvailability(split, wait)).toBeGreaterThanOrEqual(
            temporalAvailability(gaps, wait) - 1e-12,
          )
        },
      ),
    )
  })

  it('(e) one calendar gives each service its own access', () => {
    const once = [365]
    expect(temporalAvailability(once, { form: 'step', days: 365 })).toBe(1)
    expect(temporalAvailability([91, 91, 91, 92], { form: 'step', days: 92 })).toBe(1)
    // Two visits a month, acute care good for two days: 24 × 2 / 365.
    const twiceAMonth = Array.from({ length: 24 }, () => 365 / 24)
    expect(temporalAvailability(twiceAMonth, { form: 'step', days: 2 })).toBeCloseTo(48 / 365, 12)
  })

  it('(f) no visit gives nothing', () => {
    const links = full(1, 1, () => 5)
    const input = {
      demand: [10],
      providers: [{ supplyYear: 50, days: [] }],
      links,
      horizonDays: 365,
      wait: { form: 'exponential', days: 30 } as const,
    }
    expect(timelyCatchment(input).access[0]).toBe(0)
    expect(timeExpandedCatchment(input).access[0]).toBe(0)
  })

  it('does not let a yearly stop score like a weekly one of the same yearly supply', () => {
    const links = full(2, 2, (i, j) => (i === j ? 5 : 90))
    const got = timelyCatchment({
      demand: [100, 100],
      providers: [
        { supplyYear: 100, days: [0] },
        { supplyYear: 100, days: everyDays(52) },
      ],
      links,
      horizonDays: 365,
      wait: { form: 'step', days: 7 },
    })
    expect(got.access[0]).toBeCloseTo(7 / 365, 12)
    expect(got.access[1]).toBeGreaterThan(0.99)
  })
})

describe('time-expanded 3SFCA', () => {
  it('is 3SFCA where all sites are fixed', () => {
    fc.assert(
      fc.property(anyInput, ({ demand, supply, costs }) => {
        const links = full(3, 3, (i, j) => costs[i * 3 + j]!)
        const decay = step([
          [10, 1],
          [30, 0.5],
        ])
        const providers: Provider[] = supply.map((s) => ({ supplyYear: s, days: null }))
        const got = timeExpandedCatchment({
          demand,
          providers,
          links,
          decay,
          horizonDays: 365,
          wait: { form: 'step', days: 3 },
        })
        const fixed = threeStep({ demand, supply, links, decay }).access
        got.access.forEach((a, i) => {
          expect(a).toBeCloseTo(fixed[i]!, 9)
        })
      }),
    )
  })

  it('with one provider is the timely catchment: the wait does not cancel', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 120 }), ({ demand, supply, days }, most) => {
        const input = {
          demand,
          providers: [{ supplyYear: supply[0]!, days: sorted(days[0]!) }],
          links: full(3, 1, () => 5),
          horizonDays: 365,
          wait: { form: 'step', days: most } as const,
        }
        const timely = timelyCatchment(input).access
        timeExpandedCatchment(input).access.forEach((a, i) => {
          expect(a).toBeCloseTo(timely[i]!, 9)
        })
      }),
    )
  })

  it('never delivers more than there is', () => {
    fc.assert(
      fc.property(anyInput, anyWait, ({ demand, supply, costs, days }, wait) => {
        const links = full(3, 3, (i, j) => costs[i * 3 + j]!)
        const providers = supply.map((s, j) => ({ supplyYear: s, days: sorted(days[j]!) }))
        const got = timeExpandedCatchment({ demand, providers, links, horizonDays: 365, wait })
        const all = supply.reduce((a, b) => a + b, 0)
        expect(delivered(demand, got.access)).toBeLessThanOrEqual(all * (1 + 1e-9))
      }),
    )
  })

  it('gives two stops with interleaved calendars more than the same dates on one day', () => {
    const links = full(1, 2, () => 5)
    const at = (second: number) =>
      timeExpandedCatchment({
        demand: [100],
        providers: [
          { supplyYear: 50, days: [0] },
          { supplyYear: 50, days: [second] },
        ],
        links,
        horizonDays: 360,
        wait: { form: 'exponential', days: 60 },
      }).access[0]!
    expect(at(180)).toBeGreaterThan(at(0))
  })
})

describe('waiting', () => {
  it('has the mean and the ninetieth percentile of a random need', () => {
    expect(meanWait([10, 20])).toBeCloseTo(500 / 60, 12)
    // Half of the needs of the short gap and the long one wait up to 5 days each: 10 of 30.
    expect(waitAtShare([10, 20], 1 / 3)).toBeCloseTo(5, 12)
    expect(waitAtShare([10, 20], 0.9)).toBeCloseTo(17, 12)
    expect(waitAtShare([10, 20], 1)).toBeCloseTo(20, 12)
  })
})
