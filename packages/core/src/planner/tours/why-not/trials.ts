import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import type { ChangePart } from './answer.ts'
import { fits } from './fits.ts'
import { applyChange, displacedBy } from './probes/probes.ts'
import { type Question, without } from './question.ts'
import { type Effort, resolve } from './re-solve.ts'

/** Re-solves of one question. */
export interface Trials {
  /** Routes of the changed instance that serve everyone asked for; null where none were found or the time is over. */
  ask: (parts: readonly ChangePart[], thorough?: boolean) => RoutingSolution | null
  /** Whether routes keep the rules of the changed instance. */
  holds: (parts: readonly ChangePart[], solution: RoutingSolution) => boolean
  tried: () => number
  stopped: () => boolean
}

export function makeTrials(question: Question, effort: Effort, stop: () => boolean): Trials {
  const { instance, customers, served, solution } = question
  let tried = 0
  let stopped = false
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
      const found = resolve(loosened, must, customers[0]!, from, effort, thorough)
      return found !== null && fits(loosened, must, found) ? found : null
    },
    holds: (parts, routes) => fits(changed(parts), wanted(parts), routes),
    tried: () => tried,
    stopped: () => stopped,
  }
}
