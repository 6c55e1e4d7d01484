import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startingCatalogue } from '../catalogue/starting-catalogue.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { FindingCode } from '../kernel/finding.ts'
import type { Tour } from '../plan/plan.ts'
import { checkPlan } from './check-plan.ts'
import { type SmallCase, smallCase } from './small-county.fixture.ts'

const day = (date: string) => date as PlainDate
const codesOf = (c: SmallCase): FindingCode[] =>
  [...new Set(checkPlan(c).findings.map((f) => f.code))].sort()

/** Sums written anew from the checker's figures, so that a change of decisions shows by itself. */
function resum(c: SmallCase): SmallCase {
  const { figures } = checkPlan(c)
  c.plan.costs = structuredClone(figures.costs)
  c.plan.fleet = structuredClone([...figures.fleet])
  c.plan.levels = []
  return c
}

const tour = (c: SmallCase, k = 0): Tour => c.plan.tours[k]!
const visit = (c: SmallCase) => tour(c).visits[0]!
const site = (c: SmallCase, id: string) => c.plan.sites.find((s) => s.facility === id)!
const line = (c: SmallCase, settlement: string, service: string) =>
  c.plan.assignments.find((a) => a.settlement === settlement && a.service === service)!
const vehicle = (c: SmallCase, id = 'V1') => c.county.vehicles.find((v) => v.id === id)!
const facility = (c: SmallCase, id: string) => c.county.facilities.find((f) => f.id === id)!
const later = (c: SmallCase, seconds: number) => {
  visit(c).arrive += seconds
  visit(c).leave += seconds
  tour(c).finish += seconds
}

const gapFloor = (c: SmallCase, days: number) => {
  c.county.standards.find((s) => s.metric === 'maxGapDays')!.value = days
  for (const s of c.plan.shortages) if (s.metric === 'maxGapDays') s.want = days
}

/** A third tour that stands at B and does nothing. */
const idle = (c: SmallCase, date: string): Tour => ({
  ...tour(c),
  id: 'T3',
  date: day(date),
  visits: [{ ...visit(c), id: 'T3-1', services: [], personTimes: 0 }],
})

describe('a plan in which all is right', () => {
  test('is valid, with nothing to say, to the fen', () => {
    const result = checkPlan(smallCase())
    expect(result.findings).toEqual([])
    expect(result.verdict).toBe('valid')
  })

  test('has the figures worked out by hand', () => {
    const { figures } = checkPlan(smallCase())
    expect(figures).toMatchObject({ floorsTested: 21, tours: 2, visits: 2, peopleMissed: 38 })
    // MED-01 190, MED-02 18, ELD-06 58, MED-10 2.
    expect(figures.peopleDue).toBeCloseTo(268, 9)
    expect(figures.floorsMissed).toHaveLength(6)
    expect(figures.costs.today).toEqual({ cashFen: 16_335_018, capitalFen: {}, staffHours: 5424.5 })
  })

  test('is judged alike whatever the order of rows', () => {
    const c = smallCase()
    for (const rows of [
      c.county.settlements,
      c.county.facilities,
      c.county.vehicles,
      c.county.staff,
    ])
      rows.reverse()
    c.plan.tours.reverse()
    c.plan.assignments.reverse()
    expect(codesOf(c)).toEqual([])
  })
})

