import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tourCounty } from '../../../demo/tour-county.ts'
import { random } from '../../../kernel/random.ts'
import { compileProblem } from './compile.ts'
import { countedStart, isCountable } from './counted-start.ts'
import { dateTours } from './date-tours.ts'
import { BROKEN } from './levels.ts'

const county = (seed: number) => tourCounty({ seed, villages: 6, depots: 2, year: 2026 })

/** Each village on a tour of its own, driven from the nearest depot as often as the village wants. */
const alone = (seed: number) => {
  const instance = county(seed)
  const problem = compileProblem(instance)
  const { lengths } = instance.travel![0]!
  const routes = instance.customers.map(({ id }, k) => {
    const away = [0, 1].map((depot) => lengths[depot]![2 + k]!)
    return {
      times: problem.units[k]!.visits,
      depot: away[0]! <= away[1]! ? 0 : 1,
      stops: [id],
    }
  })
  return { instance, problem, counted: { routes, cost: 0, proved: false } }
}

describe('tours that say only how often they are driven', () => {
  test('get dates: each drive on a day of its own vehicle, each tour as often as said (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const { problem, counted } = alone(seed)
        const dated = dateTours(problem, counted, random(seed), 2000)
        const slots = dated.routes.map((r) => `${r.day} ${r.depot} ${r.vehicle}`)
        expect(new Set(slots).size).toBe(slots.length)
        for (const { times, stops, depot } of counted.routes) {
          const drives = dated.routes.filter((r) => r.stops.join() === stops.join())
          expect(drives).toHaveLength(times)
          expect(new Set(drives.map((r) => r.depot))).toEqual(new Set([depot + 1]))
        }
      }),
      { numRuns: 10 },
    )
  })

  test('make a start in which no gap is broken, the same each time', () => {
    const { problem, counted } = alone(3)
    const start = countedStart(problem, counted, 1, 20_000)
    expect(start.levels[0]).toBeLessThan(BROKEN)
    const again = countedStart(problem, counted, 1, 20_000)
    expect(again.levels).toEqual(start.levels)
  })

  test('are left out where no day of the depot is free', () => {
    const { problem, counted } = alone(3)
    const often = counted.routes.map((r) => ({ ...r, depot: 0, times: problem.days }))
    const dated = dateTours(problem, { ...counted, routes: often }, random(1), 0)
    const slots = problem.slots.filter((s) => problem.vehicles[s.vehicle]!.depot === 0)
    expect(dated.routes).toHaveLength(slots.length)
  })

  test('are asked for only where each place is visited often, with room in its spacing', () => {
    const instance = county(1)
    expect(isCountable(compileProblem(instance))).toBe(true)
    const seldom = instance.customers.map((c, k) =>
      k > 0 ? c : { ...c, rules: { ...c.rules, spacing: { ...c.rules!.spacing!, visits: 2 } } },
    )
    expect(isCountable(compileProblem({ ...instance, customers: seldom }))).toBe(false)
  })
})
