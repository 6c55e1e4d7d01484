import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import { solveTours } from './tours/solve-tours.ts'

const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }

/** Six visits a year by the floor; needed `times` times a year. */
const county = (budgetFen: number | null, times: number | null, people = [100, 60, 30]): LinePlan =>
  linePlan(
    people.map((n, k): LinePlace => ({ id: `S${k}`, x: 20 + 12 * k, people: n })),
    [centre],
    {
      standards: [standard('MED-02', 'minVisitsPerVillageYear', 6)],
      vehicles: [van],
      settings: {
        horizon: { from: '2026-01-01', to: '2026-12-31' },
        services: ['MED-02'],
        budgetFen,
        assumptions: times === null ? {} : { 'needTimesYear.MED-02': times },
      },
    },
  )

const planOf = async (made: LinePlan, mode: Plan['mode'] = 'most-need'): Promise<Plan> =>
  (
    await makePlan(
      { ...made, dataHash: 'hash' },
      {
        mode,
        seed: 1,
        iterations: 300,
        workers: 1,
        stop: (k) => k >= 300,
        milp: solveMilpHere,
        solveTours,
      },
    )
  ).plan

const value = (plan: Plan, level: string) => plan.levels.find((l) => l.level === level)?.value
const faults = (made: LinePlan, plan: Plan) =>
  checkPlan({ ...made, plan }).findings.filter((f) => f.severity === 'error')
const chances = (plan: Plan) => plan.assignments.map((a) => a.opportunities)

describe('stated need beyond the floors', () => {
  it('is met by more visits as the budget allows, floors first', async () => {
    const served: number[] = []
    const visits: number[] = []
    for (const budget of [500_000, 900_000, 1_100_000, 9_000_000]) {
      const made = county(budget, 24)
      const plan = await planOf(made)
      expect(plan.costs.plan.cashFen).toBeLessThanOrEqual(budget)
      expect(faults(made, plan)).toEqual([])
      served.push(value(plan, 'needServed')!)
      visits.push(plan.tours.flatMap((t) => t.visits).length)
    }
    expect(served).toEqual([...served].sort((a, b) => a - b))
    expect(served.at(-1)).toBeCloseTo(190 * 12, 6)
    expect(served[0]).toBeLessThan(served[3]!)
    expect(visits.at(-1)).toBe(36)
  })

  it('asks for no more visits than meet it in full, and for none where nobody states it or nothing is given out', async () => {
    expect(chances(await planOf(county(9_000_000, 8)))).toEqual([8, 8, 8])
    expect(chances(await planOf(county(9_000_000, null)))).toEqual([6, 6, 6])
    expect(chances(await planOf(county(9_000_000, 24), 'least-cost'))).toEqual([6, 6, 6])
    expect(value(await planOf(county(9_000_000, null)), 'needServed')).toBeUndefined()
  })

  it('misses no floor more than the plan that knows no need', async () => {
    for (const budget of [0, 400_000, 600_000, 800_000]) {
      const without = await planOf(county(budget, null))
      const stated = await planOf(county(budget, 24))
      expect(value(stated, 'floorsMissed')).toBeLessThanOrEqual(value(without, 'floorsMissed')!)
    }
  })

  it('is counted again by the checker', async () => {
    const made = county(9_000_000, 24)
    const plan = await planOf(made)
    const levels = plan.levels.map((l) =>
      l.level === 'needServed' ? { ...l, value: l.value + 10 } : l,
    )
    const codes = checkPlan({ ...made, plan: { ...plan, levels } }).findings.map((f) => f.code)
    expect(codes).toContain('level-wrong')
  })
})
