import type { Measurement } from '../access/measurement.ts'
import type { CountyInput } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import type { Language, Words } from '../words/language.ts'

/** One sheet of a workbook: a heading row, then rows; numbers stay numbers. */
export interface Sheet {
  name: string
  /** The definition printed under the headings' names, as the first row above them. */
  note: string
  headings: string[]
  rows: (string | number | null)[][]
}

const sheetWords = {
  gaps: { zh: '今天的缺口', en: 'Gaps today' },
  visits: { zh: '到访', en: 'Visits' },
  assignments: { zh: '服务到村', en: 'Assignments' },
  shortages: { zh: '仍做不到', en: 'Shortages' },
  sites: { zh: '场所', en: 'Sites' },
  costs: { zh: '费用', en: 'Costs' },
} satisfies Record<string, Words>

/** A plan as sheets for Excel. Figures are those of the plan and the measurement; nothing is computed anew. */
export function planSheets(
  input: CountyInput,
  today: Measurement,
  plan: Plan,
  language: Language,
): Sheet[] {
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { county, catalogue } = input
  const own = (x: { name: string; nameEn?: string | undefined } | undefined, id: string) =>
    x ? (language === 'en' ? (x.nameEn ?? x.name) : x.name) : id
  const places = new Map([...county.settlements, ...county.facilities].map((p) => [p.id, p]))
  const divisions = new Map(county.divisions.map((d) => [d.code, d]))
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v.name]))
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const place = (id: string) => own(places.get(id), id)
  const village = (id: string) => {
    const code = county.settlements.find((s) => s.id === id)?.division ?? ''
    return own(divisions.get(code), code)
  }
  const villageOf = new Map(county.settlements.map((s) => [s.id, village(s.id)]))
  const service = (id: string) => services.get(id) ?? id
  const [settlementHead, villageHead, serviceHead] = [
    t('自然村', 'Settlement'),
    t('行政村', 'Village'),
    t('服务', 'Service'),
  ]
  const gaps = today.cells.filter((c) => c.people > 0 && !c.met)
  return [
    {
      name: sheetWords.gaps[language],
      note: t(
        '今天至少一项底线未达标的自然村 × 服务；人数为有权享有的常住人口',
        'Settlement × service where a floor is missed today; people are entitled permanent residents',
      ),
      headings: [
        t('编号', 'Id'),
        settlementHead,
        villageHead,
        serviceHead,
        t('人数', 'People'),
        t('推算', 'Estimated'),
        t('未达标', 'Missing'),
      ],
      rows: gaps.map((c) => [
        c.settlement,
        place(c.settlement),
        villageOf.get(c.settlement) ?? '',
        service(c.service),
        round(c.people),
        c.estimated ? t('是', 'yes') : '',
        c.missing.map((m) => `${m.metric} ${m.have ?? '—'}/${m.want}`).join('; '),
      ]),
    },
    {
      name: sheetWords.visits[language],
      note: t(
        '每次到访一行；时间取中位路况；人次为预计',
        'One row a visit; times at median traffic; person-times expected',
      ),
      headings: [
        t('日期', 'Date'),
        t('车辆', 'Vehicle'),
        t('停靠点', 'Stop'),
        villageHead,
        t('到达', 'Arrive'),
        t('离开', 'Leave'),
        t('服务', 'Services'),
        t('人次', 'Person-times'),
        t('全程公里', 'Tour km'),
      ],
      rows: plan.tours.flatMap((tour) =>
        tour.visits.map((v) => {
          const settlement = stops.get(v.stop)?.settlement ?? v.stop
          return [
            tour.date,
            vehicles.get(tour.vehicle) ?? tour.vehicle,
            place(settlement),
            villageOf.get(settlement) ?? '',
            clock(v.arrive),
            clock(v.leave),
            v.services.map(service).join('、'),
            round(v.personTimes),
            round(tour.metres / 1000),
          ]
        }),
      ),
    },
    {
      name: sheetWords.assignments[language],
      note: t(
        '每个自然村的每项服务靠什么达到；机会数为方案期内次数，空白为全年开放',
        'How each settlement is reached by each service; opportunities in the horizon, blank where open all year',
      ),
      headings: [
        t('编号', 'Id'),
        settlementHead,
        villageHead,
        serviceHead,
        t('方式', 'Channel'),
        t('地点', 'Place'),
        t('人数', 'People'),
        t('单程分钟', 'Minutes one way'),
        t('机会数', 'Opportunities'),
        t('最长间隔（天）', 'Longest gap (days)'),
      ],
      rows: plan.assignments.map((a) => [
        a.settlement,
        place(a.settlement),
        villageOf.get(a.settlement) ?? '',
        service(a.service),
        a.mode,
        place(stops.get(a.place)?.settlement ?? a.place),
        round(a.people),
        Math.ceil(a.seconds / 60),
        a.opportunities,
        a.longestGapDays,
      ]),
    },
    {
      name: sheetWords.shortages[language],
      note: t('方案仍未达到的底线与原因', 'Floors the plan still misses, with the reason'),
      headings: [
        t('编号', 'Id'),
        settlementHead,
        villageHead,
        serviceHead,
        t('人数', 'People'),
        t('指标', 'Metric'),
        t('应为', 'Want'),
        t('实为', 'Have'),
        t('原因', 'Reason'),
      ],
      rows: plan.shortages.map((s) => [
        s.settlement,
        place(s.settlement),
        villageOf.get(s.settlement) ?? '',
        service(s.service),
        round(s.people),
        s.metric,
        s.want,
        s.have,
        s.reason,
      ]),
    },
    {
      name: sheetWords.sites[language],
      note: t(
        '金额为元；“年运行”是与今天的差额',
        'Amounts in yuan; “cash a year” is the difference from today',
      ),
      headings: [
        t('编号', 'Id'),
        t('场所', 'Site'),
        t('决定', 'Decision'),
        t('类型', 'Kind'),
        t('一次性投入', 'Capital'),
        t('资金', 'Fund'),
        t('年运行', 'Cash a year'),
        t('年工时', 'Staff hours a year'),
      ],
      rows: plan.sites.map((s) => [
        s.facility,
        place(s.facility),
        s.action,
        s.toKind,
        s.capitalFen / 100,
        s.fund,
        s.yearCostFen / 100,
        round(s.staffHoursYear),
      ]),
    },
    {
      name: sheetWords.costs[language],
      note: t('三栏不相加；金额为元', 'Three columns, never added; amounts in yuan'),
      headings: [
        t('栏目', 'Column'),
        t('今天', 'Today'),
        t('方案', 'Plan'),
        t('差额', 'Difference'),
      ],
      rows: costRows(plan, t),
    },
  ]
}

function costRows({ costs }: Plan, t: (zh: string, en: string) => string): Sheet['rows'] {
  const { today, plan } = costs
  const funds = [
    ...new Set([...Object.keys(today.capitalFen), ...Object.keys(plan.capitalFen)]),
  ].sort()
  const row = (name: string, a: number, b: number): (string | number)[] => [
    name,
    a,
    b,
    round(b - a),
  ]
  return [
    row(
      t('可避免现金（每年）', 'Avoidable cash (a year)'),
      today.cashFen / 100,
      plan.cashFen / 100,
    ),
    ...funds.map((f) =>
      row(
        `${t('一次性投入', 'Capital')} ${f}`,
        (today.capitalFen[f] ?? 0) / 100,
        (plan.capitalFen[f] ?? 0) / 100,
      ),
    ),
    row(
      t('人员工时（每年）', 'Staff hours (a year)'),
      round(today.staffHours),
      round(plan.staffHours),
    ),
  ]
}

const round = (value: number): number => Math.round(value * 10) / 10

const clock = (value: number): string => {
  const minutes = Math.round(value / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
