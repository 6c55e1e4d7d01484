import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { Fund } from '../../resources/fund.ts'
import { changeText, whyNotLines, whyThisLines } from '../../words/explain/explain-need.ts'
import { type LineOptions, linePlan } from '../line-plan.fixture.ts'
import type { ProvedChange } from './answer.ts'
import { assumptionEffects } from './assumption-effects.ts'
import { carryOut } from './carry-out.ts'
import { floorPrices } from './floor-prices.ts'
import { centre, lineWorld, places, van } from './line-world.fixture.ts'
import { whyNotServed } from './why-not-served.ts'
import { whyThis } from './why-this.ts'
import type { World } from './world.ts'

const visits24 = standard('MED-01', 'minVisitsPerVillageYear', 24)
const near = standard('MED-01', 'maxTravelMin', 30)

const planned = (
  at: readonly LinePlace[],
  facilities: readonly LineFacility[],
  options: LineOptions,
) => lineWorld(linePlan(at, facilities, options), { milp: solveMilpHere, iterations: 300 })

/** What the independent checker says of an explanation that was carried out: broken rules and floors missed. */
async function checkedAfter(world: World, plan: Plan, change: ProvedChange) {
  const done = await carryOut(world, plan, change)
  expect(done).not.toBeNull()
  const { county, catalogue } = done!.world.input
  const checked = checkPlan({ county, catalogue, travel: done!.world.travel, plan: done!.plan })
  return {
    verdict: checked.verdict,
    missed: checked.figures.floorsMissed.map((m) => `${m.settlement} ${m.service} ${m.metric}`),
    plan: done!.plan,
  }
}

async function everyChangeHolds(world: World, plan: Plan) {
  const { county, catalogue } = world.input
  const before = checkPlan({ county, catalogue, travel: world.travel, plan }).figures.floorsMissed
  const kinds = new Set<string>()
  const needs = new Map(plan.shortages.map((s) => [`${s.settlement} ${s.service}`, s]))
  for (const need of needs.values()) {
    const answer = (await whyNotServed(world, plan, need))!
    for (const change of answer.changes) {
      kinds.add(change.kind)
      const after = await checkedAfter(world, plan, change)
      expect(after.verdict).toBe('valid')
      expect(
        after.missed.filter((m) => m.startsWith(`${need.settlement} ${need.service} `)),
      ).toEqual([])
      const was = new Set(before.map((m) => `${m.settlement} ${m.service} ${m.metric}`))
      expect(after.missed.filter((m) => !was.has(m))).toEqual([])
    }
  }
  return { kinds, needs: needs.size }
}

describe('why not', () => {
  it('finds for a van whose shift is too short how much longer it must be, and proves it', async () => {
    // 60 km out and back are four hours, setting up and 100 people one more.
    const { world, plan } = await planned(places(10, 60), [centre], {
      standards: [visits24],
      vehicles: [{ ...van, shiftSeconds: 4 * 3600, services: ['MED-01'] }],
    })
    const answer = (await whyNotServed(world, plan, { settlement: 'S1', service: 'MED-01' }))!
    expect(answer.verdict).toBe('change-found')
    const shift = answer.changes.find((c) => c.kind === 'longer-shift')!
    const after = await checkedAfter(world, plan, shift)
    expect(after.verdict).toBe('valid')
    expect(after.missed).toEqual([])
    expect(after.plan.costs.plan.cashFen - plan.costs.plan.cashFen).toBe(shift.price.cashFen)
    // A quarter of an hour less does not do.
    const tour = Math.max(...after.plan.tours.map((t) => t.finish - t.depart))
    expect(tour).toBeGreaterThan(4 * 3600 + (shift.amount - 15) * 60)
    expect(changeText(shift, 'en', (id) => id)).toContain('van may be out')
    expect(whyNotLines(answer, 'zh', (id) => id)[0]).toContain('未达标')
  })

  it('proves every change that it names, whoever is missed for want of vehicles, staff or limits', async () => {
    const few = await planned(places(12, 20, 30, 44, 52, 58), [centre], {
      standards: [visits24, standard('MED-02', 'minServicesPerPersonYear', 12)],
      vehicles: [{ ...van, crew: 2 }],
      staff: [1, 2].map((k) => ({
        id: `P${k}`,
        post: 'doctor',
        weeklyHours: 6,
        employer: 'F-centre',
        provenance: { method: 'entered' },
      })),
    })
    const found = await everyChangeHolds(few.world, few.plan)
    expect(found.needs).toBeGreaterThan(3)
    expect(found.kinds).toContain('staff-hours')
  })

  it('overdraws no running money that only some funds may pay', async () => {
    const school: LineFacility = {
      id: 'F-school',
      x: 40,
      kind: 'primarySchool',
      state: 'vacant',
      conversions: [
        { toKind: 'villageClinic', capitalFen: 0, yearCostFen: 9_000_000, staffHoursYear: 0 },
      ],
    }
    const found = async (amountFen: number) => {
      const made = linePlan(places(41), [centre, school], {
        standards: [near],
        vehicles: [],
        settings: { budgetFen: 90_000_000 },
      })
      const grant = { id: 'grant', name: 'grant', amountFen, use: 'running' }
      made.county.funds = [Fund.parse(grant)]
      return lineWorld(made, { milp: solveMilpHere, iterations: 60, mode: 'most-need' })
    }
    expect((await found(10_000_000)).plan.shortages).toEqual([])
    const { world, plan } = await found(5_000_000)
    const { kinds, needs } = await everyChangeHolds(world, plan)
    expect(needs).toBe(1)
    expect(kinds).not.toContain('no-change')
  })

  it('says impossible only with a bound', async () => {
    const cut = await planned(places(10, 40), [centre], {
      standards: [visits24],
      vehicles: [van],
      closed: [20, 30],
    })
    const answer = (await whyNotServed(cut.world, cut.plan, {
      settlement: 'S1',
      service: 'MED-01',
    }))!
    expect(answer).toMatchObject({ verdict: 'impossible', bound: 'no-way', changes: [] })
    const far = await planned(places(90), [centre], { standards: [near], vehicles: [] })
    const built = (await whyNotServed(far.world, far.plan, {
      settlement: 'S0',
      service: 'MED-01',
    }))!
    expect(built.verdict).toBe('change-found')
    expect(built.changes[0]).toMatchObject({ kind: 'site', what: { settlement: 'S0' } })
    expect(
      await whyNotServed(cut.world, cut.plan, { settlement: 'S0', service: 'MED-01' }),
    ).toBeNull()
  })
})

