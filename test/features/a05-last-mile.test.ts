import { countyLastMile } from '@kuashan/core/access/county-last-mile.ts'
import { lastMileBreaches } from '@kuashan/core/access/last-mile.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

/** Walks of 15 minutes a kilometre; people of every place need MED-02, which comes by van or to the door. */
const problem = (withVan: boolean) =>
  linePlan(
    [20, 21, 23, 40, 43].map((x, k) => ({ id: `S${k}`, x, people: 50 })),
    [centre],
    {
      standards: [standard('MED-02', 'minServicesPerPersonYear', 12)],
      vehicles: withVan ? [van] : [],
      settings: { assumptions: { doorstepMaxMin: 90 } },
    },
  )

describe('the last mile (A05)', () => {
  const breaches = ({ county, catalogue, travel }: ReturnType<typeof problem>, plan: Plan) => {
    const service = catalogue.services.find((s) => s.id === 'MED-02')!
    const supply = supplyOfPlan(county, catalogue, plan)
    return lastMileBreaches(countyLastMile(county, travel.base, supply, service).beyond)
  }

  it.each([true, false])(
    'nobody who walks badly is left beyond the limit without a doorstep visit, van: %s (A05)',
    async (withVan) => {
      const made = problem(withVan)
      const plan = await planned(made)
      expect(plan.shortages).toEqual([])
      expect(plan.assignments.length).toBeGreaterThanOrEqual(5)
      for (const a of plan.assignments)
        if (a.mode === 'vehicle') expect(a.seconds).toBeLessThanOrEqual(30 * 60)
        else expect(a.mode).toBe('doorstep')
      expect(breaches(made, plan)).toEqual([])
    },
  )

  it('names those for whom the stop is too far and no doorstep visit is planned (A05)', async () => {
    const made = problem(false)
    const plan = await planned(made)
    const assignments = plan.assignments.filter((a) => a.settlement !== 'S3')
    expect(breaches(made, { ...plan, assignments }).map((b) => b.settlement)).toEqual(['S3'])
  })
})
