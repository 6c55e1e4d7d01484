import { coverageByGroup, coverageByService, coverageOfAll } from '@kuashan/core/access/coverage.ts'
import type { Cell, Measurement } from '@kuashan/core/access/measurement.ts'
import { metricText } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { pairBars } from '../charts/pair-bars.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

interface Row {
  id: string
  people: number
  estimated: boolean
  today: number
  plan: number
  floors: string
}

function rows({ today, planned, language }: Context): Row[] {
  const after = new Map(coverageByService(planned.cells).map((c) => [c.key, c.share]))
  const estimated = new Set(today.cells.filter((c) => c.estimated).map((c) => c.service))
  return coverageByService(today.cells).map(({ key, entitled, share }) => ({
    id: key,
    people: entitled,
    estimated: estimated.has(key),
    today: share,
    plan: after.get(key) ?? 1,
    floors: today.floors
      .filter((f) => f.service === key)
      .map((f) => metricText(f.metric, f.value, language))
      .join(language === 'zh' ? '；' : '; '),
  }))
}

/** Coverage of every service, worst of today first. */
export function coverageSection(context: Context): Markup {
  const { names, t } = context
  const all = rows(context)
  const percent = (share: number) => Math.floor(share * 1000) / 10
  const chart = pairBars({
    rows: all.map((r) => ({
      label: names.service(r.id),
      values: [percent(r.today), percent(r.plan)],
    })),
    names: [t({ zh: '今天', en: 'Today' }), t({ zh: '方案', en: 'Plan' })],
    most: 100,
    unit: '%',
  })
  const list = table<Row>(
    context,
    [
      { head: { zh: '服务', en: 'Service' }, cell: (r) => `${r.id} ${names.service(r.id)}` },
      {
        head: { zh: '有权享有（人）', en: 'Entitled (people)' },
        cell: (r) => `${r.estimated ? '≈' : ''}${formatNumber(r.people)}`,
        numeric: true,
      },
      { head: { zh: '今天', en: 'Today' }, cell: (r) => formatShare(r.today), numeric: true },
      { head: { zh: '方案', en: 'Plan' }, cell: (r) => formatShare(r.plan), numeric: true },
      { head: { zh: '底线', en: 'Floors' }, cell: (r) => r.floors },
    ],
    all,
  )
  return section(
    context,
    'coverage',
    { zh: '各项服务的达标率', en: 'Coverage by service' },
    html`${chart}${list}`,
    {
      zh: '达标率 = 该服务底线全部达标的应享人数 ÷ 应享人数；≈ 表示人数按年龄推算，不是统计数。',
      en: 'Coverage = entitled people for whom all floors of the service hold ÷ entitled people; ≈ marks numbers estimated from ages.',
    },
  )
}

/** The same by outlying and other villages and by age group. */
export function groupsSection(context: Context): Markup {
  const { input, remote, today, planned, t } = context
  const village = new Map(input.county.settlements.map((s) => [s.id, s.division]))
  const isRemote = (c: Cell) => remote.has(village.get(c.settlement) ?? '')
  const byGroup = ({ cells }: Measurement) =>
    new Map(coverageByGroup(cells).map((c) => [c.key, c.entitled > 0 ? c.share : null]))
  const [groupsToday, groupsPlanned] = [byGroup(today), byGroup(planned)]
  const share = (value: number | null) => (value === null ? '—' : formatShare(value))
  const places: [string, (c: Cell) => boolean][] = [
    [t({ zh: '偏远村', en: 'Outlying villages' }), isRemote],
    [t({ zh: '其他村和社区', en: 'Other villages and communities' }), (c) => !isRemote(c)],
  ]
  const groups = [
    ['child', { zh: '0–17 岁', en: '0–17 years' }],
    ['adult', { zh: '18–59 岁', en: '18–59 years' }],
    ['elder', { zh: '60–79 岁', en: '60–79 years' }],
    ['oldest', { zh: '80 岁及以上', en: '80 and over' }],
  ] as const
  const lines = [
    ...places.map(([name, test]) => [
      name,
      share(coverageOfAll(today.cells.filter(test)).share),
      share(coverageOfAll(planned.cells.filter(test)).share),
    ]),
    ...groups.map(([id, words]) => [
      t(words),
      share(groupsToday.get(id) ?? null),
      share(groupsPlanned.get(id) ?? null),
    ]),
  ]
  const body = table(
    context,
    [
      { head: { zh: '谁', en: 'Who' }, cell: (r: string[]) => r[0] as string },
      { head: { zh: '今天', en: 'Today' }, cell: (r) => r[1] as string, numeric: true },
      { head: { zh: '方案', en: 'Plan' }, cell: (r) => r[2] as string, numeric: true },
    ],
    lines,
  )
  return section(
    context,
    'groups',
    { zh: '谁受益：按地点和年龄', en: 'Who: by place and age' },
    body,
    {
      zh: '人×服务的达标率；常住人口。偏远以县里的定义为准，见“定义与假设”。',
      en: 'People × services that meet their floors; permanent residents. Outlying by the county’s definition, see “Definitions and assumptions”.',
    },
  )
}
