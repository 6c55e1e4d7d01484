import { setPriority } from 'node:os'
import { type CountyShelf, countyShelf } from '../county/county-shelf.ts'
import { type TravelShelf, travelShelf } from '../county/travel-shelf.ts'

/** What a thread of the server is told when it begins: where the store is, and how much it may take. */
export interface ThreadData {
  folder: string
  adminUrl: string
  /** Where revisions are laid out. */
  cache: string
  /** Threads for one piece of work. */
  workers: number
}

/** What is worked on: counties and their travel, kept open from one piece of work to the next. */
export interface WorkPlace {
  shelf: CountyShelf
  travel: TravelShelf
  workers: number
  now: () => number
}

export const workPlace = ({ cache, workers }: ThreadData): WorkPlace => ({
  shelf: countyShelf(cache),
  travel: travelShelf(),
  workers,
  now: Date.now,
})

/** Lets those who answer people go first: Linux alone gives a thread a priority of its own. */
export function giveWay(nice: number): void {
  if (process.platform === 'linux') setPriority(nice)
}
