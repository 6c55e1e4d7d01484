import { metricText, vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Pair } from '@kuashan/core/planner/compare/compare.ts'
import { unlikeCoverageWords } from '@kuashan/core/words/compare/unlike-coverage.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { pairBars } from '../charts/pair-bars.ts'
import { html, type Markup } from '../html.ts'
import { section, table } from '../report/section.ts'
import type { CompareContext } from './compare-page.ts'

interface Line {
  label: string
  /** None where today has no such figure. */
  today: string | null
  a: string
  b: string
  change: string
}

const signed = (n: number, format: (n: number) => string): string =>
  format(Math.abs(n)) === format(0) ? '—' : `${n > 0 ? '+' : '−'}${format(Math.abs(n))}`

export const lineOf = (
  label: string,
  { a, b }: Pair,
  format: (n: number) => string,
  today: number | null = null,
): Line => ({
  label,
  today: today === null ? null : format(today),
  a: format(a),
  b: format(b),
  change: signed(b - a, format),
})

const sideName = ({ comparison, language }: CompareContext, side: 'a' | 'b'): string => {
  const { nameZh, nameEn } = comparison.sides[side]
  return language === 'zh' ? nameZh : nameEn
}

/** Whether one of the sides is today itself, on the county as it is. */
const isToday = ({ comparison: { sides, today } }: CompareContext): boolean =>
  [sides.a, sides.b].some((s) => s.of === 'today' && s.id === today.head.id)

export function lines(context: CompareContext, rows: readonly Line[], first: Words): Markup {
  const head = (side: 'a' | 'b'): Words => {
    const name = sideName(context, side)
    return { zh: name, en: name }
  }
  const beside = !isToday(context) && rows.some((r) => r.today !== null)
  return table<Line>(
    context,
    [
      { head: first, cell: (r) => r.label },
      ...(beside
        ? [
            {
              head: { zh: '现状', en: 'Today' },
              cell: (r: Line) => r.today ?? '—',
              numeric: true,
            },
          ]
        : []),
      { head: head('a'), cell: (r) => r.a, numeric: true },
      { head: head('b'), cell: (r) => r.b, numeric: true },
      { head: { zh: '变化', en: 'Change' }, cell: (r) => r.change, numeric: true },
    ],
    rows,
  )
}

/** What stands beside what, and how many are served. */
export function headPart(context: CompareContext): Markup {
  const { comparison, t } = context
  const { met, entitled, sides, today } = comparison
  const share = (side: 'a' | 'b') => met[side] / Math.max(1, entitled[side])
  const todayShare = today.met / Math.max(1, today.entitled)
  const bars = pairBars({
    rows: [
      {
        label: t({ zh: '达标率', en: 'Floors met' }),
        values: [share('a'), share('b')].map((x) => Math.round(x * 1000) / 10),
      },
    ],
    names: [sideName(context, 'a'), sideName(context, 'b')],
    most: 100,
    unit: '%',
  })
  const people = lineOf(
    t({ zh: '常住人口', en: 'Permanent residents' }),
    { a: sides.a.people, b: sides.b.people },
    formatNumber,
    today.head.people,
  )
  const rows = [
    people,
    lineOf(
      t({ zh: '应享（人×服务）', en: 'Entitled (people × services)' }),
      entitled,
      formatNumber,
      today.entitled,
    ),
    lineOf(t({ zh: '全部达标（人×服务）', en: 'All floors met' }), met, formatNumber, today.met),
    lineOf(
      t({ zh: '达标率', en: 'Share' }),
      { a: share('a'), b: share('b') },
      formatShare,
      todayShare,
    ),
  ]
  return html`<h1>${sideName(context, 'a')} → ${sideName(context, 'b')}</h1>${bars}${lines(context, rows, { zh: '覆盖', en: 'Coverage' })}`
}

