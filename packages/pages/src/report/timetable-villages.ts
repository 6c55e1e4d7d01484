import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Tour, Visit } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

interface Row {
  township: string
  stop: string
  vehicles: readonly string[]
  services: readonly string[]
  people: number
  from: number
  until: number
  dates: readonly PlainDate[]
}

function rows(context: Context): Row[] {
  const { plan, names, input } = context
  const visits = new Map<string, { tour: Tour; visit: Visit }[]>()
  for (const tour of plan.tours)
    for (const visit of tour.visits)
      visits.set(visit.stop, [...(visits.get(visit.stop) ?? []), { tour, visit }])
  const settlements = new Map(input.county.settlements.map((s) => [s.id, s]))
  return plan.stops
    .filter((stop) => visits.has(stop.id))
    .map((stop) => {
      const here = visits.get(stop.id) ?? []
      const place = settlements.get(stop.settlement)
      return {
        township: place?.division ? names.township(place.division) : '',
        stop: names.settlementInVillage(stop.settlement),
        vehicles: [...new Set(here.map(({ tour }) => names.vehicle(tour.vehicle)))],
        services: [...new Set(here.flatMap(({ visit }) => visit.services))].map(names.service),
        people: stop.serves.reduce(
          (n, s) => n + (settlements.get(s.settlement)?.permanent.total ?? 0),
          0,
        ),
        from: Math.min(...here.map(({ visit }) => visit.arrive)),
        until: Math.max(...here.map(({ visit }) => visit.leave)),
        dates: [...new Set(here.map(({ tour }) => tour.date))].sort(),
      }
    })
    .sort(
      (a, b) => a.township.localeCompare(b.township, 'zh') || a.stop.localeCompare(b.stop, 'zh'),
    )
}

/** Dates as months with day numbers: short enough for a year on paper. */
export function datesByMonth(
  context: Pick<Context, 'language'>,
  dates: readonly PlainDate[],
): string {
  const months = new Map<string, string[]>()
  for (const date of dates) {
    const month = date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), String(Number(date.slice(8)))])
  }
  return [...months]
    .map(([month, days]) => {
      const first = `${month}-01` as PlainDate
      const name =
        context.language === 'zh'
          ? `${Number(month.slice(5))}月`
          : formatDay(first, 'en').replace(/^\d+ /, '')
      return `${name} ${days.join('·')}`
    })
    .join('  ')
}

function weekdaysOf(context: Context, dates: readonly PlainDate[]): string {
  const names = new Map<string, number>()
  for (const date of dates) {
    const name = formatWeekday(date, context.language)
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const [first] = [...names].sort((a, b) => b[1] - a[1])
  return first ? `${first[0]} ${first[1]}/${dates.length}` : ''
}

/** When the vehicle comes, for each village. */
export function timetableVillages(context: Context): Markup {
  const body = table<Row>(
    context,
    [
      { head: { zh: '乡镇', en: 'Township' }, cell: (r) => r.township },
      { head: { zh: '停靠点', en: 'Stop' }, cell: (r) => html`<b>${r.stop}</b>` },
      {
        head: { zh: '服务到的人', en: 'People in reach' },
        cell: (r) => Math.round(r.people),
        numeric: true,
      },
      { head: { zh: '车辆', en: 'Vehicle' }, cell: (r) => r.vehicles.join('、') },
      {
        head: { zh: '时间', en: 'Time' },
        cell: (r) => `${formatClock(r.from)}–${formatClock(r.until)}`,
      },
      { head: { zh: '常在', en: 'Mostly' }, cell: (r) => weekdaysOf(context, r.dates) },
      {
        head: { zh: '日期', en: 'Dates' },
        cell: (r) => html`<span class="dates">${datesByMonth(context, r.dates)}</span>`,
      },
    ],
    rows(context),
  )
  return section(
    context,
    'timetable-villages',
    { zh: '各村时间表', en: 'Timetable by village' },
    body,
    {
      zh: '时间为各次到访的最早到达与最晚离开；路上时间取中位数，个别日子会有先后。',
      en: 'Time is the earliest arrival and latest departure over all visits; driving times are medians, single days may differ.',
    },
  )
}
