import type { CountyShelf } from '../county/county-shelf.ts'

/** What handlers share besides the call itself. */
export interface Desk {
  shelf: CountyShelf
  now: () => number
}