/** Each breaks one thing and must bring exactly its code, and no other. */
const mutations: [code: FindingCode, change: (c: SmallCase) => void][] = [
  ['plan-of-other-county', (c) => (c.plan.county = '331100000000')],
  ['plan-of-other-county', (c) => (c.plan.horizon.to = day('2026-04-30'))],
  ['plan-duplicate-id', (c) => (tour(c, 1).id = 'T1')],
  ['plan-duplicate-id', (c) => c.plan.stops.push(structuredClone(c.plan.stops[0]!))],
  ['plan-unknown-vehicle', (c) => c.plan.tours.push({ ...tour(c), id: 'T3', vehicle: 'V9' })],
  [
    'plan-unknown-stop',
    (c) =>
      c.plan.tours.push({
        ...tour(c),
        id: 'T3',
        date: day('2026-03-05'),
        visits: [{ ...visit(c), stop: 'ST-X' }],
      }),
  ],
  ['plan-unknown-service', (c) => visit(c).services.push('XXX-01')],
  [
    'plan-unknown-settlement',
    (c) => c.plan.stops[0]!.serves.push({ settlement: 'Q', walkSeconds: 1 }),
  ],
  [
    'plan-unknown-settlement',
    (c) => c.plan.assignments.push({ ...line(c, 'A', 'MED-01'), settlement: 'Q' }),
  ],
  ['plan-unknown-facility', (c) => c.plan.sites.push({ ...site(c, 'H1'), facility: 'H9' })],
  ['plan-unknown-fund', (c) => (site(c, 'S1').fund = 'F9')],
  [
    'vehicle-out-twice',
    (c) => {
      c.plan.tours.push(idle(c, '2026-03-04'))
      vehicle(c).crew = 1
    },
  ],
  ['tour-outside-horizon', (c) => c.plan.tours.push(idle(c, '2026-04-15'))],
  ['tour-on-day-off', (c) => (c.county.settings.holidays = [day('2026-03-04'), day('2026-03-20')])],
  ['vehicle-down', (c) => (vehicle(c).down = [{ from: day('2026-01-01'), to: day('2026-12-31') }])],
  ['vehicle-not-inspected', (c) => (vehicle(c).inspectionUntil = day('2026-03-17'))],
  ['stop-of-other-kind', (c) => (c.plan.stops[0]!.kind = 'bathVehicle')],
  ['vehicle-cannot-give', (c) => visit(c).services.push('ELD-01')],
  ['leg-without-road', (c) => c.travel.base.vehicle['w2-t3.5']!.p50.fill(-1)],
  [
    'leg-without-road',
    (c) => {
      vehicle(c).widthM = 2.5
      c.county.baseline.timetable = []
    },
  ],
  ['arrival-too-early', (c) => (visit(c).arrive -= 1)],
  ['arrival-too-early', (c) => (tour(c).finish -= 1)],
  [
    'stay-too-short',
    (c) => {
      visit(c).leave -= 1_500
      tour(c).finish -= 1_500
    },
  ],
  [
    'stay-tight',
    (c) => {
      visit(c).leave -= 70
      tour(c).finish -= 70
    },
  ],
  ['person-times-differ', (c) => (visit(c).personTimes = 20)],
  ['departure-too-early', (c) => (tour(c).depart -= 1)],
  ['shift-too-long', (c) => later(c, 28_800)],
  ['driving-too-long', (c) => (vehicle(c).driveLimitSeconds = 7_099)],
  ['tour-figures-wrong', (c) => (tour(c).driveSeconds += 1)],
  ['tour-figures-wrong', (c) => (tour(c).metres -= 1)],
  ['stop-not-allowed', (c) => (c.county.settlements.find((s) => s.id === 'B')!.canStop = false)],
  [
    'stop-walk-wrong',
    (c) => {
      c.plan.stops[0]!.serves[1]!.walkSeconds = 599
      line(c, 'C', 'MED-01').seconds = 599
      line(c, 'C', 'MED-02').seconds = 599
    },
  ],
  ['stop-walk-wrong', (c) => c.plan.stops[0]!.serves.push({ settlement: 'A', walkSeconds: 60 })],
  ['site-decided-twice', (c) => c.plan.sites.push({ ...site(c, 'H1'), action: 'close' })],
  [
    'site-action-not-allowed',
    (c) => c.plan.sites.push({ ...site(c, 'H1'), facility: 'P1', toKind: 'dayCare' }),
  ],
  [
    'site-unfit',
    (c) => {
      c.plan.sites.push({ ...site(c, 'S1'), facility: 'U1', capitalFen: 0, fund: null })
    },
  ],
  ['site-kind-not-possible', (c) => (site(c, 'O2').toKind = 'nursery')],
  ['site-figures-wrong', (c) => (site(c, 'S1').yearCostFen -= 1)],
  ['site-figures-wrong', (c) => (site(c, 'S1').staffHoursYear = 0)],
  ['site-service-not-possible', (c) => site(c, 'O2').services.push('MED-12')],
  ['capital-without-fund', (c) => (site(c, 'S1').fund = null)],
  ['fund-may-not-pay', (c) => (site(c, 'S1').fund = 'F2')],
  ['fund-may-not-pay', (c) => (c.county.funds[0]!.use = 'running')],
  ['fund-may-not-pay', (c) => (c.county.funds[0]!.basicOnly = true)],
  ['fund-overspent', (c) => (site(c, 'S1').fund = 'F3')],
  ['capital-over-budget', (c) => (c.county.settings.capitalBudgetFen = 49_999_999)],
  ['floors-cost-more', (c) => (c.county.settings.budgetFen = 17_835_017)],
  [
    'running-over-budget',
    (c) => {
      c.county.settings.budgetFen = 17_835_017
      c.plan.mode = 'most-need'
    },
  ],
  ['staff-unknown', (c) => (c.county.staff = [])],
  [
    'staff-not-listed',
    (c) => {
      for (const s of c.county.staff) s.employer = 'O2'
    },
  ],
  [
    'staff-hours-overspent',
    (c) => {
      for (const s of c.county.staff) s.weeklyHours = 33.4
    },
  ],
  [
    'staff-hours-short-today',
    (c) => {
      for (const s of c.county.staff) s.weeklyHours = 33
      line(c, 'B', 'MED-10').opportunities = 1
      c.county.baseline.timetable[0]!.minutes = 300
    },
  ],
  [
    'crew-too-small',
    (c) => {
      c.county.staff = [{ ...c.county.staff[0]!, weeklyHours: 80 }]
      facility(c, 'H1').staffHoursYear = 0
    },
  ],
  ['visit-nobody-due', (c) => c.plan.tours.push(idle(c, '2026-03-05'))],
  ['assignment-people-wrong', (c) => (line(c, 'A', 'MED-01').people = 101)],
  [
    'assignment-place-wrong',
    (c) => c.plan.assignments.push({ ...line(c, 'A', 'MED-01'), place: 'O2' }),
  ],
  [
    'assignment-place-wrong',
    (c) => {
      c.plan.stops[0]!.serves.pop()
    },
  ],
  ['assignment-seconds-wrong', (c) => (line(c, 'A', 'MED-01').seconds = 299)],
  ['assignment-seconds-wrong', (c) => (line(c, 'C', 'MED-01').seconds = 0)],
  ['assignment-opportunities-wrong', (c) => (line(c, 'B', 'MED-01').opportunities = 3)],
  ['assignment-opportunities-wrong', (c) => (line(c, 'A', 'MED-01').opportunities = 250)],
  ['assignment-gap-wrong', (c) => (line(c, 'B', 'MED-01').longestGapDays = 13)],
  ['people-unassigned', (c) => c.plan.assignments.splice(0, 1)],
  ['floor-missed-undeclared', (c) => c.plan.shortages.splice(0, 1)],
  ['floor-missed-undeclared', (c) => gapFloor(c, 13)],
  [
    'floor-missed-undeclared',
    (c) =>
      c.plan.assignments.splice(
        c.plan.assignments.findIndex((a) => a.mode === 'doorstep'),
        1,
      ),
  ],
  ['shortage-not-real', (c) => c.plan.shortages.push({ ...c.plan.shortages[0]!, settlement: 'A' })],
  ['shortage-figures-wrong', (c) => (c.plan.shortages[0]!.have = 50)],
  ['shortage-figures-wrong', (c) => (c.plan.shortages[0]!.want = 40)],
  ['shortage-figures-wrong', (c) => (c.plan.shortages[0]!.people = 2)],
  ['shortage-reason-untrue', (c) => (c.plan.shortages[0]!.reason = 'unreachable')],
]

