import { changeGroup } from './change-group.ts'
import { merge } from './merge.ts'
import type { Move } from './move.ts'
import { relocate } from './relocate.ts'
import { split } from './split.ts'
import { swap } from './swap.ts'
import { twoOpt } from './two-opt.ts'
import { twoOptStar } from './two-opt-star.ts'

/** In the order in which they are tried: the ones that save whole vehicle-days first. */
export const moves: readonly Move[] = [
  merge,
  relocate,
  changeGroup,
  twoOpt,
  swap,
  twoOptStar,
  split,
]
