import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Tour } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatMinutes, formatNumber } from '@kuashan/core/words/format.ts'
import type { Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'
import { datesByMonth } from './timetable-villages.ts'

interface Line {
  vehicle: string
  stops: string
  metres: number
  drive: number
  shift: number
  personTimes: number
  depart: number
  finish: number
  dates: PlainDate[]
}

/** Days with the same stops in the same order are one line with many dates. */
function lines(context: Context): Line[] {
  const { plan, names } = context
  const stopOf = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const found = new Map<string, { tours: Tour[] }>()
  for (const tour of plan.tours) {
    const key = `${tour.vehicle}|${tour.visits.map((v) => v.stop).join('>')}`
    const entry = found.get(key) ?? { tours: [] }
    entry.tours.push(tour)
    found.set(key, entry)
  }
  return [...found.values()]
    .map(({ tours }) => {
      const first = tours[0] as Tour
      return {
        vehicle: names.vehicle(first.vehicle),
        stops: first.visits
          .map(
            (v) =>
              `${names.settlement(stopOf.get(v.stop) ?? v.stop)} ${formatClock(v.arrive)}–${formatClock(v.leave)}`,
          )
          .join(' → '),
        metres: first.metres,
        drive: first.driveSeconds,
        shift: Math.max(...tours.map((t) => t.finish - t.depart)),
        personTimes: first.visits.reduce((n, v) => n + v.personTimes, 0),
        depart: first.depart,
        finish: first.finish,
        dates: tours.map((t) => t.date).sort(),
      }
    })
    .sort(
      (a, b) =>
        a.vehicle.localeCompare(b.vehicle, 'zh') ||
        (a.dates[0] as string).localeCompare(b.dates[0] as string),
    )
}

/** Each vehicle's days out. */
export function timetableCrews(context: Context): Markup {
  const { language } = context
  const body = table<Line>(
    context,
    [
      { head: { zh: '线路', en: 'Tour' }, cell: (l) => l.stops },
      {
        head: { zh: '出发–收车', en: 'Out–back' },
        cell: (l) => `${formatClock(l.depart)}–${formatClock(l.finish)}`,
      },
      {
        head: { zh: '公里', en: 'km' },
        cell: (l) => formatNumber(l.metres / 1000, 1),
        numeric: true,
      },
      {
        head: { zh: '行车', en: 'Driving' },
        cell: (l) => formatMinutes(l.drive, language),
        numeric: true,
      },
      {
        head: { zh: '人次', en: 'Person-times' },
        cell: (l) => formatNumber(l.personTimes, 1),
        numeric: true,
      },
      { head: { zh: '趟数', en: 'Trips' }, cell: (l) => l.dates.length, numeric: true },
      {
        head: { zh: '日期', en: 'Dates' },
        cell: (l) => datesByMonth(context, l.dates),
      },
    ],
    lines(context),
    (l) => l.vehicle,
  )
  return section(
    context,
    'timetable-crews',
    { zh: '各车组时间表', en: 'Timetable by crew' },
    body,
    {
      zh: '一行是一条线路；公里、行车与人次为首趟数值，人次是预计值。',
      en: 'One line is one tour; kilometres, driving and person-times are those of its first trip, person-times are expected.',
    },
  )
}
