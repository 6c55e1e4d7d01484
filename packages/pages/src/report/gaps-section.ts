import type { Cell } from '@kuashan/core/access/measurement.ts'
import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Shortage } from '@kuashan/core/plan/plan.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { provedBounds, reachPart } from './reach-part.ts'
import { type Context, section, table } from './section.ts'

export const reasonWords: Record<Shortage['reason'], Words> = {
  unreachable: { zh: '没有路能到（已证明）', en: 'no way by road or on foot (proven)' },
  'no-channel': { zh: '没有可用的场所、车辆或上门', en: 'no site, vehicle or doorstep channel' },
  fleet: { zh: '车辆天数不够', en: 'not enough vehicle-days' },
  staff: { zh: '人员工时不够', en: 'not enough staff hours' },
  budget: { zh: '预算不够', en: 'budget' },
  'too-far': { zh: '超出规定路程', en: 'beyond the travel limit' },
  calendar: { zh: '日历排不开', en: 'no dates left in the calendar' },
}

interface Row {
  settlement: string
  remote: boolean
  items: { service: string; people: number; why: string }[]
  people: number
}

function group(
  context: Context,
  items: readonly { settlement: string; service: string; people: number; why: string }[],
): Row[] {
  const village = new Map(context.input.county.settlements.map((s) => [s.id, s.division]))
  const rows = new Map<string, Row>()
  for (const item of items) {
    const row = rows.get(item.settlement) ?? {
      settlement: item.settlement,
      remote: context.remote.has(village.get(item.settlement) ?? ''),
      items: [],
      people: 0,
    }
    row.items.push(item)
    row.people += item.people
    rows.set(item.settlement, row)
  }
  return [...rows.values()].sort(
    (a, b) =>
      Number(b.remote) - Number(a.remote) ||
      b.people - a.people ||
      (a.settlement < b.settlement ? -1 : 1),
  )
}

/** Services that share a reason or channel are named together, the reason once; a service with several floors missed once. */
function byReason({ names, language }: Context, items: Row['items']): Markup {
  const groups = new Map<string, Set<string>>()
  for (const item of items)
    groups.set(item.why, (groups.get(item.why) ?? new Set()).add(names.service(item.service)))
  const [comma, semicolon] = language === 'zh' ? ['、', '；'] : [', ', '; ']
  return html`${[...groups].map(
    ([why, services], k) =>
      html`${k ? semicolon : ''}${[...services].join(comma)}${why ? html` <small>${why}</small>` : null}`,
  )}`
}

function gapTable(context: Context, rows: readonly Row[]): Markup {
  const { names, t } = context
  return table<Row>(
    context,
    [
      {
        head: { zh: '自然村', en: 'Settlement' },
        cell: (r) =>
          html`<b>${names.settlementInVillage(r.settlement)}</b>${r.remote ? html` <i>${t({ zh: '偏远', en: 'outlying' })}</i>` : null}`,
      },
      {
        head: { zh: '未达标的服务', en: 'Services below the floor' },
        cell: (r) => byReason(context, r.items),
      },
      {
        head: { zh: '人×服务', en: 'People × services' },
        cell: (r) => formatNumber(r.people),
        numeric: true,
      },
    ],
    rows,
  )
}

/** Page one: who is worst off today, by name; averages hide hamlets. */
export function worstOffSection(context: Context): Markup {
  const missed = context.today.cells.filter((c) => c.people > 0 && !c.met)
  const rows = group(
    context,
    missed.map((c) => ({ ...c, why: '' })),
  )
  const after = new Map<string, Cell[]>()
  for (const cell of context.planned.cells.filter((c) => c.people > 0 && !c.met))
    after.set(cell.settlement, [...(after.get(cell.settlement) ?? []), cell])
  const { names } = context
  const body = table<Row>(
    context,
    [
      {
        head: { zh: '自然村', en: 'Settlement' },
        cell: (r) => html`<b>${names.settlementInVillage(r.settlement)}</b>`,
      },
      {
        head: { zh: '今天未达标（项）', en: 'Below the floor today (services)' },
        cell: (r) => r.items.length,
        numeric: true,
      },
      {
        head: { zh: '方案后', en: 'After the plan' },
        cell: (r) => after.get(r.settlement)?.length ?? 0,
        numeric: true,
      },
      {
        head: { zh: '人×服务', en: 'People × services' },
        cell: (r) => formatNumber(r.people),
        numeric: true,
      },
    ],
    [...rows].sort((a, b) => b.items.length - a.items.length || b.people - a.people).slice(0, 20),
  )
  return section(
    context,
    'worst-off',
    { zh: '今天最缺服务的二十个自然村', en: 'The twenty settlements worst off today' },
    body,
    {
      zh: `共有 ${rows.length} 个自然村至少一项服务未达标。`,
      en: `${rows.length} settlements miss the floor of at least one service.`,
    },
  )
}

/** What the plan leaves undone, by name, with the reason. */
export function shortagesSection(context: Context): Markup {
  const { plan, t } = context
  const proved = provedBounds(context)
  const items = plan.shortages.map((s) => ({
    ...s,
    why: proved.get(`${s.settlement} ${s.service}`) ?? t(reasonWords[s.reason]),
  }))
  const fleet = plan.fleet.filter((f) => f.daysShort > 0)
  const short = fleet.length
    ? html`<p class="alert">${t({ zh: '车辆不够：', en: 'The fleet is too small: ' })}${fleet.map((f, k) => html`${k ? t({ zh: '；', en: '; ' }) : ''}${t(vehicleKindWords[f.kind])} ${t({ zh: `还差 ${f.daysShort} 个出车日`, en: `${f.daysShort} vehicle-days short` })}`)}</p>`
    : null
  const body = html`${short}${reachPart(context)}${gapTable(context, group(context, items))}`
  return section(
    context,
    'shortages',
    { zh: '方案仍做不到的', en: 'What the plan still misses' },
    body,
    {
      zh: '做不到的一律列出，写明原因；写出距离和上限的，是经过证明的：目录允许的每种方式都够不着。其余可以通过增加资源解决。',
      en: 'Everything missed is listed with its reason. Where a way and its limit are named it is proven: every way that the catalogue allows is beyond its limit. The others yield to more resources.',
    },
  )
}
