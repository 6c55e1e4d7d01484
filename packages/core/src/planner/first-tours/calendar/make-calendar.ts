import type { Ground } from '../ground.ts'
import type { Template } from '../templates/template.ts'
import { type Board, makeBoard } from './board.ts'
import { improveCalendar } from './improve-calendar.ts'
import { byRank, makeJobs } from './make-jobs.ts'
import { placeJobs } from './place-jobs.ts'

/**
 * A stop that misses visits misses its floor anyhow: it wants what it has as even as can be, but no
 * longer takes days from stops that can still keep their longest gap.
 */
function relaxIncomplete(board: Board): void {
  board.visitDays.forEach((days, stop) => {
    const { horizonDays, visits, maxGapDays } = board.spacing[stop]!
    if (days.length === 0 || days.length >= visits) return
    const even = horizonDays / days.length
    board.spacing[stop] = {
      horizonDays,
      visits: days.length,
      maxGapDays: Math.max(maxGapDays, Math.ceil(1.5 * even)),
    }
  })
}

/** Dates and vehicles for the outings of all templates. */
export function makeCalendar(ground: Ground, templates: readonly Template[]): Board {
  const ranked = byRank(ground, templates)
  const { variants, jobs } = makeJobs(ground, ranked)
  const board = makeBoard(ground, variants, jobs, ranked.length)
  placeJobs(board)
  relaxIncomplete(board)
  improveCalendar(board)
  return board
}
