import { byText } from '@kuashan/core/kernel/order.ts'
import { horizonDaysOf } from '@kuashan/core/plan/county.ts'
import { doorstepWork } from '@kuashan/core/plan/doorstep-work.ts'
import { formatMinutes, formatNumber } from '@kuashan/core/words/format.ts'
import { filled, type Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** People of one settlement called on from one building, equally often. */
interface Calls {
  village: string
  settlement: string
  place: string
  seconds: number
  /** In the horizon; null where the plan does not say. */
  times: number | null
  longestGapDays: number | null
  services: { service: string; people: number }[]
  hoursYear: number
}

function callsOf(context: Context): Calls[] {
  const { plan, names, input } = context
  const found = new Map<string, Calls>()
  const perYear = 365 / horizonDaysOf(input.county) / 3600
  for (const { line, seconds: worked } of doorstepWork(input.county, input.catalogue, plan)) {
    const { settlement, place, seconds, opportunities: times, longestGapDays } = line
    const key = JSON.stringify([settlement, place, seconds, times, longestGapDays])
    const of = found.get(key) ?? {
      village: names.villageOf(settlement),
      settlement,
      place,
      seconds,
      times,
      longestGapDays,
      services: [],
      hoursYear: 0,
    }
    of.services.push({ service: line.service, people: line.people })
    of.hoursYear += worked * perYear
    found.set(key, of)
  }
  return [...found.values()]
    .sort(byText((c) => `${c.settlement} ${c.place} ${c.times}`))
    .sort((a, b) => a.village.localeCompare(b.village, 'zh'))
}

const timesWords: Words = { zh: '{n} 次', en: '{n} {n|time|times}' }
const gapWords: Words = {
  zh: '，最长间隔 {n} 天',
  en: ', at most {n} {n|day|days} apart',
}

/** Who is called on at home: where they live, from which building, for what, how often, at how many hours of staff. */
export function doorstepSection(context: Context): Markup {
  const { names, t, language } = context
  const rows = callsOf(context)
  const often = ({ times, longestGapDays: days }: Calls) => {
    if (times === null) return '—'
    const gap = days === null ? '' : filled(t(gapWords), () => days)
    return `${filled(t(timesWords), () => times)}${gap}`
  }
  const list = table<Calls>(
    context,
    [
      {
        head: { zh: '上谁的门', en: 'Who is called on' },
        cell: (c) => html`<b>${names.settlement(c.settlement)}</b>`,
      },
      {
        head: { zh: '办什么（人数）', en: 'For what (people)' },
        cell: (c) =>
          c.services
            .map(({ service, people }) => `${names.service(service)} ${formatNumber(people, 1)}`)
            .join(t({ zh: '、', en: ', ' })),
      },
      { head: { zh: '从哪里去', en: 'From' }, cell: (c) => names.facility(c.place) },
      {
        head: { zh: '单程', en: 'One way' },
        cell: (c) => formatMinutes(c.seconds, language),
        numeric: true,
      },
      { head: { zh: '方案期内多久一次', en: 'How often in the horizon' }, cell: often },
      {
        head: { zh: '每年工时', en: 'Staff hours a year' },
        cell: (c) => formatNumber(c.hoursYear),
        numeric: true,
      },
    ],
    rows,
    (c) => c.village,
  )
  const homes = new Set(rows.map((c) => c.settlement)).size
  const hours = formatNumber(rows.reduce((sum, c) => sum + c.hoursYear, 0))
  const sum =
    rows.length === 0
      ? null
      : html`<p>${t({
          zh: `到 ${homes} 个自然村上门，每年共 ${hours} 工时。`,
          en: `Staff call at homes in ${homes} ${homes === 1 ? 'settlement' : 'settlements'}: ${hours} staff hours a year.`,
        })}</p>`
  return section(
    context,
    'doorstep',
    { zh: '上门服务', en: 'Calls at the door' },
    html`${sum}${list}`,
    {
      zh: '工作人员从机构出发到家里服务。人数是该自然村由上门服务的人；单程取中位路况；工时含往返和服务时间，由出发机构的人员承担。',
      en: 'Staff set out from a building and serve at home. People are those of the settlement who are served so; times are medians one way; hours include the way there and back and the service, and are of the staff of the building.',
    },
  )
}
