import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { compileProblem } from '../ruled/compile.ts'
import { stateFrom } from '../ruled/read-solution.ts'
import type { RuleName } from '../rules/rule.ts'
import { refusalsOf } from './refusals.ts'

/**
 * For each customer that routes leave out, the rules that refuse it a place, the most frequent first: the trace of the
 * evaluation. `none` where every vehicle-day has room for it.
 */
export function reasonsUnserved(
  instance: RoutingInstance,
  solution: RoutingSolution,
): ReadonlyMap<number, readonly RuleName[]> {
  if (solution.unserved.length === 0) return new Map()
  const problem = compileProblem(instance)
  const state = stateFrom(problem, solution)
  const unitOf = new Map(instance.customers.map((c, k) => [c.id, problem.unitOf[k]!]))
  const byUnit = new Map<number, readonly RuleName[]>()
  const reasonsOf = (unit: number): readonly RuleName[] => {
    const known = byUnit.get(unit)
    if (known) return known
    const rules = refusalsOf(state, unit).rules.map(({ rule }) => rule)
    const reasons = rules.length > 0 ? rules : (['none'] as const)
    byUnit.set(unit, reasons)
    return reasons
  }
  return new Map(solution.unserved.map((id) => [id, reasonsOf(unitOf.get(id)!)]))
}
