import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import { random } from '../kernel/random.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import type { PlanOptions } from './plan-options.ts'
import { solveTours } from './tours/solve-tours.ts'

const plan = async (made: LinePlan, more: Partial<PlanOptions> = {}) =>
  makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode: 'least-cost',
      seed: 1,
      iterations: 600,
      workers: 1,
      stop: (k) => k >= 600,
      milp: solveMilpHere,
      solveTours,
      ...more,
    },
  )

const cost = (p: Plan): number => p.levels.find((l) => l.level === 'cost')!.value
const missedPeople = (p: Plan): number => p.levels.find((l) => l.level === 'floorsMissed')!.value

/** What the independent checker finds, apart from the staff that these counties don't list. */
const faults = (made: LinePlan, found: Plan) =>
  checkPlan({ ...made, plan: found }).findings.filter((f) => f.code !== 'staff-unknown')

const visits24 = standard('MED-01', 'minVisitsPerVillageYear', 24)
const far = standard('MED-01', 'maxTravelMin', 30)
const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const school = (id: string, x: number, capitalFen: number, yearCostFen: number): LineFacility => ({
  id,
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    { toKind: 'villageClinic', capitalFen, yearCostFen, lifeYears: 20, staffHoursYear: 100 },
  ],
})
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }
const places = (...x: number[]): LinePlace[] =>
  x.map((km, k) => ({ id: `S${k}`, x: km, people: 100 }))

describe('fixed and mobile together', () => {
  const at = places(6, 20, 24, 40, 43, 60)
  const sites = [school('F-a', 22, 4_000_000, 1_000_000), school('F-b', 41, 4_000_000, 1_200_000)]
  const options = { standards: [visits24, far], vehicles: [van] }

  it('costs no more than all-fixed and all-mobile, and covers no less (A56)', async () => {
    const made = linePlan(at, [centre, ...sites], options)
    const both = await plan(made)
    const mobile = await plan(linePlan(at, [centre], options))
    const fixed = await plan(linePlan(at, [centre, ...sites], { ...options, vehicles: [] }))
    expect(missedPeople(both.plan)).toBe(0)
    expect(missedPeople(mobile.plan)).toBe(0)
    expect(cost(both.plan)).toBeLessThanOrEqual(cost(mobile.plan))
    const today = linePlan([at[0]!], [centre], options)
    expect(cost(both.plan)).toBeGreaterThan(cost((await plan(today)).plan))
    expect(missedPeople(fixed.plan)).toBeGreaterThanOrEqual(missedPeople(both.plan))
    expect(faults(made, both.plan)).toEqual([])
  })

  it('reaches each place by another channel with equal outcomes (A106)', async () => {
    const made = linePlan(at, [centre, ...sites], options)
    const { plan: found } = await plan(made)
    const modes = new Set(found.assignments.map((a) => a.mode))
    expect([...modes].sort()).toEqual(['fixed', 'vehicle'])
    expect(found.shortages).toEqual([])
  })
})

describe('a fleet that is too small', () => {
  it('is stated in vehicle-days, with every floor missed', async () => {
    const daily = standard('MED-01', 'minVisitsPerVillageYear', 200)
    const made = linePlan(places(40, 55, 70, 85), [centre], {
      standards: [daily],
      vehicles: [van],
    })
    const { plan: found, findings } = await plan(made)
    const [fleet] = found.fleet
    expect(fleet!.daysShort).toBeGreaterThan(0)
    expect(fleet!.daysUsed).toBeLessThanOrEqual(fleet!.daysAvailable)
    expect(found.shortages.length).toBeGreaterThan(0)
    expect(found.shortages.every((s) => s.reason === 'fleet')).toBe(true)
    expect(findings.map((f) => f.code)).toContain('fleet-short')
    expect(faults(made, found).filter((f) => f.severity === 'error')).toEqual([])
  })

  it('is never short where a second van would stand idle', async () => {
    const made = linePlan(places(40, 60), [centre], { standards: [visits24], vehicles: [van] })
    const { plan: found } = await plan(made)
    expect(found.fleet.map((f) => f.daysShort)).toEqual([0])
    expect(found.shortages).toEqual([])
  })
})

describe('the same plan, whatever the order of rows', () => {
  it('to the byte', async () => {
    const at = places(6, 20, 24, 40, 43, 60)
    const sites = [
      centre,
      school('F-a', 22, 4_000_000, 1_000_000),
      school('F-b', 41, 4_000_000, 1_200_000),
    ]
    const options = { standards: [visits24, far], vehicles: [van, { ...van, id: 'wan' }] }
    const made = linePlan(at, sites, options)
    const source = random(5)
    const shuffled: LinePlan = {
      ...made,
      county: {
        ...made.county,
        settlements: source.shuffle(made.county.settlements),
        facilities: source.shuffle(made.county.facilities),
        vehicles: source.shuffle(made.county.vehicles),
        standards: source.shuffle(made.county.standards),
      },
    }
    const first = JSON.stringify((await plan(made)).plan)
    expect(JSON.stringify((await plan(made)).plan)).toBe(first)
    expect(JSON.stringify((await plan(shuffled)).plan)).toBe(first)
  })
})

