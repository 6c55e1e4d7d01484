import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { datesIn, type PlainDate, weekday } from '../kernel/calendar.ts'
import type { CountySettings } from './county.ts'

/** What the calendar needs to know of a county. */
export type CalendarSettings = Pick<
  CountySettings,
  'horizon' | 'workdays' | 'holidays' | 'makeUpWorkdays'
>

/** Days off and make-up workdays of one county. */
export interface DaysOff {
  holidays: ReadonlySet<string>
  makeUpWorkdays: ReadonlySet<string>
}

/**
 * Days off and make-up workdays: those the county lists; where it lists no holidays, those announced
 * each year by the State Council, as the `chinese-days` package carries them. They are never computed:
 * which days are swapped is decided anew every year.
 */
export function daysOff(settings: CalendarSettings): DaysOff {
  const own = settings.holidays.length > 0
  return {
    holidays: new Set(own ? settings.holidays : Object.keys(announced.holidays)),
    makeUpWorkdays: new Set([
      ...settings.makeUpWorkdays,
      ...(own ? [] : Object.keys(announced.workdays)),
    ]),
  }
}

/** Working days of the horizon, ascending: the county's weekdays, less holidays, and make-up workdays. */
export function workdaysOf(settings: CalendarSettings): PlainDate[] {
  const off = daysOff(settings)
  return datesIn(settings.horizon).filter(
    (date) =>
      off.makeUpWorkdays.has(date) ||
      (settings.workdays.includes(weekday(date)) && !off.holidays.has(date)),
  )
}

/** Years of the horizon for which no holidays are known, so that plain weekdays were counted. */
export function yearsWithoutHolidays(settings: CalendarSettings): number[] {
  const known = new Set([...daysOff(settings).holidays].map((date) => date.slice(0, 4)))
  const first = Number(settings.horizon.from.slice(0, 4))
  const last = Number(settings.horizon.to.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, k) => first + k).filter(
    (year) => !known.has(String(year)),
  )
}
