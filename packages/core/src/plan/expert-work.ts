import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'

/** A visit at which a specialist is one of the crew. */
export const ExpertDay = z.object({
  date: PlainDate,
  visit: z.string(),
  stop: z.string(),
  staff: z.string(),
  skill: z.string(),
  services: z.array(z.string()),
  /** People × services due for it at the stop. */
  due: z.number(),
})
export type ExpertDay = z.infer<typeof ExpertDay>

/** A stop without an expert day: the crew takes images at its visits, a specialist reads them later where they work. */
export const LaterReading = z.object({
  stop: z.string(),
  skill: z.string(),
  services: z.array(z.string()),
  reader: z.string(),
  due: z.number(),
})

/** What specialists do under a plan: expert days in turn, and images read later. */
export const ExpertWork = z.object({
  days: z.array(ExpertDay),
  readings: z.array(LaterReading),
})
export type ExpertWork = z.infer<typeof ExpertWork>

/** Where the county says nothing: people due above which a stop gets an expert, and days a month that one goes out. */
export const assumedOfExperts = { expertDayThreshold: 20, expertDaysMonth: 4 } as const
