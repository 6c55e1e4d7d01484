import type { RoutingSolution } from '../../../plan/routing.ts'
import type { ChangeKind } from '../../../words/why-not/change-words.ts'
import type { ChangePart, Part } from './answer.ts'
import { applyChange, probeOf } from './probes/probes.ts'
import type { Question } from './question.ts'
import { judge } from './re-solve.ts'
import type { Trials } from './trials.ts'

/** Loosenings made together, with routes that prove that they suffice. */
export interface Proven {
  parts: readonly ChangePart[]
  proof: RoutingSolution
}

const mostSingles = 8

/** The least of each loosening, one after the other, that the search still finds routes for. */
export const smallest = (question: Question, trials: Trials, wide: Proven): Proven =>
  wide.parts.reduce((proven: Proven, _, k) => {
    const narrowed = narrow(question, trials, proven, k)
    return leastAmount(question, trials, single(question, trials, narrowed, k), k)
  }, wide)

const withPart = (parts: readonly ChangePart[], k: number, part: Part<ChangeKind>): ChangePart[] =>
  parts.with(k, part as ChangePart)

/** Keeps of a loosening what its proof uses. */
function narrow(question: Question, trials: Trials, { parts, proof }: Proven, k: number): Proven {
  const part: Part<ChangeKind> = parts[k]!
  const narrowed = probeOf(part).narrow?.(question, part, proof)
  if (narrowed === undefined) return { parts, proof }
  const fewer = withPart(parts, k, narrowed)
  return trials.holds(fewer, proof) ? { parts: fewer, proof } : { parts, proof }
}

/** A single thing where one suffices: the one with the cheapest proof. */
function single(question: Question, trials: Trials, proven: Proven, k: number): Proven {
  const part: Part<ChangeKind> = proven.parts[k]!
  const singles = probeOf(part).singles?.(part) ?? []
  if (singles.length < 2) return proven
  const found = singles.slice(0, mostSingles).flatMap((one) => {
    const parts = withPart(proven.parts, k, one)
    const proof = trials.ask(parts)
    if (proof === null) return []
    const changed = applyChange(question.original, question.customers, parts)
    return [{ parts, proof, cost: judge(changed, proof).cost }]
  })
  const [best] = found.sort((a, b) => a.cost - b.cost)
  return best ? { parts: best.parts, proof: best.proof } : proven
}

/**
 * The least amount: a step less is refused by the same search. A proof is first held against smaller amounts, which takes no
 * search; then a step less is tried, then halves.
 */
function leastAmount(question: Question, trials: Trials, proven: Proven, k: number): Proven {
  const part: Part<ChangeKind> = proven.parts[k]!
  const step = probeOf(part).step?.(question.original)
  if (step === undefined || part.amount === undefined) return proven
  const at = (steps: number) =>
    withPart(proven.parts, k, { ...part, amount: Math.round(steps * step * 1e6) / 1e6 })
  const leastFor = (low: number, high: number, proof: RoutingSolution): number => {
    let [fails, holds] = [low, high]
    while (holds - fails > 1) {
      const middle = Math.floor((fails + holds) / 2)
      if (trials.holds(at(middle), proof)) holds = middle
      else fails = middle
    }
    return holds
  }
  let { proof } = proven
  let low = 0
  let high = leastFor(0, Math.max(1, Math.ceil(part.amount / step - 1e-9)), proof)
  let stepLess = true
  while (high - low > 1) {
    const steps = stepLess ? high - 1 : Math.floor((low + high) / 2)
    stepLess = !stepLess
    const found = trials.ask(at(steps))
    if (trials.stopped()) break
    if (found === null) low = steps
    else {
      proof = found
      high = leastFor(low, steps, found)
    }
  }
  return { parts: at(high), proof }
}
