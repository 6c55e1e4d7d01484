import { z } from 'zod'
import { Weekday } from '../kernel/calendar.ts'

/** A bus line for residents' own trips (A10). Minutes after midnight at each stop. */
export const BusLine = z.object({
  id: z.string(),
  stops: z.array(z.object({ place: z.string(), minute: z.number().min(0) })).min(2),
  days: z.array(Weekday).default([1, 2, 3, 4, 5, 6, 7]),
  fareFen: z.number().int().min(0).default(0),
})
export type BusLine = z.infer<typeof BusLine>