/** These are about the sums themselves. */
const sums: [code: FindingCode, change: (c: SmallCase) => void][] = [
  ['cost-cash-wrong', (c) => (c.plan.costs.plan.cashFen += 1)],
  ['cost-cash-wrong', (c) => (c.plan.costs.today.cashFen -= 1)],
  ['cost-capital-wrong', (c) => (c.plan.costs.plan.capitalFen = { F2: 50_000_000 })],
  ['cost-hours-wrong', (c) => (c.plan.costs.plan.staffHours += 0.1)],
  ['fleet-figures-wrong', (c) => (c.plan.fleet[0]!.daysUsed = 1)],
  ['fleet-figures-wrong', (c) => (c.plan.fleet[0]!.daysAvailable = 20)],
  ['fleet-figures-wrong', (c) => c.plan.fleet.splice(0, 1)],
  ['level-wrong', (c) => (c.plan.levels[1]!.value = 24)],
  ['level-wrong', (c) => (c.plan.levels[3]!.value = 16_000)],
  ['plan-malformed', (c) => Object.assign(tour(c), { date: 'tomorrow' })],
]

describe('one mutation for each rule', () => {
  test.each(mutations)('%s (%#)', (code, change) => {
    const c = smallCase()
    change(c)
    const codes = codesOf(resum(c))
    // An idle tour breaks its rule and is questioned too.
    expect(codes.filter((found) => found !== 'visit-nobody-due' || found === code)).toEqual([code])
  })

  test.each(sums)('%s (%#)', (code, change) => {
    const c = smallCase()
    change(c)
    expect(codesOf(c)).toEqual([code])
  })

  test('driving-without-rest: five hours at the wheel without a stop of twenty minutes', () => {
    const c = smallCase()
    const roads = c.travel.base.vehicle['w2-t3.5']!
    roads.p50[roads.to.indexOf('B')] = 4 * 3600 + 1
    for (const t of c.plan.tours) {
      Object.assign(t, { driveSeconds: 4 * 3600 + 1 + 3500, finish: t.finish + 10_801 })
      Object.assign(t.visits[0]!, { arrive: 32_400 + 10_801, leave: 41_430 + 10_801 })
    }
    expect(codesOf(resum(c))).toEqual(['driving-without-rest'])
  })

  test('the roads of the day count: in the thaw the same tour comes too early', () => {
    const c = smallCase()
    tour(c, 1).date = day('2026-03-25')
    for (const a of c.plan.assignments.filter((x) => x.mode === 'vehicle')) a.longestGapDays = 21
    gapFloor(c, 21)
    expect(codesOf(resum(c))).toEqual(['arrival-too-early', 'tour-figures-wrong'])
  })

  test('every error breaks the plan, and a warning alone does not', () => {
    const c = smallCase()
    c.plan.shortages.push({ ...c.plan.shortages[0]!, settlement: 'A' })
    expect(checkPlan(c).verdict).toBe('valid')
    tour(c).metres += 1
    expect(checkPlan(c).verdict).toBe('broken')
  })
})

