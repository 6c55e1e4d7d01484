import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { SiteDecision } from '@kuashan/core/plan/plan.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

const actionWords: Record<SiteDecision['action'], Words> = {
  keep: { zh: '保留', en: 'keep' },
  upgrade: { zh: '提升', en: 'upgrade' },
  convert: { zh: '改建', en: 'convert' },
  build: { zh: '新建', en: 'build' },
  close: { zh: '关闭', en: 'close' },
}

/** What becomes of buildings; kept ones are counted, the others listed. */
export function sitesSection(context: Context): Markup {
  const { plan, names, language, t } = context
  const changed = plan.sites.filter((s) => s.action !== 'keep')
  const kept = plan.sites.length - changed.length
  const list = table<SiteDecision>(
    context,
    [
      { head: { zh: '场所', en: 'Site' }, cell: (s) => html`<b>${names.facility(s.facility)}</b>` },
      {
        head: { zh: '决定', en: 'Decision' },
        cell: (s) => `${t(actionWords[s.action])} → ${t(facilityKindWords[s.toKind])}`,
      },
      {
        head: { zh: '服务', en: 'Services' },
        cell: (s) => s.services.map(names.service).join(t({ zh: '、', en: ', ' })),
      },
      {
        head: { zh: '一次性投入', en: 'Capital' },
        cell: (s) => formatYuan(s.capitalFen, language),
        numeric: true,
      },
      { head: { zh: '资金来源', en: 'Fund' }, cell: (s) => names.fund(s.fund) },
      {
        head: { zh: '年运行', en: 'Cash a year' },
        cell: (s) => formatYuan(s.yearCostFen, language),
        numeric: true,
      },
      {
        head: { zh: '年工时', en: 'Staff hours a year' },
        cell: (s) => formatNumber(s.staffHoursYear),
        numeric: true,
      },
    ],
    changed,
  )
  return section(
    context,
    'sites',
    { zh: '固定场所', en: 'Fixed sites' },
    html`<p>${t({ zh: `保留 ${kept} 处不变。`, en: `${kept} sites stay as they are.` })}</p>${list}`,
  )
}

/** Three columns that are never added, today beside the plan. */
export function costsSection(context: Context): Markup {
  const { plan, names, language, t } = context
  const { today, plan: after } = plan.costs
  const funds = [
    ...new Set([...Object.keys(today.capitalFen), ...Object.keys(after.capitalFen)]),
  ].sort()
  const yuan = (value: number) => formatYuan(value, language)
  const rows: [string, string, string, string][] = [
    [
      t({ zh: '可避免现金（每年）', en: 'Avoidable cash (a year)' }),
      yuan(today.cashFen),
      yuan(after.cashFen),
      yuan(after.cashFen - today.cashFen),
    ],
    ...funds.map((id): [string, string, string, string] => {
      const [a, b] = [today.capitalFen[id] ?? 0, after.capitalFen[id] ?? 0]
      return [
        t({
          zh: `一次性投入：${names.fund(id)}`,
          en: `Capital: ${names.fund(id)}`,
        }),
        yuan(a),
        yuan(b),
        yuan(b - a),
      ]
    }),
    [
      t({ zh: '人员工时（每年）', en: 'Staff hours (a year)' }),
      formatNumber(today.staffHours),
      formatNumber(after.staffHours),
      formatNumber(after.staffHours - today.staffHours),
    ],
  ]
  const body = table<[string, string, string, string]>(
    context,
    [
      { head: { zh: '栏目', en: 'Column' }, cell: (r) => r[0] },
      { head: { zh: '今天', en: 'Today' }, cell: (r) => r[1], numeric: true },
      { head: { zh: '方案', en: 'Plan' }, cell: (r) => r[2], numeric: true },
      { head: { zh: '差额', en: 'Difference' }, cell: (r) => r[3], numeric: true },
    ],
    rows,
  )
  return section(
    context,
    'costs',
    { zh: '三栏费用，不相加', en: 'Three columns of cost, never added' },
    body,
    {
      zh: '现金：停掉就能省下的支出。资本：一次性投入，按资金来源分列。工时：腾出的工时可以另作他用，工资并不因此节省。',
      en: 'Cash: what stops when the activity stops. Capital: once, by fund. Hours: freed hours can serve elsewhere; payroll is not saved by them.',
    },
  )
}
