import { z } from 'zod'
import { PlainDate } from '../../kernel/calendar.ts'
import { County } from '../county.ts'

/** What an import leaves in `.kuashan/county.json`: the county as the sources say, from which files, and how much of it. */
export const ImportedState = z.object({
  format: z.literal(1),
  /** The day of the import. */
  imported: PlainDate,
  sources: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
  summary: z.record(z.string(), z.number()),
  /** As the sources say; people's edits stand in `edits.json` and go on top. */
  source: County,
})
export type ImportedState = z.infer<typeof ImportedState>
