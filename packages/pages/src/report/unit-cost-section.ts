import type { UnitCostFigures } from '@kuashan/core/access/cost-figures.ts'
import type { PlaceCost } from '@kuashan/core/access/unit-cost.ts'
import { facilityKindWords, vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { change } from './equity-section.ts'
import { figureNote } from './figure-note.ts'
import { type Context, section, table } from './section.ts'

/** Yuan with two decimals: a person-time costs tens of yuan. */
const yuan = (fen: number): string => formatNumber(fen / 100, 1)

/** What a person-time costs in outlying villages against the seat, and why: dispersion, travel, idling. */
export function unitCostSection(context: Context): Markup {
  const { figures, t } = context
  const today = new Map(figures.today.costs.map((c) => [c.kind, c]))
  const plan = new Map(figures.planned.costs.map((c) => [c.kind, c]))
  const kinds = [...new Set([...today.keys(), ...plan.keys()])].sort()
  const parts = kinds.map((kind) => unitCost(context, today.get(kind), plan.get(kind)))
  const none = html`<p class="none">${t({ zh: '没有可与县城比较的巡回服务。', en: 'No mobile service that can be compared with the seat.' })}</p>`
  return section(
    context,
    'unit-cost',
    {
      zh: '每人次费用：偏远村与县城',
      en: 'Cost per person-time: outlying villages and the seat',
    },
    html`${parts.length > 0 ? parts : none}`,
    {
      zh: '倍数 = 1 + 分散 + 路上 + 空闲，各以县城每人次费用为 1。分散：一次摆开服务的人少；路上：司机和医护在途的工时与里程；空闲：在场没人来；负数表示比县城还少。人员按已付工时计价，包含工资，所以不能与“三栏费用”相加。',
      en: 'Ratio = 1 + dispersion + travel + idle, each with the cost at the seat as 1. Dispersion: a set-up serves fewer people. Travel: crew hours and kilometres on the road. Idle: present with nobody to serve; below 0 is less than at the seat. Staff hours are priced as paid, so these figures are not to be added to the three columns of cost.',
    },
  )
}

interface Row {
  name: string
  today: string
  plan: string
}

function unitCost(
  context: Context,
  today: UnitCostFigures | undefined,
  plan: UnitCostFigures | undefined,
): Markup {
  const { names, t } = context
  const any = (plan ?? today)!
  const value = (figures: UnitCostFigures | undefined, of: (r: Ratio) => string) =>
    figures?.ratio ? of(figures.ratio) : '—'
  const row = (name: string, of: (r: Ratio) => string): Row => ({
    name,
    today: value(today, of),
    plan: value(plan, of),
  })
  const rows = [
    row(t({ zh: '县城，每人次（元）', en: 'Seat, a person-time (yuan)' }), (r) =>
      yuan(r.seat.total),
    ),
    row(t({ zh: '偏远村，每人次（元）', en: 'Outlying villages, a person-time (yuan)' }), (r) =>
      yuan(r.remote.total),
    ),
    row(t({ zh: '偏远村是县城的几倍', en: 'Outlying ÷ seat' }), (r) => formatNumber(r.ratio, 2)),
    row(t({ zh: '　其中：分散', en: '\u2003of it dispersion' }), (r) =>
      formatNumber(r.dispersion, 2),
    ),
    row(t({ zh: '　其中：路上', en: '\u2003of it travel' }), (r) => formatNumber(r.travel, 2)),
    row(t({ zh: '　其中：空闲', en: '\u2003of it idle' }), (r) => formatNumber(r.idle, 2)),
  ]
  const list = table<Row>(
    context,
    [
      { head: { zh: '项目', en: 'Figure' }, cell: (r) => r.name },
      { head: { zh: '今天', en: 'Today' }, cell: (r) => r.today, numeric: true },
      { head: { zh: '方案', en: 'Plan' }, cell: (r) => r.plan, numeric: true },
    ],
    rows,
  )
  const title = `${t(vehicleKindWords[any.kind])} · ${names.service(any.service)}`
  return html`<h3>${title}</h3>${list}${dearest(context, today, plan)}${note(context, any)}`
}

type Ratio = NonNullable<UnitCostFigures['ratio']>

const dearestShown = 8

/** Stops where a person-time costs most under the plan, by name; those where nobody is due are named apart. */
function dearest(
  context: Context,
  today: UnitCostFigures | undefined,
  plan: UnitCostFigures | undefined,
): Markup {
  const { names, t } = context
  const stops = (figures: UnitCostFigures | undefined): PlaceCost[] =>
    (figures?.places ?? [])
      .filter((p) => p.where !== 'seat' && p.unit !== null)
      .sort((a, b) => b.unit!.total - a.unit!.total || (a.place < b.place ? -1 : 1))
  const before = new Map(stops(today).map((p) => [p.place, p]))
  const of = plan ? stops(plan) : stops(today)
  const list = table<PlaceCost>(
    context,
    [
      {
        head: { zh: '最贵的停靠点', en: 'Dearest stops' },
        cell: (p) =>
          html`<b>${names.settlementInVillage(p.place)}</b>${p.where === 'remote' ? html` <small>${t({ zh: '偏远', en: 'outlying' })}</small>` : null}`,
      },
      {
        head: { zh: '人次（方案期）', en: 'Person-times (horizon)' },
        cell: (p) => formatNumber(p.personTimes),
        numeric: true,
      },
      {
        head: { zh: '每人次（元）', en: 'A person-time (yuan)' },
        cell: (p) => {
          const was = before.get(p.place)?.unit
          return plan && was ? change(yuan(was.total), yuan(p.unit!.total)) : yuan(p.unit!.total)
        },
        numeric: true,
      },
      {
        head: { zh: '是县城的几倍', en: '÷ seat' },
        cell: (p) => (p.ratioToSeat === null ? '—' : formatNumber(p.ratioToSeat, 1)),
        numeric: true,
      },
    ],
    of.slice(0, dearestShown),
  )
  const empty = ((plan ?? today)?.places ?? []).filter(
    (p) => p.where !== 'seat' && p.personTimes === 0,
  )
  const named = empty.slice(0, dearestShown).map((p) => names.settlementInVillage(p.place))
  const more = empty.length - named.length
  return html`${list}${
    empty.length > 0
      ? html`<p>${t({ zh: `${empty.length} 个停靠点没有人要来（附近都有固定场所）：`, en: `Nobody is due at ${empty.length} stops (a fixed site is within reach): ` })}${named.join(t({ zh: '、', en: '; ' }))}${more > 0 ? t({ zh: ` 等`, en: `, and ${more} more` }) : ''}</p>`
      : null
  }`
}

function note(context: Context, figures: UnitCostFigures): Markup {
  const { t } = context
  const site = t(facilityKindWords[figures.siteKind])
  const { siteTimesPerPersonYear: times, minutesPerPerson: minutes } = figures
  return html`${figureNote(context, {
    definition: {
      zh: `县城：街道和县医院所在乡镇的 ${figures.seatSites} 处“${site}”，一年的全部费用 ÷ 人次（本村有权享有者 × 每人每年 ${formatNumber(times, 1)} 次，每次 ${formatNumber(minutes)} 分钟）。巡回：工时、里程和出车费 ÷ 到访时应来的人次。`,
      en: `Seat: ${figures.seatSites} sites (${site}) in subdistricts and the township of the county hospital; all their cost in a year ÷ person-times (people entitled in their village × ${formatNumber(times, 1)} a year, ${formatNumber(minutes)} minutes each). Tours: hours, kilometres and days out ÷ person-times due at the visits.`,
    },
    unit: { zh: '元/人次', en: 'yuan a person-time' },
    places: { zh: '县城场所与各停靠点', en: 'sites of the seat and all stops' },
  })}${
    figures.siteTimesFrom === 'assumed'
      ? html`<p class="definition">${t({ zh: '每人每年到场所的次数没有记录，是假设值', en: 'How often people come to a site is not on record' })} <i class="assumed">${t({ zh: '假设', en: 'assumed' })}</i></p>`
      : null
  }`
}
