import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { countyInOrder } from '@kuashan/core/planner/county-in-order.ts'
import { planGround } from '@kuashan/core/planner/plan-ground.ts'
import { firstAnswer, replanMenu } from '@kuashan/core/planner/replan/replan.ts'
import { replanOffice } from '@kuashan/core/planner/replan/replan-ground.ts'
import { resolveReplan } from '@kuashan/core/planner/replan/resolve-replan.ts'
import { StaffMember } from '@kuashan/core/resources/staff.ts'
import { describe, expect, it } from 'vitest'
import { planned } from '../features/planning.fixture.ts'
import { villagesDue, villageVisits } from '../features/village-visits.fixture.ts'

const demo = demoCounty({ size: 'county', seed: 1 })
const day = (text: string) => PlainDate.parse(text)
const week = { from: day('2026-09-07'), to: day('2026-09-11') }
const steady = { seed: 1, iterations: 30, stop: () => false }

/** 73 villages, a visit every two weeks, four clinic vehicles with just their crews. */
const problem = await villageVisits(demo, villagesDue(demo, 'either'), 24)
const county = countyInOrder(problem.county)
county.staff = county.vehicles.flatMap((v) =>
  Array.from({ length: v.crew }, (_, k) =>
    StaffMember.parse({
      id: `${v.id}-${k + 1}`,
      post: 'nurse',
      weeklyHours: 60,
      employer: v.depot,
      provenance: { method: 'entered' },
    }),
  ),
)
const input = { ...demo, county }
const plan = await planned({ ...problem, county }, 1)
const office = replanOffice(planGround({ ...problem, county, withinBorders: 'none' }), plan)
const busiest = county.vehicles
  .map((v) => ({ id: v.id, out: plan.tours.filter((t) => t.vehicle === v.id).length }))
  .sort((a, b) => b.out - a.out)[0]!.id

function answer(change: Change) {
  const resolved = resolveReplan(input, plan, {
    changes: [change],
    today: day('2026-09-01'),
    locks: [],
  })
  expect(resolved.findings).toEqual([])
  const { travel } = problem
  const after = resolved.input!.county
  const first = firstAnswer(office, {
    county: after,
    travel,
    changes: resolved.changes,
    today: day('2026-09-01'),
    frozenUntil: resolved.frozenUntil,
    locks: [],
  })
  const replan = replanMenu(first, steady)
  for (const { plan: made } of [first.provisional, ...replan.menu]) {
    const checked = checkPlan({ county: after, catalogue: demo.catalogue, travel, plan: made })
    expect(checked.findings.filter((f) => f.severity === 'error')).toEqual([])
    expect(made.tours.filter((t) => t.date < resolved.frozenUntil)).toEqual(
      plan.tours.filter((t) => t.date < resolved.frozenUntil),
    )
  }
  return { first, menu: replan.menu }
}

describe('73 villages visited by four vehicles, when something happens (A63)', () => {
  it('a vehicle is down for a week: it goes nowhere, and others or other days take its visits (A63)', () => {
    const lost = plan.tours
      .filter((t) => t.vehicle === busiest && t.date >= week.from && t.date <= week.to)
      .flatMap((t) => t.visits.map((v) => v.id))
    expect(lost.length).toBeGreaterThan(3)
    const { first, menu } = answer({ do: 'vehicle-down', vehicle: busiest, ...week })
    expect(first.broken.touched.flatMap((t) => t.dropped).sort()).toEqual([...lost].sort())
    const inWeek = (t: { vehicle: string; date: string }) =>
      t.vehicle === busiest && t.date >= week.from && t.date <= week.to
    for (const a of menu) expect(a.plan.tours.filter(inWeek)).toEqual([])
    const floors = menu[2]!
    expect(floors.peopleLosing).toBe(0)
    const ids = new Set(floors.plan.tours.flatMap((t) => t.visits.map((v) => v.id)))
    expect(lost.filter((id) => !ids.has(id))).toEqual([])
    const [fewest, cheapest] = menu
    const changed = ({ counts }: typeof floors) =>
      counts.moved + counts['other-vehicle'] + counts.cancelled
    expect(changed(fewest!)).toBe(lost.length)
    const cost = (a: typeof floors) => a.plan.levels.find((l) => l.level === 'cost')!.value
    expect(cheapest!.peopleLosing).toBe(0)
    expect(cost(cheapest!)).toBeLessThanOrEqual(cost(floors))
  })

  it('one of the crew is sick for a week: the vehicle of the depot cannot go out on those days', () => {
    const vehicle = county.vehicles.find((v) => v.id === busiest)!
    const depot = county.vehicles.filter((v) => v.depot === vehicle.depot)
    const staff = county.staff.find((s) => s.employer === vehicle.depot)!.id
    const out = (tours: typeof plan.tours, date: string) =>
      tours.filter((t) => t.date === date && depot.some((v) => v.id === t.vehicle)).length
    const { first, menu } = answer({ do: 'staff-away', staff, ...week })
    expect(first.broken.touched.map((t) => t.cause)).toContain('crew-missing')
    const full = [...new Set(plan.tours.map((t) => t.date))].filter(
      (d) => d >= week.from && d <= week.to && out(plan.tours, d) === depot.length,
    )
    expect(full.length).toBeGreaterThan(0)
    for (const date of full)
      for (const a of menu) expect(out(a.plan.tours, date)).toBeLessThan(depot.length)
  })

  it('a village calls: it gets one visit more within its days, and nobody loses any', () => {
    const { settlement } = plan.stops[10]!
    const { menu } = answer({
      do: 'call-village',
      settlement,
      service: 'MED-01',
      within: { from: day('2026-09-14'), to: day('2026-09-25') },
    })
    for (const a of menu) {
      expect(a.counts.cancelled).toBe(0)
      const added = a.differences.filter((d) => d.what === 'added')
      expect(added).toHaveLength(1)
      expect(added[0]).toMatchObject({ settlement, services: ['MED-01'], cause: 'called' })
      expect(added[0]!.after!.date >= '2026-09-14' && added[0]!.after!.date <= '2026-09-25').toBe(
        true,
      )
      expect(a.peopleLosing).toBe(0)
    }
    const [fewest] = menu
    expect(fewest!.counts).toMatchObject({ moved: 0, 'other-vehicle': 0, cancelled: 0, added: 1 })
  })
})
