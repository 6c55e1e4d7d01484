import { z } from 'zod'
import { Weekday } from '../kernel/calendar.ts'
import { clockText } from '../kernel/clock.ts'
import { type CellResult, readClock, readWeekday } from '../territory/import/cell.ts'

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

/** Weekdays one after another that have the same hours. */
export interface DayRun {
  first: Weekday
  last: Weekday
  /** `08:00-12:00`. */
  text: string
}

/** Hours of a week with days that have the same hours together. */
export function dayRuns(hours: WeekHours): DayRun[] {
  const runs: DayRun[] = []
  for (const { weekday, from, to } of hours) {
    const text = `${clockText(from * 60)}-${clockText(to * 60)}`
    const run = runs.find((one) => one.text === text && one.last === weekday - 1)
    if (run) run.last = weekday
    else runs.push({ first: weekday, last: weekday, text })
  }
  return runs
}

/** As one line that `readWeekHours` reads again: `1-5 08:00-12:00, 6 09:00-11:00`. Monday is 1. */
export const weekHoursText = (hours: WeekHours): string =>
  dayRuns(hours)
    .map(({ first, last, text }) => `${first === last ? first : `${first}-${last}`} ${text}`)
    .join(', ')

const valueRead = <T>(read: CellResult<T>): T | null => ('value' in read ? read.value : null)

const part = /^(\S+?)(?:-(\S+?))?\s+(\S+?)\s*[-–—~]\s*(\S+)$/

/** Reads `1-5 08:00-17:00, 6 9:00-12:00`, weekdays from Monday 1; null where it cannot be read. Nothing is no hours. */
export function readWeekHours(text: string): WeekHours | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const hours: unknown[] = []
  for (const one of parts) {
    const [, first = '', last = first, opens = '', closes = ''] = part.exec(one) ?? []
    const [begins, ends] = [valueRead(readWeekday(first)), valueRead(readWeekday(last))]
    const [from, to] = [valueRead(readClock(opens)), valueRead(readClock(closes))]
    if (begins === null || ends === null || begins > ends || from === null || to === null)
      return null
    for (let weekday: number = begins; weekday <= ends; weekday++)
      hours.push({ weekday, from: from / 60, to: to / 60 })
  }
  const read = WeekHours.safeParse(hours)
  return read.success ? read.data : null
}
