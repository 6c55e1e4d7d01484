import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { type DateRange, PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { countyInOrder } from '@kuashan/core/planner/county-in-order.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { planGround } from '@kuashan/core/planner/plan-ground.ts'
import { firstAnswer, replanMenu } from '@kuashan/core/planner/replan/replan.ts'
import { replanOffice } from '@kuashan/core/planner/replan/replan-ground.ts'
import type { ReplanProblem } from '@kuashan/core/planner/replan/replan-problem.ts'
import type { TravelTable, YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned } from '../features/planning.fixture.ts'

/**
 * Two villages 31 and 36 km from the centre, a kilometre in two minutes: beyond the hour, so nobody comes by themselves.
 * No vehicle brings the service; the county's bus takes both there together, or a hired one where there is a price.
 */
const villages = [31, 36].map((x, k) => ({ id: `V${k + 1}`, x, people: 50 }))
const bus = { id: 'bus', kind: 'bus', depot: 'F-centre', seats: 19, crew: 1, costPerKmFen: 100 }
const optionsFor = (busPerKmFen: number) => ({
  standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)],
  vehicles: [bus],
  settings: { prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen } },
})
const day = (text: string): PlainDate => PlainDate.parse(text)
const steady = { seed: 1, iterations: 10, stop: () => false }

async function world(busPerKmFen: number) {
  const made = linePlan(villages, [centre], optionsFor(busPerKmFen))
  const line = { ...made, county: countyInOrder(made.county) }
  const plan = await planned(line, 100)
  const office = replanOffice(planGround({ ...line, withinBorders: 'none' }), plan)
  const answer = (change: Partial<ReplanProblem> & { county?: County }) => {
    const problem: ReplanProblem = {
      county: line.county,
      travel: line.travel,
      changes: [],
      today: day('2026-03-02'),
      frozenUntil: day('2026-03-02'),
      locks: [],
      ...change,
    }
    const first = firstAnswer(office, problem)
    const { menu } = replanMenu(first, steady)
    for (const { plan: found } of [first.provisional, ...menu]) {
      const { county, travel } = problem
      const { findings } = checkPlan({ ...line, county, travel, plan: found })
      expect(findings.filter((f) => f.severity === 'error')).toEqual([])
    }
    return menu[2]!
  }
  const cut = (closed: readonly [number, number], range: DateRange): YearTravel => {
    const { base } = linePlan(villages, [centre], { ...optionsFor(busPerKmFen), closed }).travel
    const { vehicle, resident } = base
    const travel = { ...line.travel.base, season: 'closed', vehicle, resident }
    return { base: line.travel.base, seasons: [{ range, travel }] }
  }
  return { line, plan, answer, cut }
}

/** Every way takes longer by a part. */
const slower = (table: TravelTable, part: number): TravelTable => ({
  ...table,
  p50: table.p50.map((s) => (s < 0 ? s : Math.round(s * (1 + part)))),
})

