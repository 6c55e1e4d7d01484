import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { vehicleCoverage } from '@kuashan/core/access/vehicle-coverage.ts'
import { floorsOn } from '@kuashan/core/catalogue/floors.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

const problem = linePlan(
  [40, 44, 50, 57, 63].map((x, k) => ({ id: `S${k}`, x, people: 60, division: `v${k}` })),
  [centre],
  { standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)], vehicles: [van] },
)
const { county, catalogue } = problem
const coverage = (plan: Plan) => {
  const { floors } = floorsOn(catalogue, county.standards, county.settings.asOf)
  const supply = supplyOfPlan(county, catalogue, plan)
  return vehicleCoverage(county.settlements, catalogue.services, floors, supply, 56)
}

describe('all villages covered by the vehicles (A59)', async () => {
  const plan = await planned(problem)

  it('is 100 % when each village has its visits (A59)', () => {
    expect(coverage(plan).shares).toEqual([
      { kind: 'clinicVehicle', villages: 5, met: 5, share: 1 },
    ])
    expect(checkPlan({ ...problem, plan }).figures.floorsMissed).toEqual([])
  })

  it.each(['S0', 'S2', 'S4'])('sees at once that %s is dropped, and names it (A59)', (dropped) => {
    const stop = plan.stops.find((s) => s.settlement === dropped)!.id
    const tours = plan.tours
      .map((t) => ({ ...t, visits: t.visits.filter((v) => v.stop !== stop) }))
      .filter((t) => t.visits.length > 0)
    const less = coverage({ ...plan, tours })
    expect(less.shares[0]).toMatchObject({ met: 4, share: 0.8 })
    expect(less.rows.filter((r) => !r.met)).toMatchObject([
      { village: `v${dropped[1]}`, visits: 0, wanted: 3 },
    ])
    const checked = checkPlan({ ...problem, plan: { ...plan, tours } })
    expect(checked.verdict).toBe('broken')
    expect(checked.findings).toContainEqual(
      expect.objectContaining({
        code: 'floor-missed-undeclared',
        facts: expect.objectContaining({ settlement: dropped, have: 0 }),
      }),
    )
  })

  it('sees that one village has a visit too few (A59)', () => {
    const [first, ...rest] = plan.tours
    const { stop } = first!.visits[0]!
    const visits = plan.tours.flatMap((t) => t.visits).filter((v) => v.stop === stop).length
    const tours = [{ ...first!, visits: first!.visits.slice(1) }, ...rest]
    const drop = visits - 1 - 3
    const less = coverage({ ...plan, tours })
    expect(less.shares[0]!.met).toBe(drop >= 0 ? 5 : 4)
    expect(drop).toBeLessThanOrEqual(0)
  })
})
