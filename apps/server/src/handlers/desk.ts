import type { Queue } from '@kuashan/store/jobs/queue.ts'
import type { CountyShelf } from '../county/county-shelf.ts'
import type { MapShelf } from '../county/map-shelf.ts'
import type { Provider } from '../sign-in/provider.ts'
import type { EditDesk } from '../threads/edit-desk.ts'

/** What handlers share besides the call itself. */
export interface Desk {
  shelf: CountyShelf
  queue: Queue
  maps: MapShelf
  edits: EditDesk
  now: () => number
  /** Null where people sign in with passwords only. */
  provider: Provider | null
}
