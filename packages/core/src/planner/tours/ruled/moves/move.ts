import type { Random } from '../../../../kernel/random.ts'
import type { Journal } from '../journal.ts'
import type { RuledState } from '../state.ts'

/** What a move works on: the state, the journal of this turn, chance, and the units that wait to be put (back) in. */
export interface Turn {
  state: RuledState
  journal: Journal
  random: Random
  pool: number[]
}

/** One kind of ruin: takes visits out, or changes where days begin and end; what it takes out waits in the pool. */
export interface Move {
  name: string
  /** How often it is drawn, against the others. */
  weight: number
  /** Whether the instance has what the move changes. */
  applies: (state: RuledState) => boolean
  ruin: (turn: Turn) => void
}