describe('why this, and at what price', async () => {
  const clinic: LineFacility = {
    id: 'F-school',
    x: 40,
    kind: 'primarySchool',
    state: 'vacant',
    conversions: [
      {
        toKind: 'villageClinic',
        capitalFen: 4_000_000,
        yearCostFen: 9_000_000,
        lifeYears: 20,
        staffHoursYear: 0,
      },
    ],
  }
  const { world, plan } = await planned(places(6, 40, 42), [centre, clinic], {
    standards: [visits24, near],
    vehicles: [van],
  })

  it('names what was chosen, and what the plan would cost with the other way instead', async () => {
    const why = whyThis(world, plan, { settlement: 'S1', service: 'MED-01' })!
    expect(why).toMatchObject({ met: true, decided: true })
    expect(why.ways[0]).toMatchObject({ mode: 'vehicle', chosen: true })
    // The stop that is chosen is not told again as another way.
    const [at] = why.ways[0]!.place.split('@')
    expect(why.ways.filter((w) => w.mode === 'vehicle' && w.place === at)).toEqual([])
    const site = why.ways.find((w) => w.place === 'F-school')!
    // The clinic alone for S1 and S2, whose stop is shared: its running is paid whatever is saved.
    expect(site.instead!.capitalFen).toBe(4_000_000)
    expect(site.instead!.cashFen).toBeGreaterThan(0)
    expect(why.ways.find((w) => w.place === 'F-centre' && w.mode === 'fixed')).toMatchObject({
      forbidden: 'beyond-limit',
    })
    expect(whyThisLines(why, 'en', (id) => id).join('\n')).toContain('F-school')
    expect(whyThis(world, plan, { settlement: 'S0', service: 'MED-01' })!.decided).toBe(false)
  })

  it('prices a floor by what is saved without it, and says who is reached for it', async () => {
    const prices = await floorPrices(world, plan, { milp: solveMilpHere, most: 9 })
    expect(prices.map((p) => p.metric).sort()).toEqual(['maxTravelMin', 'minVisitsPerVillageYear'])
    const total = prices.find((p) => p.metric === 'maxTravelMin')!
    expect(total.value).toBeGreaterThanOrEqual(0)
    expect(total.reached).toBe(200)
    for (const p of prices) {
      if (p.least !== null) expect(p.value).toBeGreaterThanOrEqual(p.least - 1)
      if (p.most !== null) expect(p.value).toBeLessThanOrEqual(p.most + 1)
    }
  })

  it('sorts assumptions by what they change', async () => {
    const some = ['fixedMaxMin', 'uptakePerVisit', 'minutesPerPerson']
    const assumed = plan.assumed.filter((a) => some.includes(a.what))
    const effects = await assumptionEffects(world, { ...plan, assumed }, { milp: solveMilpHere })
    expect(effects.map((e) => e.what)).toContain('uptakePerVisit')
    const size = (e: (typeof effects)[number]) =>
      Math.max(Math.abs(e.lower?.missed ?? 0), Math.abs(e.higher?.missed ?? 0))
    expect(effects.map(size)).toEqual(effects.map(size).sort((a, b) => b - a))
    const uptake = effects.find((e) => e.what === 'uptakePerVisit')!
    expect(uptake.higher!.cost).toBeGreaterThan(uptake.lower!.cost)
  })
})
