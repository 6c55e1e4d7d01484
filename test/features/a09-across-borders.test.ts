import { costedTours } from '@kuashan/core/access/costed-tours.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { poolingOf } from '@kuashan/core/access/pooling.ts'
import { unitCosts } from '@kuashan/core/access/unit-cost.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { type LinePlan, linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'
import { costToCompare, peopleMissed, planned, van } from './planning.fixture.ts'

const [east, west] = ['331199101', '331199102']

/** Two townships in one valley; places beyond 20 minutes from either centre, in either township. */
function borderCounty(places: readonly { x: number; township: string }[]): LinePlan {
  return linePlan(
    places.map((p, k) => ({ id: `S${k}`, x: p.x, people: 80, division: `${p.township}20${k}` })),
    [
      { id: 'F-east', x: 0, kind: 'townshipHealthCentre', division: `${east}001` },
      { id: 'F-west', x: 90, kind: 'townshipHealthCentre', division: `${west}001` },
    ],
    {
      standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)],
      vehicles: [
        { ...van, id: 'van-e', depot: 'F-east' },
        { ...van, id: 'van-w', depot: 'F-west' },
      ],
      settings: { assumptions: { fixedMaxMin: 20 } },
    },
  )
}

const both = async (problem: LinePlan) => ({
  pooled: await planned(problem, 200),
  apart: await planned(problem, 200, { withinBorders: 'township' }),
})

const perPerson = ({ county, travel }: LinePlan, plan: Plan): number => {
  const places = costedTours(county, plan, travel.base, () => 'remote')
  const prices = { staffHourFen: 3000, perKmFen: 200 }
  const spent = unitCosts(places, prices).reduce((sum, p) => sum + p.spent.total, 0)
  const times = places.flatMap((p) => p.visits).reduce((sum, v) => sum + v.personTimes, 0)
  return spent / times
}

const seeded = borderCounty([
  { x: 30, township: east },
  { x: 33, township: west },
])

describe('supply by division against supply across borders (A09)', async () => {
  const { pooled, apart } = await both(seeded)

  it('a seeded border case shows a real saving, with idle share and sharing rate of both (A09)', () => {
    expect([peopleMissed(pooled), peopleMissed(apart)]).toEqual([0, 0])
    const [across, within] = [poolingOf(seeded.county, pooled), poolingOf(seeded.county, apart)]
    expect(across.cashFen).toBeLessThan(0.7 * within.cashFen)
    expect(within.sharingRate).toBe(0)
    expect(across.sharingRate).toBe(0.5)
    expect(across.idleShare).toBeGreaterThan(within.idleShare)
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'across is never worse on cost at equal coverage: case %i (A09)',
    async (seed) => {
      const draw = random(seed)
      const places = Array.from({ length: 5 }, () => ({
        x: 25 + draw.below(40),
        township: draw.below(2) === 0 ? east : west,
      }))
      const made = await both(borderCounty(places))
      expect(peopleMissed(made.pooled)).toBeLessThanOrEqual(peopleMissed(made.apart))
      if (peopleMissed(made.pooled) < peopleMissed(made.apart)) return
      expect(costToCompare(made.pooled)).toBeLessThanOrEqual(costToCompare(made.apart))
    },
  )

  it('pooling two half-empty tours lowers the cost of one person served (A02)', () => {
    expect(perPerson(seeded, pooled)).toBeLessThan(0.8 * perPerson(seeded, apart))
  })
})
