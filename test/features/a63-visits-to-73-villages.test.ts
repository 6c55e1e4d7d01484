import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { dayNumber } from '@kuashan/core/kernel/calendar.ts'
import { workdaysOf } from '@kuashan/core/plan/workdays.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'
import { villagesDue, villageVisits, visitDays } from './village-visits.fixture.ts'

const input = demoCounty({ size: 'county', seed: 1 })
const villages = villagesDue(input, 'either')
const horizonDays = 365

describe('regular visits to the 73 villages of the demo county (A63)', () => {
  it.each([6, 12, 24, 48])(
    '%i visits a year are all placed, evenly, by four vehicles (A63)',
    async (visits) => {
      const problem = await villageVisits(input, villages, visits)
      expect(problem.county.vehicles).toHaveLength(4)
      const plan = await planned(problem, 1)
      const days = visitDays(plan)
      expect(days.size).toBe(73)
      const work = workdaysOf(problem.county.settings).map(dayNumber)
      const nth = new Map(work.map((day, k) => [day, k]))
      for (const list of days.values()) {
        expect(new Set(list).size).toBe(visits)
        // Even in working days: a festival stretches the calendar, not the rhythm.
        const turns = list.map((day) => nth.get(day)!)
        const gaps = turns.map((t, k) => (turns[k + 1] ?? turns[0]! + work.length) - t)
        expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil((1.5 * work.length) / visits))
        if (visits > 24) continue
        const wait = list.map((d, k) => (list[k + 1] ?? list[0]! + horizonDays) - d)
        expect(Math.max(...wait)).toBeLessThanOrEqual((1.5 * horizonDays) / visits)
      }
      expect(plan.shortages).toEqual([])
      expect(plan.fleet).toMatchObject([{ kind: 'clinicVehicle', vehicles: 4, daysShort: 0 }])
      expect(checkPlan({ ...problem, plan }).verdict).toBe('valid')
    },
  )

  it('states the shortage in vehicle-days where one vehicle must do it all (A63)', async () => {
    const some = new Set([...villages].slice(0, 30))
    const problem = await villageVisits(input, some, 48)
    problem.county.vehicles = problem.county.vehicles.slice(0, 1)
    const plan = await planned(problem, 1)
    expect(plan.fleet[0]!.daysShort).toBeGreaterThan(0)
    expect(plan.shortages.length).toBeGreaterThan(0)
    for (const s of plan.shortages) expect(s).toMatchObject({ want: 48, reason: 'fleet' })
    const placed = [...visitDays(plan)].filter(([, list]) => list.length >= 48).length
    expect(placed + plan.shortages.length).toBe(30)
    expect(checkPlan({ ...problem, plan }).verdict).toBe('valid')
  })
})
