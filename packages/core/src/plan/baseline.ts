import { z } from 'zod'
import { PlainDate, Weekday } from '../kernel/calendar.ts'

/** When a vehicle comes: on listed dates, or by a rule within the horizon. */
export const VisitRule = z.discriminatedUnion('by', [
  z.object({ by: z.literal('dates'), dates: z.array(PlainDate).min(1) }),
  z.object({
    by: z.literal('weekday'),
    weekday: Weekday,
    everyWeeks: z.number().int().positive().default(1),
  }),
  z.object({ by: z.literal('monthDay'), day: z.number().int().min(1).max(31) }),
])
export type VisitRule = z.infer<typeof VisitRule>

/** How things are today: what every plan is measured, costed and compared against. */
export const Baseline = z.object({
  /** Who works where, on which weekday, how long. `place` is a facility or vehicle id. */
  rotas: z
    .array(
      z.object({
        staff: z.string(),
        place: z.string(),
        weekday: Weekday,
        hours: z.number().positive(),
      }),
    )
    .default([]),
  /** The vans' present timetable. */
  timetable: z
    .array(
      z.object({
        vehicle: z.string(),
        settlement: z.string(),
        rule: VisitRule,
        services: z.array(z.string()).default([]),
        minutes: z.number().positive(),
      }),
    )
    .default([]),
  spending: z
    .array(
      z.object({
        fund: z.string(),
        service: z.string(),
        year: z.number().int(),
        amountFen: z.number().int().min(0),
      }),
    )
    .default([]),
})
export type Baseline = z.infer<typeof Baseline>
