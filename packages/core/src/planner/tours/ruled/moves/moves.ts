import { daySwap } from './day-swap.ts'
import type { Move } from './move.ts'
import { nights } from './nights.ts'
import { reorder } from './reorder.ts'
import { strings } from './strings.ts'
import { weeks } from './weeks.ts'
import { wholeDays } from './whole-days.ts'

/** Every kind of ruin there is. Changes of pattern, vehicle and depot come with putting units back in. */
export const moves: readonly Move[] = [strings, weeks, wholeDays, daySwap, reorder, nights]