describe('garbage', () => {
  const id = fc.constantFrom(
    'A',
    'B',
    'Z',
    'H1',
    'S1',
    'V1',
    'ST-B',
    'MED-01',
    'F1',
    '',
    '?',
    '__proto__',
  )
  const number = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(0, NaN, 1e300))
  const leaf = fc.oneof(
    id,
    number,
    fc.constantFrom(null, '2026-03-04', '2026-03-08', 'vehicle', 'doorstep', 'convert'),
  )

  /** Replaces one leaf of the plan, wherever it stands. */
  function scramble(plan: unknown, at: number[], value: unknown): void {
    let node = plan as Record<string, unknown>
    for (const [k, step] of at.entries()) {
      const keys = Object.keys(node)
      if (keys.length === 0) return
      const key = keys[step % keys.length]!
      const next = node[key]
      if (k === at.length - 1 || typeof next !== 'object' || next === null) {
        node[key] = value
        return
      }
      node = next as Record<string, unknown>
    }
  }

  const catalogue = startingCatalogue()

  test('a plan scrambled anywhere brings findings or nothing, never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), leaf), {
          maxLength: 8,
        }),
        (changes) => {
          const c = smallCase(catalogue)
          for (const [at, value] of changes) scramble(c.plan, at, value)
          const { verdict, findings } = checkPlan(c)
          expect(verdict === 'broken').toBe(findings.some((f) => f.severity === 'error'))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('no plan at all', () => {
    for (const plan of [null, undefined, 7, [], {}, 'plan']) {
      const result = checkPlan({ ...smallCase(), plan: plan as never })
      expect(result.verdict).toBe('broken')
      expect(result.findings.length).toBeGreaterThan(0)
    }
  })

  test('an empty plan is broken only by what it keeps silent about', () => {
    const c = smallCase()
    Object.assign(c.plan, { sites: [], stops: [], tours: [], assignments: [], shortages: [] })
    expect(codesOf(resum(c))).toEqual(['floor-missed-undeclared', 'people-unassigned'])
  })
})
