import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import { random } from '../kernel/random.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import { solveTours } from './tours/solve-tours.ts'

const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }
const year = { from: '2026-01-01', to: '2026-12-31' }

/** MED-01 comes 24 times a year; MED-02, which takes people's time at each visit, as often as `floors` say. */
const county = (at: readonly number[], floors: unknown[], people = 60): LinePlan =>
  linePlan(
    at.map((x, k): LinePlace => ({ id: `S${k}`, x, people })),
    [centre],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-01', 'maxTravelMin', 30),
        ...floors,
      ],
      vehicles: [van, { ...van, id: 'van2' }],
      settings: { horizon: year, assumptions: { walkToStopMin: 5 } },
    },
  )

const planOf = async (made: LinePlan): Promise<Plan> =>
  (
    await makePlan(
      { ...made, dataHash: 'hash' },
      {
        mode: 'least-cost',
        seed: 1,
        iterations: 300,
        workers: 1,
        stop: (k) => k >= 300,
        milp: solveMilpHere,
        solveTours,
      },
    )
  ).plan

const times = (n: number) => standard('MED-02', 'minVisitsPerVillageYear', n)
const visitsOf = (plan: Plan, stop: string) =>
  plan.tours.flatMap((t) => t.visits.filter((v) => v.stop === stop))
const value = (plan: Plan, level: string) => plan.levels.find((l) => l.level === level)!.value
const faults = (made: LinePlan, plan: Plan) =>
  checkPlan({ ...made, plan }).findings.filter((f) => f.code !== 'staff-unknown')

describe('several bundles at one stop', () => {
  it('carries a service on as many visits as it is wanted, and stays shorter on the others', async () => {
    const made = county([20, 30, 45], [times(6)])
    const plan = await planOf(made)
    expect(plan.stops.length).toBeGreaterThan(0)
    for (const { id } of plan.stops) {
      const visits = visitsOf(plan, id)
      const carrying = visits.filter((v) => v.services.includes('MED-02'))
      const others = visits.filter((v) => !v.services.includes('MED-02'))
      expect(visits).toHaveLength(24)
      expect(carrying).toHaveLength(6)
      const longest = Math.max(...others.map((v) => v.leave - v.arrive))
      for (const v of carrying) expect(v.leave - v.arrive).toBeGreaterThan(longest)
    }
    const lines = plan.assignments.filter((a) => a.service === 'MED-02' && a.mode === 'vehicle')
    expect(lines.map((a) => a.opportunities)).toEqual(lines.map(() => 6))
    expect(faults(made, plan)).toEqual([])
  })

  it('holds the longest gap of each service by itself', async () => {
    const made = county([20, 30], [times(6), standard('MED-02', 'maxGapDays', 80)])
    const plan = await planOf(made)
    expect(plan.shortages).toEqual([])
    const lines = plan.assignments.filter((a) => a.service === 'MED-02' && a.mode === 'vehicle')
    expect(lines.length).toBeGreaterThan(0)
    for (const a of lines) {
      expect(a.longestGapDays).toBeLessThanOrEqual(80)
      expect(a.opportunities).toBeLessThan(24)
    }
    expect(faults(made, plan)).toEqual([])
  })

  it('is found out by the checker where a visit loses a service that its line counts', async () => {
    const made = county([20, 30], [times(6)])
    const plan = await planOf(made)
    const [first] = plan.tours.filter((t) => t.visits.some((v) => v.services.includes('MED-02')))
    const cut: Plan = {
      ...plan,
      tours: plan.tours.map((t) =>
        t !== first ? t : { ...t, visits: t.visits.map((v) => ({ ...v, services: ['MED-01'] })) },
      ),
    }
    const codes = faults(made, cut).map((f) => f.code)
    expect(codes).toContain('assignment-opportunities-wrong')
    expect(codes).toContain('floor-missed-undeclared')
  })

  it('costs no more, and misses nobody more, than the same stops with every service at every visit', async () => {
    const chance = random(11)
    for (let n = 0; n < 3; n++) {
      const at = Array.from({ length: 4 }, () => 16 + Math.floor(chance.next() * 40))
      const people = 40 + Math.floor(chance.next() * 160)
      const few = county(at, [times(2 + Math.floor(chance.next() * 11))], people)
      const every = county(at, [times(24)], people)
      const [sparse, full] = [await planOf(few), await planOf(every)]
      expect(value(sparse, 'floorsMissed')).toBeLessThanOrEqual(value(full, 'floorsMissed'))
      if (value(sparse, 'floorsMissed') === value(full, 'floorsMissed'))
        expect(value(sparse, 'cost')).toBeLessThanOrEqual(value(full, 'cost'))
      expect(faults(few, sparse)).toEqual([])
    }
  })
})
