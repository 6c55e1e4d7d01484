import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../access/line-county.fixture.ts'
import type { ProviderChoice } from '../catalogue/provider-choice.ts'
import { checkPlan } from '../check/check-plan.ts'
import { random } from '../kernel/random.ts'
import type { Assignment, Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import { solveTours } from './tours/solve-tours.ts'

const town: LineFacility = { id: 'F-town', x: 0, kind: 'townshipHealthCentre' }
const van = { id: 'van', depot: 'F-town', costPerDayFen: 30_000, costPerKmFen: 200 }

interface CountyOptions {
  assumptions?: Record<string, number>
  sites?: LineFacility[]
  choice?: ProviderChoice
}

/** MED-01 comes by van 24 times a year to whoever is more than 30 minutes from a site. */
const county = (
  places: readonly LinePlace[],
  { assumptions = {}, sites = [town], choice }: CountyOptions,
): LinePlan => {
  const made = linePlan(places, sites, {
    standards: [
      standard('MED-01', 'minVisitsPerVillageYear', 24),
      standard('MED-01', 'maxTravelMin', 30),
    ],
    vehicles: [van],
    settings: { services: ['MED-01'], assumptions, seat: [0, 0] },
  })
  const services = made.catalogue.services.map((s) =>
    s.id === 'MED-01' && choice !== undefined ? { ...s, choice } : s,
  )
  return { ...made, catalogue: { ...made.catalogue, services } }
}

const planOf = async (made: LinePlan): Promise<Plan> =>
  (
    await makePlan(
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
  ).plan

const places = (...x: number[]): LinePlace[] =>
  x.map((km, k) => ({ id: `S${k}`, x: km, people: 100 }))
const value = (plan: Plan, level: string) => plan.levels.find((l) => l.level === level)!.value
const found = (made: LinePlan, plan: Plan) =>
  checkPlan({ ...made, plan })
    .findings.map((f) => f.code)
    .filter((code) => code !== 'staff-unknown')
const linesOf = (plan: Plan, settlement: string) =>
  plan.assignments.filter((a) => a.settlement === settlement)

describe('a steerable share', () => {
  it('sends only those to the van who can be told; the others go where they choose', async () => {
    const made = county(places(20, 30), { assumptions: { 'steerable.MED-01': 0.6 } })
    const plan = await planOf(made)
    for (const s of ['S0', 'S1']) {
      const [chosen, steered] = [true, undefined].map((c) =>
        linesOf(plan, s).filter((a) => a.chosen === c),
      )
      expect(steered!.map((a) => [a.mode, a.people])).toEqual([['vehicle', 60]])
      expect(chosen!.map((a) => [a.place, a.people])).toEqual([['F-town', 40]])
    }
    expect(found(made, plan)).toEqual([])
  })

  it('costs no more where fewer are steered, with the same floors', async () => {
    const chance = random(5)
    for (let n = 0; n < 4; n++) {
      const at = places(...Array.from({ length: 3 }, () => 16 + Math.floor(chance.next() * 30)))
      const some = county(at, {
        assumptions: { 'steerable.MED-01': chance.next(), 'bypass.MED-01': chance.next() },
      })
      const [free, told] = [await planOf(some), await planOf(county(at, {}))]
      expect(value(free, 'floorsMissed')).toBe(value(told, 'floorsMissed'))
      expect(value(free, 'cost')).toBeLessThanOrEqual(value(told, 'cost'))
      expect(found(some, free).filter((code) => code !== 'visit-nobody-due')).toEqual([])
      expect(told.assignments.some((a) => 'chosen' in a)).toBe(false)
    }
  })

  it('holds for the logit with bypass too, simulated by the checker on its own', async () => {
    const sites: LineFacility[] = [town, { id: 'F-a', x: 12, kind: 'villageClinic' }]
    const choice: ProviderChoice = {
      steerable: 0.5,
      bypass: 0.2,
      rule: { by: 'logit', perMinute: 0.04, attraction: { townshipHealthCentre: 3 } },
    }
    const made = county(places(10, 20, 40), { sites, choice })
    const plan = await planOf(made)
    expect(plan.assignments.filter((a) => a.chosen)).toHaveLength(6)
    expect(found(made, plan)).toEqual([])
    const change = (of: (a: Assignment) => Assignment[]): string[] =>
      found(made, { ...plan, assignments: plan.assignments.flatMap(of) })
    expect(change((a) => (a.chosen ? [{ ...a, people: a.people + 3 }] : [a]))).toContain(
      'chosen-people-wrong',
    )
    expect(change((a) => (a.chosen && a.place === 'F-a' ? [] : [a]))).toContain(
      'chosen-people-wrong',
    )
    expect(change((a) => (a.chosen ? [a] : [{ ...a, people: a.people * 1.5 }]))).toContain(
      'steered-too-many',
    )
  })

  it('lets those who choose fill a site first, and steers the others to one with room', async () => {
    const sites: LineFacility[] = [
      town,
      { id: 'F-a', x: 12, kind: 'villageClinic', capacityYear: { 'MED-01': 70 } },
      { id: 'F-b', x: 20, kind: 'villageClinic' },
    ]
    const choice: ProviderChoice = { steerable: 0.5, bypass: 0, rule: { by: 'nearest' } }
    const made = county(places(12), { sites, choice })
    const plan = await planOf(made)
    const steered = linesOf(plan, 'S0').filter((a) => !a.chosen)
    expect(steered.map((a) => [a.place, a.people])).toEqual([
      ['F-a', 20],
      ['F-b', 30],
    ])
    expect(found(made, plan)).toEqual([])
    const crowded = plan.assignments.map((a) =>
      a.chosen || a.place !== 'F-a' ? a : { ...a, people: 50 },
    )
    expect(found(made, { ...plan, assignments: crowded })).toContain('site-over-capacity')
  })
})
