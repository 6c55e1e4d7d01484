import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { EqualCoverage } from '@kuashan/core/plan/equal-coverage.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { equalCoverage } from '@kuashan/core/planner/compare/equal-coverage.ts'
import { solveTours } from '@kuashan/core/planner/tours/solve-tours.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash } from '../data-hash.ts'
import { milpSolver } from '../milp/solve-milp.ts'
import { stopRule } from './plan-budget.ts'

/** A plan beside today, all-fixed and all-mobile at equal coverage, each planned with the iterations that the plan took. */
export async function compareEqualCoverage(
  input: CountyInput,
  travel: YearTravel,
  plan: Plan,
  signal: AbortSignal,
): Promise<EqualCoverage> {
  const { county, catalogue } = input
  const { seed, workers, iterations } = plan.made
  return equalCoverage({ county, catalogue, travel, dataHash: dataHash(input) }, plan, {
    mode: 'least-cost',
    seed,
    workers,
    iterations,
    stop: stopRule({ iterations }, signal),
    milp: milpSolver(signal),
    solveTours,
  })
}