/** Three columns, and capital by fund; they are never added. */
export function costsPart(context: CompareContext): Markup {
  const { comparison, language, names, t } = context
  const { costs, capital, met, today } = comparison
  const money = (n: number) => formatYuan(n, language)
  const rows = [
    lineOf(
      t({ zh: '达标（人×服务）', en: 'Floors met (people × services)' }),
      met,
      formatNumber,
      today.met,
    ),
    lineOf(
      t({ zh: '现金（一年）', en: 'Cash a year' }),
      { a: costs.a.cashFen, b: costs.b.cashFen },
      money,
      today.costs.cashFen,
    ),
    ...capital.map(({ fund, fen }) =>
      lineOf(
        `${t({ zh: '建设资金：', en: 'Capital: ' })}${fund === 'none' ? t({ zh: '未定资金来源', en: 'no fund named' }) : names.fund(fund)}`,
        fen,
        money,
        today.costs.capitalFen[fund] ?? 0,
      ),
    ),
    lineOf(
      t({ zh: '工时（一年，小时）', en: 'Staff hours a year' }),
      { a: costs.a.staffHours, b: costs.b.staffHours },
      formatNumber,
      today.costs.staffHours,
    ),
  ]
  return section(
    context,
    `costs-${language}`,
    { zh: '费用', en: 'Costs' },
    html`${lines(context, rows, { zh: '费用', en: 'Cost' })}${unlikeCoverage(context)}`,
    {
      zh: '现金、建设资金、工时是三种不同的东西，不相加。',
      en: 'Cash, capital and staff hours are three different things and are not added.',
    },
  )
}

/** Said beside the costs where the two sides do not serve the same people. */
function unlikeCoverage({ comparison, t }: CompareContext): Markup {
  const words = unlikeCoverageWords(comparison.coverage)
  return words ? html`<p><b>${t(words)}</b></p>` : html``
}

/** People who miss a floor, by service and metric. */
export function floorsPart(context: CompareContext): Markup {
  const { comparison, names, language } = context
  const rows = comparison.floors.map(({ service, metric, want, missed, today }) =>
    lineOf(
      `${names.service(service)} · ${metricText(metric, want, language)}`,
      missed,
      formatNumber,
      today,
    ),
  )
  return section(
    context,
    `floors-${language}`,
    { zh: '未达标的人数', en: 'People below a floor' },
    lines(context, rows, { zh: '服务与标准', en: 'Service and floor' }),
  )
}

/** Places of the worst-off tenth that are named, the worst first. */
const shownPlaces = 20

/** The tenth that is worst off, by name on both sides. */
export function worstPart(context: CompareContext): Markup {
  const { comparison, names, t, language } = context
  const { worst } = comparison
  const minutes = (n: number | null) => (n === null ? '—' : formatNumber(n, 1))
  const list = (side: 'a' | 'b') =>
    html`<p><b>${sideName(context, side)}</b>${t({ zh: '：平均 ', en: ': mean ' })}${minutes(worst[side].minutes)}${t({ zh: ' 分钟；什么都够不着的人×服务 ', en: ' min; people × services with nothing in reach ' })}${formatNumber(worst[side].unserved)}<br><small>${worst[side].places.slice(0, shownPlaces).map((p, k) => html`${k ? t({ zh: '、', en: ', ' }) : ''}${names.settlementInVillage(p.settlement)} ${minutes(p.minutes)}`)}</small></p>`
  return section(
    context,
    `worst-${language}`,
    { zh: '最差的十分之一', en: 'The worst-off tenth' },
    html`${list('a')}${list('b')}`,
    {
      zh: '到最近可用之处的单程分钟，按自然村对各项服务取平均，最差十分之一的人×服务。',
      en: 'Minutes one way to the nearest place that can be used, mean over services by settlement; the worst tenth of people × services.',
    },
  )
}

export function fleetPart(context: CompareContext): Markup {
  const { comparison, t, language } = context
  const before = new Map(comparison.today.fleet.map(({ kind, days }) => [kind, days]))
  const rows = comparison.fleet.map(({ kind, days }) =>
    lineOf(t(vehicleKindWords[kind]), days, formatNumber, before.get(kind) ?? 0),
  )
  return section(
    context,
    `fleet-${language}`,
    { zh: '出车日', en: 'Vehicle-days' },
    lines(context, rows, { zh: '车型', en: 'Kind' }),
  )
}
