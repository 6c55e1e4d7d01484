import type { Service } from '@kuashan/core/catalogue/service.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import { callSeconds } from '@kuashan/core/plan/costs.ts'
import { horizonDaysOf } from '@kuashan/core/plan/county.ts'
import type { Assignment } from '@kuashan/core/plan/plan.ts'
import { formatMinutes, formatNumber } from '@kuashan/core/words/format.ts'
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

/** Staff hours a year of one line, as they are paid for (docs/methods/costs.md). */
function hoursOf(
  { input, plan }: Context,
  services: ReadonlyMap<string, Service>,
  line: Assignment,
): number {
  const { county } = input
  const site = plan.sites.find((s) => s.facility === line.place)
  const kind = site?.toKind ?? county.facilities.find((f) => f.id === line.place)?.kind
  const channel = services
    .get(line.service)
    ?.channels.find((c) => c.mode === 'doorstep' && c.kind === kind)
  const seconds = callSeconds({
    people: line.people,
    calls: line.opportunities ?? 1,
    travelSeconds: line.seconds,
    minutesPerPerson: channel?.minutesPerPerson,
    capacityPerSession: channel?.capacityPerSession,
  })
  return (seconds / 3600) * (365 / horizonDaysOf(county))
}

function callsOf(context: Context): Calls[] {
  const { plan, names, input } = context
  const divisions = new Map(input.county.settlements.map((s) => [s.id, s.division]))
  const services = new Map(input.catalogue.services.map((s) => [s.id, s]))
  const villageOf = (id: string): string => {
    const code = divisions.get(id)
    return code ? `${names.township(code)} · ${names.village(code)}` : ''
  }
  const found = new Map<string, Calls>()
  for (const line of plan.assignments) {
    if (line.mode !== 'doorstep') continue
    const { settlement, place, seconds, opportunities: times, longestGapDays } = line
    const key = JSON.stringify([settlement, place, seconds, times, longestGapDays])
    const of = found.get(key) ?? {
      village: villageOf(settlement),
      settlement,
      place,
      seconds,
      times,
      longestGapDays,
      services: [],
      hoursYear: 0,
    }
    of.services.push({ service: line.service, people: line.people })
    of.hoursYear += hoursOf(context, services, line)
    found.set(key, of)
  }
  return [...found.values()]
    .sort(byText((c) => `${c.settlement} ${c.place} ${c.times}`))
    .sort((a, b) => a.village.localeCompare(b.village, 'zh'))
}

/** Who is called on at home: where they live, from which building, for what, how often, at how many hours of staff. */
export function doorstepSection(context: Context): Markup {
  const { names, t, language } = context
  const rows = callsOf(context)
  const often = ({ times, longestGapDays }: Calls) =>
    times === null
      ? '—'
      : `${t({ zh: `${times} 次`, en: `${times} times` })}${
          longestGapDays === null
            ? ''
            : t({
                zh: `，最长间隔 ${longestGapDays} 天`,
                en: `, at most ${longestGapDays} days apart`,
              })
        }`
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
          en: `Staff call at homes in ${homes} settlements: ${hours} staff hours a year.`,
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
