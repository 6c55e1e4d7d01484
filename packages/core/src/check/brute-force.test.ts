import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { random } from '../kernel/random.ts'
import { bestByEnumeration, compare } from './brute-force.fixture.ts'
import { checkRoutes } from './check-routes.ts'
import { randomRuledInstance } from './random-ruled.fixture.ts'
import { lineTours } from './routes/line-tours.fixture.ts'

/** Customers 1, 2, 3 and 4 at 10, 20, 20 and 30 on a line from the depot; those that aren't named must not be missed. */
const line = (change: Parameters<typeof lineTours>[0], days = 1) => {
  const patterns = Array.from({ length: days }, (_, k) => 2 ** k)
  const customers = Object.fromEntries(
    [1, 2, 3, 4].map((id) => [id, { optional: false, patterns, ...change.customers?.[id] }]),
  )
  const fleet = { days: Array.from({ length: days }, (_, k) => k + 1), ...change.fleet }
  return lineTours({ ...change, fleet, customers, instance: { days, ...change.instance } })
}
const levels = (...args: Parameters<typeof line>) => bestByEnumeration(line(...args))?.levels

describe('known by hand', () => {
  test('one vehicle to the end of the line and back; service takes 5 each', () => {
    expect(levels({})).toEqual([0, 60, 80, 0, 0])
  })

  test('two vehicles where one is too small', () => {
    expect(levels({ fleet: { capacity: 2 } })).toEqual([0, 60 + 40, 70, 0, 0])
    // One brings two, comes back for two more: no cheaper, and all on one day.
    const reload = { at: [0], duration: 1, most: 1 }
    const one = { capacity: 2, vehicles: [1] }
    expect(levels({ fleet: one, rules: { reload } })).toEqual([0, 100, 121, 0, 0])
    expect(levels({ fleet: one })).toEqual([2, 40, 50, 0, 0])
  })

  test('the lower class first, whatever the prize', () => {
    const fleet = { capacity: 1, vehicles: [1] }
    const customers = {
      1: { optional: true, prize: 1, rules: { priority: 1 } },
      2: { optional: true, prize: 99, rules: { priority: 2 } },
      3: { optional: true, prize: 99, rules: { priority: 2 } },
      4: { optional: true, prize: 99, rules: { priority: 2 } },
    }
    expect(levels({ fleet, customers })).toEqual([0, 0, 297, 20, 25, 0, 0])
  })

  test('a night at the end of the line saves the way back', () => {
    const nights = { at: [1], cost: 7, mostInRow: 1 }
    const limited = { vehicles: [1], maxDuration: 45 }
    // Day 1: customer 1 and on to the beds; day 2 from there over two others and home within 45; the last is not served.
    const best = levels({ fleet: limited, rules: { nights } }, 2)
    expect(best).toEqual([0, 30 + 7 + 30, 40, 0, 0])
    expect(levels({ fleet: limited }, 2)?.[0]).toBe(2)
  })

  test('lunch, and a rest at a stop that waits for it', () => {
    const lunch = (open: number, close: number) =>
      levels({ rules: { close: 100, breaks: [{ windows: [{ open, close }], duration: 10 }] } })
    expect(lunch(25, 40)).toEqual([0, 60, 90, 0, 0])
    // It can depart when the last window closes, or be back by then.
    expect(lunch(10, 20)).toEqual([0, 60, 80, 0, 0])
    expect(lunch(60, 80)).toEqual([0, 60, 80, 0, 0])
    // The stop at 30 is drawn out from 5 to 9; with 29 at the wheel, two stops are.
    const rest = { after: 30, duration: 9, onRoad: false }
    expect(levels({ rules: { rest } })).toEqual([0, 60, 84, 0, 0])
    expect(levels({ rules: { rest: { ...rest, after: 29 } } })).toEqual([0, 60, 88, 0, 0])
    expect(levels({ rules: { rest: { ...rest, after: 9 } } })?.[0]).toBe(4)
    expect(levels({ rules: { rest: { ...rest, after: 29, onRoad: true } } })).toEqual([
      0, 60, 88, 0, 0,
    ])
  })

  test('a break drawn out to a rest, where the stop there is short', () => {
    const breaks = [{ windows: [{ open: 25, close: 40 }], duration: 5 }]
    const rest = { after: 30, duration: 9, onRoad: false }
    const customers = { 4: { service: 1 } }
    expect(levels({ customers, rules: { close: 100, breaks } })).toEqual([0, 60, 81, 0, 0])
    expect(levels({ customers, rules: { close: 100, breaks, rest } })).toEqual([0, 60, 85, 0, 0])
  })

  test('a break between two bundles of one place, with the setup anew', () => {
    const breaks = [{ windows: [{ open: 62, close: 65 }], duration: 5 }]
    const bundle = { service: 40, rules: { place: 'hall', setup: 2 } }
    const free = { optional: true, prize: 0 }
    const customers = { 1: free, 2: bundle, 3: bundle, 4: free }
    expect(levels({ customers, rules: { close: 140 } })).toEqual([0, 0, 40, 122, 0, 0])
    expect(levels({ customers, rules: { close: 140, breaks } })).toEqual([0, 0, 40, 129, 0, 0])
  })

  test('bundles of one place side by side', () => {
    const at = (station: string) => ({ rules: { place: 'hall', station, setup: 3 } })
    expect(levels({ customers: { 2: at('a'), 3: at('b') } })).toEqual([0, 60, 78, 0, 0])
    expect(levels({ customers: { 2: at('a'), 3: at('a') } })).toEqual([0, 60, 83, 0, 0])
  })

  test('real dates: 24 visits a year are 15 or 16 days apart, and a recheck in 14 is not', () => {
    const dates = ['2026-01-05', '2026-01-19', '2026-01-20'] as PlainDate[]
    const spacing = { visits: 2, minGap: 15, maxGap: 16 }
    const best = bestByEnumeration(
      line({ customers: { 1: { rules: { spacing } } }, instance: { dates } }, 3),
    )
    const visits = best!.solution.routes.filter((r) => r.stops.includes(1)).map((r) => r.day)
    expect(visits).toEqual([1, 3])
  })

  test('cost before a short day, a short day before changes, changes before wishes', () => {
    const published = [{ day: 2 }]
    const customers = { 1: { rules: { published, avoidDays: [2] } } }
    // All on day 1 or all on day 2 cost the same and take as long; the published day decides.
    expect(levels({ customers }, 2)).toEqual([0, 60, 80, 0, 1])
  })

  test('nothing holds where a locked visit cannot be', () => {
    const customers = { 1: { rules: { locked: [{ day: 1 }], windows: [] } } }
    expect(levels({ customers })).toBeUndefined()
  })
})

