import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { compileProblem } from '../ruled/compile.ts'
import type { ChangePart, RuleCount } from './answer.ts'
import { fits } from './fits.ts'
import { applyChange, displacedBy } from './probes/probes.ts'
import { provenRefusals } from './proven-refusals.ts'
import { type Question, unitOf, without } from './question.ts'
import { type Effort, resolve } from './re-solve.ts'

/** Re-solves of one question. */
export interface Trials {
  /** Routes of the changed instance that serve everyone asked for; null where none were found or the time is over. */
  ask: (parts: readonly ChangePart[], thorough?: boolean) => RoutingSolution | null
  /** Whether routes keep the rules of the changed instance. */
  holds: (parts: readonly ChangePart[], solution: RoutingSolution) => boolean
  /** Rules that are proved to refuse the customer in the instance as asked; null where that isn't proved. */
  proof: readonly RuleCount[] | null
  tried: () => number
  stopped: () => boolean
}

export function makeTrials(question: Question, effort: Effort, stop: () => boolean): Trials {
  const { instance, customers, served, solution } = question
  let tried = 0
  let stopped = false
  const refused = (asked: RoutingInstance) => {
    const problem = compileProblem(asked)
    return provenRefusals(problem, unitOf(problem, customers[0]!))
  }
  const proof = refused(instance)
  const changed = (parts: readonly ChangePart[]): RoutingInstance =>
    applyChange(instance, customers, parts)
  const wanted = (parts: readonly ChangePart[]) => {
    const out = new Set(displacedBy(parts))
    return new Set([...served].filter((id) => !out.has(id)))
  }
  return {
    ask: (parts, thorough = false) => {
      stopped ||= stop()
      if (stopped) return null
      tried += 1
      const from = without(solution, displacedBy(parts))
      const [loosened, must] = [changed(parts), wanted(parts)]
      // What is proved needs no search.
      if (proof !== null && refused(loosened) !== null) return null
      const found = resolve(loosened, must, customers[0]!, from, effort, thorough)
      return found !== null && fits(loosened, must, found) ? found : null
    },
    holds: (parts, routes) => fits(changed(parts), wanted(parts), routes),
    proof,
    tried: () => tried,
    stopped: () => stopped,
  }
}
