import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit, PlanEditOf, RideBy } from '../../plan/plan-edit.ts'
import { explainFinding } from '../../words/explain-finding.ts'
import { linePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { applyEdits, type EditedPlan } from './apply-edits.ts'
import { editBase } from './edit-base.ts'

/** Villages at 31 to 36 km ride, one at 10 km is near enough, those at 49 and 50 km are too far and get the van. */
const at: LinePlace[] = [10, 31, 33, 36, 50, 49].map((x, k) => ({
  id: `S${k}`,
  x,
  people: x > 40 ? 10 : 80,
}))
const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const clinic: LineFacility = {
  id: 'F-school',
  x: 34,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    { toKind: 'villageClinic', capitalFen: 4_000_000, yearCostFen: 90_000_000, staffHoursYear: 0 },
  ],
}
const made = linePlan(at, [centre, clinic], {
  standards: [standard('MED-01', 'minServicesPerPersonYear', 24)],
  vehicles: [
    { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 },
    { id: 'bus', kind: 'bus', depot: 'F-centre', seats: 80, crew: 1, costPerKmFen: 500 },
  ],
  settings: {
    prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen: 300 },
    assumptions: { hiredSeats: 160 },
  },
})
const line = (id: string, from: string, to: string, minute: number) => ({
  id,
  stops: [
    { place: from, minute },
    { place: to, minute: minute + 75 },
  ],
  days: [1 as const, 4 as const],
  fareFen: 0,
})
made.county.buses = [line('L1', 'S2', 'F-centre', 405), line('L2', 'F-centre', 'S2', 620)]

