import type { RoutingInstance, RoutingSolution } from '../../../../plan/routing.ts'
import type { ChangeKind } from '../../../../words/why-not/change-words.ts'
import type { RuleName } from '../../rules/rule.ts'
import type { Part } from '../answer.ts'
import type { Question } from '../question.ts'

/** One kind of loosening: a file each. */
export interface Probe<K extends ChangeKind> {
  kind: K
  /** Rules whose refusals it can answer: where two are tried together, those that answer what refuses most come first. */
  answers: readonly RuleName[]
  /** The widest loosenings of this kind, likeliest first; none where it would change nothing. */
  widest: (question: Question) => readonly Part<K>[]
  /** The instance with the loosening made; `customers` are those it is made for. */
  apply: (instance: RoutingInstance, customers: readonly number[], part: Part<K>) => RoutingInstance
  /** The step of `amount`; absent where there is none. */
  step?: (instance: RoutingInstance) => number
  /** As much of it as a proof uses. */
  narrow?: (question: Question, part: Part<K>, proof: RoutingSolution) => Part<K>
  /** Smaller loosenings within one, each of a single thing. */
  singles?: (part: Part<K>) => readonly Part<K>[]
}
