import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { linePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { applyEdits } from './apply-edits.ts'
import { editBase } from './edit-base.ts'

const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }

/** MED-01 comes four times in eight weeks, MED-02 twice at the same stops; a third of the people go where they choose. */
const made = linePlan(
  [20, 24, 40].map((x, k) => ({ id: `S${k}`, x, people: 100 })),
  [{ id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }],
  {
    standards: [
      standard('MED-01', 'minVisitsPerVillageYear', 24),
      standard('MED-02', 'minVisitsPerVillageYear', 12),
      standard('MED-01', 'maxTravelMin', 30),
    ],
    vehicles: [van, { ...van, id: 'van-2' }],
    settings: {
      budgetFen: 8_000_000,
      assumptions: { 'steerable.MED-01': 0.67, 'needTimesYear.MED-01': 36 },
    },
  },
)
const { plan } = await makePlan(
  { ...made, dataHash: 'hash' },
  {
    mode: 'most-need',
    seed: 1,
    iterations: 200,
    workers: 1,
    stop: (k) => k >= 200,
    milp: solveMilpHere,
    solveTours,
  },
)
const base = editBase(made)
const edited = (edits: readonly PlanEdit[], of: Plan = plan) => applyEdits(base, of, edits)
const codes = (of: Plan) => checkPlan({ ...made, plan: of }).findings.map((f) => f.code)
const visits = plan.tours.flatMap((t) => t.visits)
const anyVisit = fc.constantFrom(...visits)
const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  anyVisit.map((v): PlanEdit => ({ do: 'drop-visit', visit: v.id })),
  fc
    .tuple(anyVisit, fc.constantFrom(...base.ground.workdays), fc.constantFrom('van', 'van-2'))
    .map(([v, date, vehicle]): PlanEdit => ({ do: 'add-visit', stop: v.stop, date, vehicle })),
  fc
    .tuple(anyVisit, fc.integer({ min: 1, max: 9 }))
    .map(([v, n]): PlanEdit => ({ do: 'change-frequency', stop: v.stop, visits: n })),
)
/** Without what only planning proves: bounds and prices of levels. */
const unproved = (of: Plan) => ({
  ...of,
  levels: of.levels.map(({ bound: _bound, price: _price, ...level }) => level),
})

describe('editing a plan whose visits carry different services', () => {
  it('starts from one: with bundles, more visits than floors ask, and people who choose', () => {
    expect(new Set(visits.map((v) => v.services.join())).size).toBeGreaterThan(1)
    expect(Math.max(...plan.assignments.map((a) => a.opportunities ?? 0))).toBeGreaterThan(4)
    expect(plan.assignments.some((a) => a.chosen)).toBe(true)
    expect(codes(plan).filter((c) => c !== 'staff-unknown')).toEqual([])
    expect(unproved(edited([]).plan!)).toEqual(unproved(plan))
  })

  it('comes back by the inverse, and keeps its sums true on the way', () => {
    const sums = /wrong$|undeclared|not-real|duplicate|unknown|too-many|too-short/
    const before = new Set(codes(plan))
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        const there = edited(edits)
        if (there.plan === null) return
        expect(codes(there.plan).filter((c) => sums.test(c) && !before.has(c))).toEqual([])
        const back = edited(there.undo, there.plan)
        expect(unproved(back.plan!)).toEqual(unproved(plan))
      }),
      { numRuns: 40 },
    )
  })
})
