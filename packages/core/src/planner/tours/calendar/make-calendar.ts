import type { Ground } from '../ground.ts'
import type { Template } from '../templates/template.ts'
import { type Board, makeBoard } from './board.ts'
import { improveCalendar } from './improve-calendar.ts'
import { byRank, makeJobs } from './make-jobs.ts'
import { placeJobs } from './place-jobs.ts'

/** Dates and vehicles for the outings of all templates. */
export function makeCalendar(ground: Ground, templates: readonly Template[]): Board {
  const ranked = byRank(ground, templates)
  const { variants, jobs } = makeJobs(ground, ranked)
  const board = makeBoard(ground, variants, jobs, ranked.length)
  placeJobs(board)
  improveCalendar(board)
  return board
}
