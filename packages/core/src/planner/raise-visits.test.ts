import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { usesChosen } from './joint/chosen-uses.ts'
import { type Choice, type Chosen, moreOf, type Option } from './joint/option.ts'
import type { PlanScore } from './plan-score.ts'
import { type CarriedOut, raiseVisits } from './raise-visits.ts'

const score = (more: Partial<PlanScore> = {}): PlanScore => ({
  overBudget: 0,
  missed: [0, 0],
  servableMissed: [0],
  needServed: 0,
  value: 0,
  worstDecile: 0,
  longestShift: 0,
  changes: 0,
  ...more,
})
const option = (stop: string, visits: number, more?: number): Option => ({
  mode: 'vehicle',
  stop,
  visits,
  value: visits,
  uses: [['fleet', visits]],
  ...(more === undefined ? {} : { more }),
})
const stops = ['A', 'B', 'C', 'D']
const choice: Choice = {
  groups: stops.map((stop, k) => ({
    options: [option(stop, 6), option(stop, 12, 10 + k)],
    priority: 0,
    people: [[stop, 10]],
    cells: [k],
  })),
  sites: [],
  stops: stops.map((key) => ({ key, valuePerVisit: 1, usesPerVisit: [['cash', 10]] })),
  limits: new Map([
    ['cash', 1],
    ['fleet', 100],
  ]),
}
const chosen: Chosen = {
  option: new Int32Array(4),
  sites: new Set(),
  value: 0,
  bound: null,
  tight: new Set(),
}

/** Attempts with real visits that cost `price` each, of which `days` find room. */
async function attempts(budgetFen: number, price: number, days: number) {
  const tried: { visits: number; more: number; done: CarriedOut }[] = []
  const carry = (raised: Chosen): CarriedOut => {
    const visits = usesChosen(choice, raised).get('fleet')!
    const more = choice.groups.reduce((n, g, k) => n + moreOf(g.options[raised.option[k]!]!), 0)
    const cashFen = visits * price
    const overBudget = Math.max(0, cashFen - budgetFen)
    const missed = visits > days ? [10, 10] : [0, 0]
    const done = { score: score({ overBudget, missed, needServed: more }), cashFen }
    tried.push({ visits, more, done })
    return done
  }
  const start = { score: score(), cashFen: 24 * price, choice, chosen }
  await raiseVisits(start, budgetFen, solveMilpHere, (_, raised) => carry(raised))
  return tried
}

describe('spending what a budget leaves on more visits', () => {
  it('raises every stop where money and days are there', async () => {
    const [first] = await attempts(1000, 10, 100)
    expect(first!.visits).toBe(48)
  })

  it('takes less where visits cost more than they were thought to, until it is within the budget', async () => {
    const tried = await attempts(600, 14, 100)
    expect(tried[0]!.done.score.overBudget).toBeGreaterThan(0)
    const good = tried.filter((t) => t.done.score.overBudget === 0)
    expect(Math.max(...good.map((t) => t.visits))).toBe(42)
  })

  it('takes half where somebody lost a floor, and then stops that meet the most', async () => {
    const tried = await attempts(1000, 10, 40)
    expect(tried[0]!.done.score.missed).toEqual([10, 10])
    const good = tried.filter((t) => t.done.score.missed[0] === 0)
    expect(Math.max(...good.map((t) => t.visits))).toBe(36)
    expect(Math.max(...good.map((t) => t.more))).toBe(12 + 13)
  })

  it('does nothing without money left', async () => {
    expect(await attempts(200, 10, 100)).toEqual([])
  })
})
