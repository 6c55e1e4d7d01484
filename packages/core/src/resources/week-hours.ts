import { z } from 'zod'
import { Weekday } from '../kernel/calendar.ts'

const Minute = z.number().int().min(0).max(1440)

/** Hours of one weekday, in minutes after midnight; `to` is when they end. */
export const DayHours = z
  .strictObject({ weekday: Weekday, from: Minute, to: Minute })
  .refine(({ from, to }) => from < to, 'hours end after they begin')
export type DayHours = z.infer<typeof DayHours>

/** When something is to be had in a week. A weekday may stand several times: mornings, afternoons. */
export const WeekHours = z.array(DayHours).max(28)
export type WeekHours = z.infer<typeof WeekHours>

/** Whether one stretch of the weekday's hours covers all of it. */
export const coversHours = (hours: WeekHours, asked: DayHours): boolean =>
  hours.some(
    ({ weekday, from, to }) => weekday === asked.weekday && from <= asked.from && asked.to <= to,
  )

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** As one line that `readWeekHours` reads again: `1 08:00-12:00, 2 08:00-12:00`. Monday is 1. */
export const weekHoursText = (hours: WeekHours): string =>
  hours.map(({ weekday, from, to }) => `${weekday} ${clock(from)}-${clock(to)}`).join(', ')

const part = /^([1-7])(?:-([1-7]))?\s+(\d{1,2}):(\d{2})\s*[-–—~]\s*(\d{1,2}):(\d{2})$/

/** Reads `1-5 08:00-17:00, 6 9:00-12:00`, weekdays from Monday 1; null where it cannot be read. Nothing is no hours. */
export function readWeekHours(text: string): WeekHours | null {
  const parts = text
    .split(/[,，;；]/)
    .map((one) => one.trim().replaceAll('：', ':'))
    .filter((one) => one !== '')
  const hours: unknown[] = []
  for (const one of parts) {
    const found = part.exec(one)
    if (!found) return null
    const [, first, last = first, h1, m1, h2, m2] = found
    for (let weekday = Number(first); weekday <= Number(last); weekday++)
      hours.push({
        weekday,
        from: Number(h1) * 60 + Number(m1),
        to: Number(h2) * 60 + Number(m2),
      })
  }
  const read = WeekHours.safeParse(hours)
  return read.success ? read.data : null
}
