import { datesIn, isWithin, type PlainDate, weekday } from '../kernel/calendar.ts'
import type { VisitRule } from './baseline.ts'
import { type CalendarSettings, daysOff, workdaysOf } from './workdays.ts'

/**
 * Dates on which a rule of today's timetable brings the vehicle, within the horizon, ascending.
 *
 * Listed dates stand as they are written. A rule by month day gives working days only: a date that falls
 * on a day off is lost, not moved, as nobody wrote down that it would be. A rule by weekday holds on that
 * weekday even if it is no office day (a Sunday van runs on Sundays), holidays apart; every n weeks is
 * counted from the first such weekday of the horizon, whether or not it was a holiday.
 */
export function visitDates(
  rule: VisitRule,
  settings: CalendarSettings,
  workdays: ReadonlySet<PlainDate> = new Set(workdaysOf(settings)),
): PlainDate[] {
  const { horizon } = settings
  if (rule.by === 'dates') {
    return [...new Set(rule.dates)].filter((date) => isWithin(date, horizon)).sort()
  }
  if (rule.by === 'monthDay') {
    return datesIn(horizon).filter(
      (date) => Number(date.slice(8)) === rule.day && workdays.has(date),
    )
  }
  const { holidays } = daysOff(settings)
  return datesIn(horizon)
    .filter((date) => weekday(date) === rule.weekday)
    .filter((date, k) => k % rule.everyWeeks === 0 && !holidays.has(date))
}
