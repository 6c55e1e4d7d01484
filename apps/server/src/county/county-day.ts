import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'

/** China has one clock, eight hours before UTC. */
const offsetHours = 8

/** The day an instant falls on, by the clock of the county. */
export const dayOf = (milliseconds: number): PlainDate =>
  new Date(milliseconds + offsetHours * 3_600_000).toISOString().slice(0, 10) as PlainDate

/** First and last instant of a day by the clock of the county. */
export const instantsOf = (day: string): { first: string; last: string } => ({
  first: `${day}T00:00:00.000+08:00`,
  last: `${day}T23:59:59.999+08:00`,
})
