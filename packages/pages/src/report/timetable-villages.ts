import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Stop, Tour, Visit } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

interface Row {
  /** With its township before it. */
  village: string
  stop: string
  kind: string
  people: number
  from: number
  until: number
  dates: readonly PlainDate[]
}

function rows(context: Context): Row[] {
  const { plan, names, input, language } = context
  const stopOf = new Map(plan.stops.map((s) => [s.id, s]))
  const settlements = new Map(input.county.settlements.map((s) => [s.id, s]))
  const found = new Map<string, { first: Stop; stops: Set<Stop>; tours: Tour[]; visits: Visit[] }>()
  for (const tour of plan.tours)
    for (const visit of tour.visits) {
      const stop = stopOf.get(visit.stop)
      if (!stop) continue
      const key = `${stop.settlement}|${stop.kind}`
      const entry = found.get(key) ?? { first: stop, stops: new Set(), tours: [], visits: [] }
      entry.stops.add(stop)
      entry.tours.push(tour)
      entry.visits.push(visit)
      found.set(key, entry)
    }
  const people = (stops: ReadonlySet<Stop>) =>
    [...new Set([...stops].flatMap((s) => s.serves.map((x) => x.settlement)))].reduce(
      (n, id) => n + (settlements.get(id)?.permanent.total ?? 0),
      0,
    )
  return [...found.values()]
    .map(({ first, stops, tours, visits }) => ({
      village: names.villageOf(first.settlement),
      stop: names.settlement(first.settlement),
      kind: vehicleKindWords[first.kind][language],
      people: people(stops),
      from: Math.min(...visits.map((v) => v.arrive)),
      until: Math.max(...visits.map((v) => v.leave)),
      dates: [...new Set(tours.map((t) => t.date))].sort(),
    }))
    .sort(
      (a, b) =>
        a.village.localeCompare(b.village, 'zh') ||
        a.stop.localeCompare(b.stop, 'zh') ||
        a.kind.localeCompare(b.kind, 'zh'),
    )
}

/** Dates as months with day numbers, a month never broken over two lines: short enough for a year on paper. */
export function datesByMonth(
  { language }: Pick<Context, 'language'>,
  dates: readonly PlainDate[],
): Markup {
  const months = new Map<string, string[]>()
  for (const date of dates) {
    const month = date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), String(Number(date.slice(8)))])
  }
  const name = (month: string) =>
    language === 'zh'
      ? `${Number(month.slice(5))}月`
      : formatDay(`${month}-01` as PlainDate, 'en').replace(/^\d+ /, '')
  return html`<span class="dates">${[...months].map(
    ([month, days]) =>
      html`<span><b>${name(month)}</b> ${days.join(language === 'zh' ? '、' : ', ')}</span> `,
  )}</span>`
}

/** `周五 8/24 次`: the weekday that it mostly is, and how often of all. */
function weekdaysOf(context: Context, dates: readonly PlainDate[]): string {
  const names = new Map<string, number>()
  for (const date of dates) {
    const name = formatWeekday(date, context.language)
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const [first] = [...names].sort((a, b) => b[1] - a[1])
  if (!first) return ''
  const [day, n] = first
  return context.t({ zh: `${day} ${n}/${dates.length} 次`, en: `${day}, ${n} of ${dates.length}` })
}

/** When the vehicle comes, for each village. */
export function timetableVillages(context: Context): Markup {
  const { t } = context
  const body = table<Row>(
    context,
    [
      {
        head: { zh: '停靠点（服务到的人）', en: 'Stop (people in reach)' },
        cell: (r) =>
          html`<b>${r.stop}</b> <small>${t({ zh: `${Math.round(r.people)} 人`, en: `${Math.round(r.people)}` })}</small>`,
      },
      { head: { zh: '车辆', en: 'Vehicle' }, cell: (r) => r.kind },
      {
        head: { zh: '时间，常在', en: 'Time, mostly' },
        cell: (r) =>
          html`<span class="keep">${formatClock(r.from)}–${formatClock(r.until)}</span> <small class="keep">${weekdaysOf(context, r.dates)}</small>`,
      },
      { head: { zh: '日期', en: 'Dates' }, cell: (r) => datesByMonth(context, r.dates) },
    ],
    rows(context),
    (r) => r.village,
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
