import { dayNumber, type PlainDate } from '../../kernel/calendar.ts'

/** A stretch between two visits, counted round the horizon's end to its start; the whole horizon where there is none. */
export interface Stretch {
  /** Days after its begin, which is a visit or the first day. */
  days: number
  from: number
}

/** The longest stretch without a visit; the first of equals. */
export function widestStretch(
  visited: readonly PlainDate[],
  horizon: { from: PlainDate; to: PlainDate },
): Stretch {
  const length = dayNumber(horizon.to) - dayNumber(horizon.from) + 1
  const days = [...visited].map(dayNumber).sort((a, b) => a - b)
  if (days.length === 0) return { from: dayNumber(horizon.from), days: length }
  const stretches = days.map((from, k) => ({
    from,
    days: (k + 1 < days.length ? days[k + 1]! : days[0]! + length) - from,
  }))
  return stretches.reduce((best, s) => (s.days > best.days ? s : best))
}

/** Workdays in a stretch that have no visit, those nearest to its middle first. */
export function datesNearMiddle(
  stretch: Stretch,
  workdays: readonly PlainDate[],
  horizon: { from: PlainDate; to: PlainDate },
): PlainDate[] {
  const first = dayNumber(horizon.from)
  const length = dayNumber(horizon.to) - first + 1
  const middle = stretch.from + stretch.days / 2
  return workdays
    .map((date) => {
      const day = dayNumber(date)
      // The last stretch goes on at the beginning of the horizon.
      return { date, day: day > stretch.from ? day : day + length }
    })
    .filter(({ day }) => day > stretch.from && day < stretch.from + stretch.days)
    .sort((a, b) => Math.abs(a.day - middle) - Math.abs(b.day - middle) || a.day - b.day)
    .map(({ date }) => date)
}