describe('across the mountains (A12)', () => {
  const here = '331199101201'
  const place = { id: 'S0', x: 10, people: 100, division: here }
  const home = { id: 'F-home', x: 0, kind: 'townshipHealthCentre', division: '331199101001' }
  const neighbour = {
    id: 'F-neighbour',
    x: 14,
    kind: 'townshipHealthCentre',
    division: '331199102001',
  }
  const options = { standards: [far], vehicles: [{ ...van, depot: 'F-home' }] }

  it('a village goes to the nearer centre over the border', async () => {
    const { plan: found } = await plan(linePlan([place], [home, neighbour], options))
    expect(found.assignments).toMatchObject([{ mode: 'fixed', place: 'F-neighbour' }])
  })

  it('and to its own when the pass between is closed', async () => {
    const made = linePlan([place], [home, neighbour], { ...options, closed: [11, 12] })
    const { plan: found } = await plan(made)
    expect(found.assignments).toMatchObject([{ mode: 'fixed', place: 'F-home' }])
  })
})

describe('pooling over township borders (A09)', () => {
  it('never costs more at equal coverage, and saves where a border cuts a valley', async () => {
    const [east, west] = ['331199101', '331199102']
    const made = linePlan(
      [
        { id: 'S0', x: 30, people: 100, division: `${east}201` },
        { id: 'S1', x: 33, people: 100, division: `${west}201` },
      ],
      [
        { id: 'F-east', x: 0, kind: 'townshipHealthCentre', division: `${east}001` },
        { id: 'F-west', x: 90, kind: 'townshipHealthCentre', division: `${west}001` },
      ],
      {
        standards: [visits24],
        vehicles: [
          { ...van, id: 'van-e', depot: 'F-east' },
          { ...van, id: 'van-w', depot: 'F-west' },
        ],
        settings: { assumptions: { fixedMaxMin: 20 } },
      },
    )
    const pooled = await plan(made)
    const apart = await plan(made, { withinBorders: 'township' })
    expect(missedPeople(pooled.plan)).toBe(0)
    expect(missedPeople(apart.plan)).toBe(0)
    expect(cost(pooled.plan)).toBeLessThan(cost(apart.plan))
    expect(new Set(pooled.plan.tours.map((t) => t.vehicle)).size).toBe(1)
    expect(new Set(apart.plan.tours.map((t) => t.vehicle)).size).toBe(2)
  })
})

describe('by permanent population (A13)', () => {
  it('a village with 1,000 registered and 240 living gets the visits of 240', async () => {
    const of = (people: number, registered?: number) =>
      linePlan([{ id: 'S0', x: 40, people, ...(registered ? { registered } : {}) }], [centre], {
        standards: [visits24],
        vehicles: [van],
      })
    const living = await plan(of(240, 1000))
    const same = await plan(of(240))
    expect(living.plan).toEqual(same.plan)
    const times = living.plan.tours.flatMap((t) => t.visits.map((v) => v.personTimes))
    expect(times).toEqual(times.map(() => 28.8))
    expect(living.plan.assignments[0]!.people).toBe(240)
  })
})

describe('frequency is a parameter (A63)', () => {
  it.each([6, 12, 24, 48])('%i visits a year are all placed with even gaps', async (n) => {
    const made = linePlan(places(31, 34, 37, 40, 43, 46, 49, 52), [centre], {
      standards: [standard('MED-01', 'minVisitsPerVillageYear', n)],
      vehicles: [van, { ...van, id: 'wan' }],
      settings: { horizon: { from: '2026-01-01', to: '2026-12-31' }, holidays: ['2026-01-01'] },
    })
    const { plan: found } = await plan(made, { stop: (k) => k >= 100, iterations: 100 })
    expect(found.shortages).toEqual([])
    expect(found.fleet[0]!.daysShort).toBe(0)
    for (const line of found.assignments) {
      expect(line.opportunities).toBeGreaterThanOrEqual(n)
      expect(line.longestGapDays).toBeLessThanOrEqual(Math.ceil((1.5 * 365) / n))
    }
    expect(faults(made, found)).toEqual([])
  })
})

describe('a staff hour is spent once', () => {
  const nurse = (id: string, weeklyHours: number) => ({
    id,
    post: 'nurse',
    weeklyHours,
    employer: 'F-centre',
    provenance: { method: 'entered' },
  })

  it('and floors missed for want of hours say so', async () => {
    const at = places(40, 55, 70, 85)
    const few = { standards: [visits24], vehicles: [van], staff: [nurse('P1', 3), nurse('P2', 3)] }
    const made = linePlan(at, [centre], few)
    const { plan: found } = await plan(made)
    expect(found.shortages.length).toBeGreaterThan(0)
    expect(new Set(found.shortages.map((s) => s.reason))).toEqual(new Set(['staff']))
    expect(faults(made, found).filter((f) => f.severity === 'error')).toEqual([])
    const enough = { ...few, staff: [nurse('P1', 40), nurse('P2', 40)] }
    expect((await plan(linePlan(at, [centre], enough))).plan.shortages).toEqual([])
  })
})