const { plan } = await makePlan(
  { ...made, dataHash: 'hash' },
  {
    mode: 'least-cost',
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
const checked = (of: Plan) => checkPlan({ ...made, plan: of })
const codes = (of: Plan) => checked(of).findings.map((f) => f.code)
const to = (settlement: string, way: PlanEditOf<'change-mode'>['to']): PlanEdit => ({
  do: 'change-mode',
  settlement,
  service: 'MED-01',
  to: way,
})
type EditsDone = Extract<EditedPlan, { plan: Plan }>
const bring = (settlement: string, by: RideBy, visits = 4, pickup = settlement) =>
  to(settlement, { mode: 'ride', site: 'F-centre', pickup, by, visits })
const hired: RideBy = { by: 'hired' }
const bus: RideBy = { by: 'vehicle', vehicle: 'bus' }
const lines: RideBy = { by: 'bus', lines: ['L1', 'L2'] }

/** Without what only planning proves: bounds and prices of levels. */
const unproved = (of: Plan) => ({
  ...of,
  levels: of.levels.map(({ bound: _bound, price: _price, ...level }) => level),
})
const modeOf = (of: Plan, settlement: string) =>
  [...new Set(of.assignments.filter((a) => a.settlement === settlement).map((a) => a.mode))].join()

describe('rides changed by hand', () => {
  it('start from a plan in which people ride', () => {
    expect(at.map((s) => modeOf(plan, s.id))).toEqual([
      ...['fixed', 'ride', 'ride', 'ride', 'vehicle', 'vehicle'],
    ])
    expect(checked(plan).verdict).toBe('valid')
    expect(unproved(edited([]).plan!)).toEqual(unproved(plan))
  })

  it('let people leave a run that others stay on: it is timed without them, and they miss their floor', () => {
    const shared = plan.rides.find((r) => r.pickups.length > 1)!
    const [far, near] = shared.pickups.map((p) => p.settlement)
    const { plan: after } = edited([to(far!, { mode: 'fixed' })])
    const still = after!.rides.find((r) => r.id === shared.id)!
    expect(still.pickups.map((p) => p.settlement)).not.toContain(far)
    expect(still.metres).toBe(2000 * at.find((s) => s.id === near)!.x!)
    expect(still.people).toBeLessThan(shared.people)
    expect(after!.shortages.map((s) => s.settlement)).toEqual([far])
    expect(checked(after!).verdict).toBe('valid')
  })

  it('bring a village by a hired run, the bus of the county or a bus line, each as the checker drives it', () => {
    for (const [by, row] of [
      [hired, { by: 'hired', vehicle: null, metres: 66_000 }],
      [bus, { by: 'vehicle', vehicle: 'bus', metres: 132_000 }],
      [lines, { by: 'bus', lines: ['L1', 'L2'], metres: 0 }],
    ] as const) {
      const { plan: after } = edited([bring('S2', by, 5)])
      const line = after!.assignments.find((a) => a.settlement === 'S2')!
      expect(line).toMatchObject({ mode: 'ride', opportunities: 5 })
      expect(after!.rides.find((r) => r.id === line.place)).toMatchObject(row)
      expect(after!.shortages).toEqual([])
      expect(codes(after!)).toEqual(codes(plan))
    }
  })

  it('put a village on a run that goes by, where the run grows least', () => {
    const alone = edited([bring('S1', hired), bring('S3', hired)]).plan!
    const ride = alone.assignments.find((a) => a.settlement === 'S3')!.place
    const { plan: joined } = edited(
      [to('S1', { mode: 'board', rides: [{ ride, pickup: 'S1' }] })],
      alone,
    )
    const row = joined!.rides.find((r) => r.id === ride)!
    expect(row.pickups.map((p) => p.settlement)).toEqual(['S3', 'S1'])
    expect(row.metres).toBe(72_000)
    expect(joined!.shortages).toEqual([])
    expect(codes(joined!)).toEqual(codes(plan))
    expect(joined!.costs.plan.cashFen).toBeLessThan(alone.costs.plan.cashFen)
  })

  it('come back to the place among the pick-ups where they got on, though the run would grow less elsewhere', () => {
    const alone = edited([bring('S3', hired)]).plan!
    const ride = alone.assignments.find((a) => a.settlement === 'S3')!.place
    const seat = { ride, pickup: 'S2', at: 0 }
    const first = edited([to('S2', { mode: 'board', rides: [seat] })], alone).plan!
    const pickupsOf = (of: Plan) =>
      of.rides.find((r) => r.id === ride)!.pickups.map((p) => p.settlement)
    expect(pickupsOf(first)).toEqual(['S2', 'S3'])
    const { plan: left, undo } = edited([to('S2', { mode: 'fixed' })], first) as EditsDone
    expect(pickupsOf(left)).toEqual(['S3'])
    expect(undo).toEqual([to('S2', { mode: 'board', rides: [seat] })])
    expect(unproved(edited(undo, left).plan!)).toEqual(unproved(first))
  })

  it('come back by the inverse of the edits, and their sums stay true whatever is done', () => {
    const anyPlace = fc.constantFrom('S1', 'S2', 'S3')
    const visits = fc.integer({ min: 2, max: 12 })
    const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
      fc.tuple(anyPlace, fc.constantFrom(hired, bus), visits).map(([s, by, n]) => bring(s, by, n)),
      visits.map((n) => bring('S2', lines, n)),
      anyPlace.map((s) => to(s, { mode: 'fixed' })),
      anyPlace.map((s) => to(s, { mode: 'doorstep', facility: 'F-centre', calls: 4 })),
      fc
        .tuple(fc.constantFrom('S3', 'S4', 'S5'), fc.constantFrom(...plan.stops))
        .map(([s, stop]) => to(s, { mode: 'vehicle', stops: [stop.id] })),
      fc
        .tuple(
          anyPlace,
          fc.subarray(
            plan.rides.map((r) => r.id),
            { minLength: 1 },
          ),
        )
        .map(([s, ids]) =>
          to(s, { mode: 'board', rides: ids.map((ride) => ({ ride, pickup: s })) }),
        ),
      fc
        .constantFrom(...plan.tours.flatMap((t) => t.visits))
        .map((v): PlanEdit => ({ do: 'drop-visit', visit: v.id })),
    )
    const sums = /wrong$|undeclared|not-real|differ$|duplicate|unknown|twice|not-allowed|not-road/
    const ofPlan = new Set(codes(plan))
    let made = 0
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        const there = edited(edits)
        if (there.plan === null) return
        made++
        const wrong = codes(there.plan).filter((c) => sums.test(c) && !ofPlan.has(c))
        expect(wrong).toEqual([])
        const back = edited(there.undo, there.plan)
        expect(back.findings).toEqual([])
        expect(unproved(back.plan!)).toEqual(unproved(plan))
      }),
      { numRuns: 120, seed: 7 },
    )
    expect(made).toBeGreaterThan(40)
  })

  it('are refused whole, with the reason and a remedy in both languages', () => {
    const refusal = (edit: PlanEdit) => {
      const done = edited([bring('S1', hired), edit])
      expect(done.plan).toBeNull()
      const [finding] = done.findings
      expect(finding!.at.path).toBe('edits.1')
      for (const language of ['zh', 'en'] as const)
        expect(explainFinding(finding!, language).remedy).toBeTruthy()
      return finding!.code
    }
    expect(refusal(bring('S4', hired))).toBe('edit-no-run')
    const van = to('S2', { mode: 'vehicle', stops: [plan.stops[0]!.id] })
    expect(refusal(van)).toBe('edit-no-walk')
    expect(refusal(bring('S2', { by: 'vehicle', vehicle: 'van' }))).toBe('edit-no-carrier')
    expect(refusal(bring('S2', { by: 'vehicle', vehicle: 'none' }))).toBe('plan-unknown-vehicle')
    expect(refusal(bring('S2', { by: 'bus', lines: ['L1', 'L9'] }))).toBe('edit-unknown-line')
    expect(refusal(bring('S2', { by: 'bus', lines: ['L2', 'L1'] }))).toBe('edit-no-run')
    expect(refusal(bring('S2', bus, 300))).toBe('edit-no-room')
    // From S1 half an hour on foot to S2, and then more than an hour to the centre: over the limit from door to door.
    expect(refusal(bring('S1', lines, 4, 'S2'))).toBe('edit-no-run')
    const ofS2 = plan.rides.find((r) => r.pickups.some((p) => p.settlement === 'S2'))!
    const walked = { mode: 'board' as const, rides: [{ ride: ofS2.id, pickup: 'S2' }] }
    expect(refusal(to('S1', walked))).toBe('edit-no-run')
    expect(refusal(bring('S2', hired, 4, 'S4'))).toBe('edit-no-pickup')
    const elsewhere = { mode: 'ride', pickup: 'S2', by: hired, visits: 4 } as const
    expect(refusal(to('S2', { ...elsewhere, site: 'F-school' }))).toBe('edit-site-not-open')
    const gone = { mode: 'board' as const, rides: [{ ride: 'none', pickup: 'S2' }] }
    expect(refusal(to('S2', gone))).toBe('edit-unknown-ride')
    const free = structuredClone(made)
    free.county.settings.prices.busPerKmFen = 0
    expect(applyEdits(editBase(free), plan, [bring('S2', hired)]).findings[0]!.code).toBe(
      'edit-nothing-to-hire',
    )
  })
})

