import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import { floorsByReach, type ShortageReach } from '@kuashan/core/planner/explain/shortage-reach.ts'
import { channelBoundText } from '@kuashan/core/words/explain/channel-words.ts'
import { floorsByReachText, tellingBound } from '@kuashan/core/words/explain/reach-words.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { nameIn } from './name-in.ts'
import { type Context, table } from './section.ts'

interface Row {
  service: string
  floors: Record<ShortageReach['verdict'], number>
  site: ShortageReach['site']
}

function rowsOf(reached: readonly ShortageReach[]): Row[] {
  const services = new Map<string, ShortageReach[]>()
  for (const r of reached) services.set(r.service, [...(services.get(r.service) ?? []), r])
  return [...services].map(([service, own]) => ({
    service,
    floors: floorsByReach(own),
    site: own.find((r) => r.site !== null)?.site ?? null,
  }))
}

/** How many of the floors missed are proved out of reach, by service, and what a site in the village would cost to run. */
export function reachPart(context: Context): Markup | null {
  const { explained, names, language, t } = context
  const reached = explained?.reach ?? []
  if (reached.length === 0) return null
  const rows = table<Row>(
    context,
    [
      { head: { zh: '服务', en: 'Service' }, cell: (r) => names.service(r.service) },
      {
        head: { zh: '已证明够不着（条）', en: 'Proved out of reach (floors)' },
        cell: (r) => formatNumber(r.floors.beyond + r.floors.never),
        numeric: true,
      },
      {
        head: { zh: '够得着但受限（条）', en: 'Within reach, held back (floors)' },
        cell: (r) => formatNumber(r.floors['held-back']),
        numeric: true,
      },
      {
        head: { zh: '在本地设场所，每年运行', en: 'A site in the village, to run a year' },
        cell: ({ site }) => {
          if (site === null) return '—'
          const kind = t(facilityKindWords[site.kind])
          if (site.unpriced)
            return html`${kind} <small>${t({ zh: '费用未知', en: 'cost not known' })}</small>`
          const hours = t({ zh: '工时', en: 'staff hours' })
          return html`${kind} <small>${formatYuan(site.yearCostFen, language)}, ${formatNumber(site.staffHoursYear)} ${hours}</small>`
        },
      },
    ],
    rowsOf(reached),
  )
  return html`<p>${floorsByReachText(floorsByReach(reached), language)}</p>${rows}`
}

/** What stands between a need and being met, by settlement and service, where that is proved. */
export function provedBounds({ explained, input, language }: Context): ReadonlyMap<string, string> {
  const nameOf = nameIn(input, language)
  return new Map(
    (explained?.reach ?? []).flatMap(({ settlement, service, bounds }) => {
      const bound = tellingBound(bounds)
      if (bound === undefined) return []
      return [[`${settlement} ${service}`, channelBoundText(bound, language, nameOf)] as const]
    }),
  )
}
