import type { FindingCode } from '../../kernel/finding.ts'
import type { ChangeKind, ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'

/** Why a change cannot be applied, or what follows from it; becomes a finding with the change's place in the list. */
export interface Fault {
  code: FindingCode
  facts?: Readonly<Record<string, string | number>>
}

/**
 * What a change says of one thing. Two changes of one `key` contradict each other when their `side` differs, and say
 * the same when side and `exact` do; without `exact` saying it twice means twice as much.
 */
export interface Mark {
  key: string
  side: string
  exact?: string
}

/** What applying needs to know besides the county. */
export interface ApplyAt {
  /** The year whose population is taken; undefined where the population is today's. */
  year?: number | undefined
}

/** All that is known of one kind of change. References are ids or names that only one row has. */
export interface ChangeRule<K extends ChangeKind> {
  /** Whether it can be done in this county, and what to mind. Errors forbid `apply`. */
  resolve(change: ChangeOf<K>, input: CountyInput): Fault[]
  /** The county after it; the one before is left as it was. */
  apply(change: ChangeOf<K>, input: CountyInput, at: ApplyAt): CountyInput
  marks(change: ChangeOf<K>, input: CountyInput): Mark[]
}
