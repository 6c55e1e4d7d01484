import { z } from 'zod'
import { PlainDate } from './calendar.ts'

/** Where a value came from. `assumed` values are marked as such wherever they are shown. */
export const Provenance = z.object({
  file: z.string().optional(),
  row: z.number().int().optional(),
  date: PlainDate.optional(),
  method: z.enum(['imported', 'entered', 'derived', 'assumed', 'generated']),
  note: z.string().optional(),
})
export type Provenance = z.infer<typeof Provenance>
