import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { linePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { applyEdits } from './apply-edits.ts'
import { editBase } from './edit-base.ts'

const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const school: LineFacility = {
  id: 'F-school',
  x: 41,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    {
      toKind: 'villageClinic',
      capitalFen: 4_000_000,
      yearCostFen: 9_000_000,
      lifeYears: 20,
      staffHoursYear: 100,
    },
  ],
}
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }
const made = linePlan(
  [6, 20, 24, 40, 43, 60].map((x, k) => ({ id: `S${k}`, x, people: 100 })),
  [centre, school],
  {
    standards: [
      standard('MED-01', 'minVisitsPerVillageYear', 24),
      standard('MED-02', 'minServicesPerPersonYear', 12),
      standard('MED-01', 'maxTravelMin', 30),
    ],
    vehicles: [van, { ...van, id: 'van-2' }],
  },
)
const { plan } = await makePlan(
  { ...made, dataHash: 'hash' },
  {
    mode: 'least-cost',
    seed: 1,
    iterations: 400,
    workers: 1,
    stop: (k) => k >= 400,
    milp: solveMilpHere,
    solveTours,
  },
)
const base = editBase(made)
const edited = (edits: readonly PlanEdit[], of: Plan = plan) => applyEdits(base, of, edits)
const codes = (of: Plan) => checkPlan({ ...made, plan: of }).findings.map((f) => f.code)

const visits = plan.tours.flatMap((t) => t.visits.map((v) => ({ ...v, tour: t })))
const days = base.ground.workdays
const anyVisit = fc.constantFrom(...visits)
const anyDay = fc.constantFrom(...days)
const anyVehicle = fc.constantFrom('van', 'van-2')
const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc
    .tuple(anyVisit, anyDay, anyVehicle)
    .map(([v, date, vehicle]): PlanEdit => ({ do: 'move-visit', visit: v.id, date, vehicle })),
  anyVisit.map((v): PlanEdit => ({ do: 'drop-visit', visit: v.id })),
  fc
    .tuple(anyVisit, anyDay, anyVehicle)
    .map(([v, date, vehicle]): PlanEdit => ({ do: 'add-visit', stop: v.stop, date, vehicle })),
  fc
    .tuple(anyVisit, fc.integer({ min: 1, max: 8 }))
    .map(([v, n]): PlanEdit => ({ do: 'change-frequency', stop: v.stop, visits: n })),
  anyVisit.map((v): PlanEdit => ({ do: 'lock', visit: v.id })),
  fc.constantFrom(...plan.assignments).map(
    (a): PlanEdit => ({
      do: 'change-mode',
      settlement: a.settlement,
      service: a.service,
      to: { mode: 'fixed' },
    }),
  ),
  fc.constant<PlanEdit>({ do: 'open-site', facility: 'F-school' }),
)

/** Without what only planning proves: bounds and prices of levels. */
const unproved = (of: Plan) => ({
  ...of,
  levels: of.levels.map(({ bound: _bound, price: _price, ...level }) => level),
})

describe('editing a plan by hand', () => {
  it('needs no edit to be written again as it is', () => {
    expect(visits.length).toBeGreaterThan(10)
    expect(unproved(edited([]).plan!)).toEqual(unproved(plan))
  })

  it('leaves every tour that is not touched as it was', () => {
    fc.assert(
      fc.property(anyVisit, anyDay, anyVehicle, (v, date, vehicle) => {
        const { plan: after } = edited([{ do: 'move-visit', visit: v.id, date, vehicle }])
        const touched = new Set([v.tour.id, `${vehicle}-${date}`])
        const rest = (of: Plan) => of.tours.filter((t) => !touched.has(t.id))
        expect(rest(after!)).toEqual(rest(plan))
      }),
      { numRuns: 40 },
    )
  })

  it('comes back by the inverse of the edits', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        const there = edited(edits)
        if (there.plan === null) return
        const back = edited(there.undo, there.plan)
        expect(back.findings).toEqual([])
        expect(unproved(back.plan!)).toEqual(unproved(plan))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its own sums true: the checker finds no wrong figure whatever is edited', () => {
    const ofPlans = new Set(codes(plan))
    const sums = /wrong$|undeclared|not-real|differ$|duplicate|unknown/
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        const { plan: after } = edited(edits)
        if (after === null) return
        expect(codes(after).filter((c) => sums.test(c) && !ofPlans.has(c))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