describe('rides when something happens (A56)', async () => {
  const { line, plan, answer, cut } = await world(0)
  const [ride] = plan.rides
  const date = ride!.dates[1]!
  const onDay: DateRange = { from: date, to: date }

  it('has a plan in which one bus brings both villages on four days', () => {
    expect(plan.rides).toHaveLength(1)
    expect(ride).toMatchObject({ by: 'vehicle', vehicle: 'bus' })
    expect(ride!.dates).toHaveLength(4)
    expect(plan.shortages).toEqual([])
  })

  const slowOn = (range: DateRange, part: number): YearTravel => {
    const base = line.travel.base
    const vehicle = Object.fromEntries(
      Object.entries(base.vehicle).map(([k, table]) => [k, slower(table, part)]),
    )
    const travel = { ...base, season: 'slow', vehicle, resident: slower(base.resident, part) }
    return { base, seasons: [{ range, travel }] }
  }

  it('a way round makes people arrive later, nobody is called for earlier than announced, and the rest stands', () => {
    const found = answer({ travel: slowOn(onDay, 0.02) })
    expect(found.rides).toMatchObject([{ what: 'retimed', leftOut: [], cause: 'no-road' }])
    const [same, other] = found.plan.rides
    expect(same).toEqual({ ...ride, dates: ride!.dates.filter((d) => d !== date) })
    expect(other).toMatchObject({ id: `${ride!.id}~2`, dates: [date], metres: ride!.metres })
    other!.pickups.forEach((p, k) => {
      expect(p.depart).toBeGreaterThanOrEqual(ride!.pickups[k]!.depart)
    })
    expect(other!.arrive).toBeGreaterThan(ride!.arrive)
    expect(found.lost).toEqual([])
  })

  it('a way too long for the first village in this order is driven in the other', () => {
    expect(ride!.pickups.map((p) => p.settlement)).toEqual(['V1', 'V2'])
    const found = answer({ travel: slowOn(onDay, 0.1) })
    expect(found.rides).toMatchObject([{ what: 'retimed', after: { pickups: ['V2', 'V1'] } }])
    expect(found.peopleLosing).toBe(0)
  })

  it('where the road is closed for a day the ride goes on the nearest other day', () => {
    const found = answer({ travel: cut([10, 12], onDay) })
    expect(found.rides).toMatchObject([{ what: 'moved', before: { date }, cause: 'no-road' }])
    expect(found.plan.rides.flatMap((r) => r.dates)).toHaveLength(4)
    expect(found.plan.rides.flatMap((r) => r.dates)).not.toContain(date)
    expect(found.peopleLosing).toBe(0)
    expect(found.plan.costs.plan).toEqual(plan.costs.plan)
  })

  it('where only one village is cut off the other is brought all the same', () => {
    const range = { from: day('2026-03-02'), to: day('2026-04-26') }
    const found = answer({ travel: cut([32, 34], range) })
    expect(found.rides.map((r) => r.leftOut)).toEqual(ride!.dates.map(() => ['V2']))
    expect(found.lost).toMatchObject([{ settlement: 'V2', want: 3, have: 0 }])
    expect(found.plan.rides[0]!.pickups.map((p) => p.settlement)).toEqual(['V1'])
  })

  it('what cannot go at all is cancelled, and the people are named who miss a floor by it', () => {
    const range = { from: date, to: day('2026-04-26') }
    const found = answer({ travel: cut([10, 12], range), frozenUntil: date })
    expect(found.rides.map((r) => r.what)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(found.peopleLosing).toBe(100)
    expect(found.lost.map((f) => [f.settlement, f.have])).toEqual([
      ['V1', 1],
      ['V2', 1],
    ])
  })

  it('days that are over stand', () => {
    const today = ride!.dates[2]!
    const range = { from: today, to: day('2026-04-26') }
    const found = answer({ travel: cut([10, 12], range), today, frozenUntil: today })
    expect(found.plan.rides).toEqual([{ ...ride, dates: ride!.dates.slice(0, 2) }])
  })

  it('the road opened again, every ride goes as it did before', () => {
    const closed = answer({ travel: cut([10, 12], onDay) }).plan
    const office = replanOffice(planGround({ ...line, withinBorders: 'none' }), closed)
    const problem: ReplanProblem = {
      county: line.county,
      travel: line.travel,
      changes: [],
      today: day('2026-03-02'),
      frozenUntil: day('2026-03-02'),
      locks: [],
      earlier: plan,
    }
    const { provisional } = firstAnswer(office, problem)
    expect(provisional.plan.rides.flatMap((r) => r.dates).sort()).toEqual(ride!.dates)
    expect(provisional.plan.costs.plan).toEqual(plan.costs.plan)
  })
})

describe('a bus that is down (A56)', () => {
  const down = (county: County, from: string, to: string): County => ({
    ...county,
    vehicles: county.vehicles.map((v) => ({ ...v, down: [{ from: day(from), to: day(to) }] })),
  })

  it('gives its rides to a hired one where that has a price', async () => {
    const { line, plan, answer } = await world(2000)
    expect(plan.rides[0]).toMatchObject({ by: 'vehicle' })
    const [, date] = plan.rides[0]!.dates
    const found = answer({ county: down(line.county, date!, date!) })
    expect(found.rides).toMatchObject([
      { what: 'other-vehicle', cause: 'vehicle-down', after: { by: 'hired', date } },
    ])
    expect(found.peopleLosing).toBe(0)
    expect(found.costDifference.cashFen).toBeGreaterThan(0)
  })

  it('else its rides go on other days', async () => {
    const { line, plan, answer } = await world(0)
    const [, date] = plan.rides[0]!.dates
    const found = answer({ county: down(line.county, date!, date!) })
    expect(found.rides).toMatchObject([{ what: 'moved', cause: 'vehicle-down' }])
    expect(found.peopleLosing).toBe(0)
  })
})