describe('most need within the budget', () => {
  const at = places(40, 60, 80)
  const options = (budgetFen: number | null) => ({
    standards: [visits24],
    vehicles: [van],
    settings: { budgetFen },
  })

  it('keeps to the budget and meets more with more', async () => {
    const missed: number[] = []
    for (const budget of [0, 2_200_000, 3_500_000, 9_000_000]) {
      const made = linePlan(at, [centre], options(budget))
      const { plan: found } = await plan(made, { mode: 'most-need' })
      expect(found.costs.plan.cashFen).toBeLessThanOrEqual(budget)
      expect(found.shortages.every((s) => s.reason === 'budget')).toBe(true)
      expect(faults(made, found).filter((f) => f.severity === 'error')).toEqual([])
      missed.push(missedPeople(found))
    }
    expect(missed).toEqual([...missed].sort((a, b) => b - a))
    expect(new Set(missed).size).toBe(missed.length)
    expect(missed[0]).toBe(300)
    expect(missed.at(-1)).toBe(0)
  })
})

describe('doorstep service', () => {
  const rate = standard('MED-02', 'minServicesPerPersonYear', 12)
  const nurse = {
    id: 'P1',
    post: 'nurse',
    weeklyHours: 40,
    employer: 'F-centre',
    provenance: { method: 'entered' },
  }

  it('goes to those whom no vehicle reaches, paid in hours and not in cash', async () => {
    const made = linePlan(places(20), [centre], { standards: [rate], vehicles: [], staff: [nurse] })
    const { plan: found } = await plan(made)
    expect(found.shortages).toEqual([])
    expect(found.assignments).toMatchObject([
      { mode: 'doorstep', place: 'F-centre', seconds: 2400, opportunities: 2 },
    ])
    expect(found.costs.plan.cashFen).toBe(found.costs.today.cashFen)
    // 100 people one by one (no session size: one round), 2 calls, 40 min each way, 5 min each.
    const hours = ((2 * 2 * 2400 + 100 * 2 * 300) / 3600) * (365 / 56)
    expect(found.costs.plan.staffHours).toBeCloseTo(hours, 2)
    expect(faults(made, found)).toEqual([])
  })

  it('is short of staff where there are too few hours', async () => {
    const made = linePlan(places(20), [centre], {
      standards: [rate],
      vehicles: [],
      staff: [{ ...nurse, weeklyHours: 1 }],
    })
    const { plan: found } = await plan(made)
    expect(found.shortages.map((s) => s.reason)).toEqual(['staff'])
  })

  it('is beyond reach of staff an hour away', async () => {
    const made = linePlan(places(31), [centre], { standards: [rate], vehicles: [], staff: [nurse] })
    const { plan: found } = await plan(made)
    expect(found.shortages.map((s) => s.reason)).toEqual(['too-far'])
  })
})

describe('closing a building', () => {
  const clinic = { id: 'F-clinic', x: 10, kind: 'villageClinic' }
  const withCost = (mayClose: number) => {
    const made = linePlan(places(9, 12), [centre, clinic], {
      standards: [far],
      vehicles: [van],
      settings: { assumptions: { mayClose } },
    })
    const facilities = made.county.facilities.map((f) =>
      f.id === 'F-clinic' ? { ...f, yearCostFen: 500_000, staffHoursYear: 100 } : f,
    )
    return { ...made, county: { ...made.county, facilities } }
  }

  it('is never proposed unless the county says so', async () => {
    const made = withCost(0)
    const { plan: found } = await plan(made)
    expect(found.sites.map((s) => s.action)).toEqual(['keep', 'keep'])
  })

  it('frees its cash where everybody is as well served elsewhere', async () => {
    const made = withCost(1)
    const { plan: found } = await plan(made)
    expect(found.sites).toMatchObject([
      { facility: 'F-centre', action: 'keep' },
      { facility: 'F-clinic', action: 'close', yearCostFen: -500_000, staffHoursYear: -100 },
    ])
    expect(found.shortages).toEqual([])
    expect(found.costs.today.cashFen - found.costs.plan.cashFen).toBe(500_000)
    expect(faults(made, found)).toEqual([])
  })
})

describe('a place with more people than a day has hours for', () => {
  it('is split into stops that fit a shift, and everybody is served', async () => {
    const made = linePlan([{ id: 'S0', x: 40, people: 1000 }], [centre], {
      standards: [visits24],
      vehicles: [van, { ...van, id: 'wan' }],
    })
    const { plan: found } = await plan(made)
    // 120 people for 10 minutes are 20 hours; a shift leaves 5 h for people after set-up and the road.
    expect(found.stops.length).toBe(5)
    expect(found.shortages).toEqual([])
    const people = found.assignments.reduce((sum, a) => sum + a.people, 0)
    expect(people).toBeCloseTo(1000)
    expect(faults(made, found)).toEqual([])
  })
})
