import type { Plan } from '@kuashan/core/plan/plan.ts'
import { describe, expect, it } from 'vitest'
import { forAll, forElders, shop, shortCounty } from './first-served.fixture.ts'
import { planned } from './planning.fixture.ts'

const missedOf = (plan: Plan, service: string) =>
  plan.shortages.filter((s) => s.service === service).map((s) => s.settlement)

describe('first the weak (A96)', () => {
  it('gives a building that can hold one to the service of the elders, though fewer are served (A96)', async () => {
    const of = {
      places: [
        { x: 40, people: 20 },
        { x: 60, people: 300 },
      ],
      vanUntil: '2026-03-01',
      school: { x: 50, capitalFen: 1_000_000, yearCostFen: 0 },
    }
    const plan = await planned(
      shortCounty({
        ...of,
        floors: { [forElders]: 24, [shop]: 24 },
        funds: [{ amountFen: 1_000_000 }],
      }),
    )
    expect(plan.sites.find((s) => s.facility === 'F-school')?.toKind).toBe('villageClinic')
    expect(missedOf(plan, shop)).toEqual(['S0', 'S1'])
    const byClass = plan.levels.find((l) => l.level === 'floorsMissed')!.byClass!
    expect(byClass.map((c) => c.people)).toEqual([0, 0, 0, 320])
    expect(byClass[3]!.mostAtOneSettlement).toBe(300)
  })

  it('gives money that pays for one fund of two to the first class, by what each may pay for (A96)', async () => {
    const made = (services: string[]) =>
      shortCounty({
        places: [{ x: 50, people: 100 }],
        floors: { [forElders]: 24, [forAll]: 24 },
        vanUntil: '2026-03-01',
        school: { x: 50, capitalFen: 1_000_000, yearCostFen: 0 },
        funds: [
          { amountFen: 1_000_000, services: [forAll] },
          { amountFen: 1_000_000, services },
        ],
      })
    const plan = await planned(made([forElders]))
    expect(plan.sites.find((s) => s.facility === 'F-school')).toMatchObject({
      fund: 'fund-1',
      services: [forElders],
    })
    expect(missedOf(plan, forAll)).toEqual(['S0'])
    const both = await planned(made([forElders, forAll]))
    expect(both.shortages).toEqual([])
  })
})
