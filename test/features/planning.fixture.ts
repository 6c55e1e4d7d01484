import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { LinePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { makePlan } from '@kuashan/core/planner/make-plan.ts'
import type { PlanOptions } from '@kuashan/core/planner/plan-options.ts'
import { solveTours } from '@kuashan/core/planner/tours/solve-tours.ts'
import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'

/** The real planner with HiGHS and the tour engine, stopped after so many iterations. */
export async function planned(
  problem: LinePlan,
  iterations = 300,
  more: Partial<PlanOptions> = {},
): Promise<Plan> {
  const { plan } = await makePlan(
    { ...problem, dataHash: 'test' },
    {
      mode: 'least-cost',
      seed: 1,
      iterations,
      workers: 1,
      stop: (k) => k >= iterations,
      milp: solveMilpHere,
      solveTours,
      ...more,
    },
  )
  return plan
}

export const costToCompare = (plan: Plan): number =>
  plan.levels.find((l) => l.level === 'cost')!.value

export const peopleMissed = (plan: Plan): number =>
  plan.levels.find((l) => l.level === 'floorsMissed')!.value

export const van = {
  id: 'van',
  depot: 'F-centre',
  costPerDayFen: 30_000,
  costPerKmFen: 200,
}

export const centre = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
