import type { Queue } from '@kuashan/store/jobs/queue.ts'
import type { CountyShelf } from '../county/county-shelf.ts'
import type { MapShelf } from '../county/map-shelf.ts'
import type { TravelShelf } from '../county/travel-shelf.ts'
import type { Provider } from '../sign-in/provider.ts'

/** What handlers and workers share besides the call itself. */
export interface Desk {
  shelf: CountyShelf
  travel: TravelShelf
  queue: Queue
  maps: MapShelf
  /** Threads for one piece of work. */
  workers: number
  now: () => number
  /** Null where people sign in with passwords only. */
  provider: Provider | null
}