describe('a station by hand', () => {
  it('is refused until the building is in use for it, and then answers for the way alone', () => {
    const remote = linePlan(
      [{ id: 'S0', x: 31, people: 80 }],
      [
        { ...centre, kind: 'countyHospital' },
        { ...clinic, x: 33 },
      ],
      { standards: [standard('MED-01', 'maxTravelMin', 30)], vehicles: [] },
    )
    remote.catalogue.services[0]!.channels = [
      { mode: 'fixed', kind: 'countyHospital' },
      { mode: 'remote', kind: 'villageClinic' },
    ]
    const own = editBase(remote)
    const none: Plan = { ...plan, tours: [], rides: [], stops: [], assignments: [], sites: [] }
    const station = to('S0', { mode: 'remote', site: 'F-school' })
    expect(applyEdits(own, none, [station]).findings[0]!.code).toBe('edit-site-not-open')
    const wrong = to('S0', { mode: 'agent', site: 'F-centre' })
    expect(applyEdits(own, none, [wrong]).findings[0]!.code).toBe('edit-service-not-possible')
    const opened = applyEdits(own, none, [{ do: 'open-site', facility: 'F-school' }, station])
    expect(opened.plan!.assignments).toMatchObject([{ mode: 'remote', place: 'F-school' }])
    expect(opened.plan!.shortages).toEqual([])
  })
})