describe('at random', () => {
  const drawn = fc.record({
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    customers: fc.integer({ min: 1, max: 5 }),
    days: fc.integer({ min: 1, max: 3 }),
  })
  const instanceOf = ({
    seed,
    customers,
    days,
  }: {
    seed: number
    customers: number
    days: number
  }) => randomRuledInstance(random(seed), { customers, days })

  test('the checker agrees with what enumeration finds, and no rule loosened makes it worse', () => {
    fc.assert(
      fc.property(drawn, (options) => {
        const instance = instanceOf(options)
        const best = bestByEnumeration(instance)
        if (!best) return
        expect(checkRoutes(instance, best.solution).levels).toEqual(best.levels)
        const fleets = instance.fleets.map((f) => ({
          ...f,
          capacity: Infinity,
          maxDuration: Infinity,
        }))
        const roomy = bestByEnumeration({ ...instance, fleets })
        expect(compare(roomy!.levels, best.levels)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the same seed draws the same instance, all in whole numbers', () => {
    fc.assert(
      fc.property(drawn, (options) => {
        const instance = instanceOf(options)
        expect(instanceOf(options)).toEqual(instance)
        const numbers = JSON.stringify(instance).match(/-?\d+\.\d+/g)
        expect(numbers).toBeNull()
      }),
    )
  })
})
