import type { Measurement } from '../access/measurement.ts'
import { toYuan } from '../kernel/units.ts'
import type { CountyInput } from '../plan/county.ts'
import type { Plan, Ride } from '../plan/plan.ts'
import { vehicleName } from '../resources/vehicle-name.ts'
import { formatClock } from '../words/format.ts'
import type { Language } from '../words/language.ts'

/** One sheet of a workbook: a note with the definition, a heading row, then rows; numbers stay numbers. */
export interface Sheet {
  name: string
  note: string
  headings: string[]
  rows: (string | number | null)[][]
}

interface Lookup {
  t(zh: string, en: string): string
  place(id: string): string
  village(settlement: string): string
  service(id: string): string
  vehicle(id: string): string
  /** Settlement of a stop, site of a ride; another id stays itself. */
  stopSettlement(id: string): string
}

function lookup({ county, catalogue }: CountyInput, plan: Plan, language: Language): Lookup {
  const own = (x: { name: string; nameEn?: string | undefined }) =>
    language === 'en' ? (x.nameEn ?? x.name) : x.name
  const places = new Map([...county.settlements, ...county.facilities].map((p) => [p.id, own(p)]))
  const divisions = new Map(county.divisions.map((d) => [d.code, own(d)]))
  const villages = new Map(
    county.settlements.map((s) => [s.id, divisions.get(s.division) ?? s.division]),
  )
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const vehicles = new Map(county.vehicles.map((v) => [v.id, vehicleName(v, language)]))
  const stops = new Map([
    ...plan.stops.map((s) => [s.id, s.settlement] as const),
    ...plan.rides.map((r) => [r.id, r.site] as const),
  ])
  return {
    t: (zh, en) => (language === 'zh' ? zh : en),
    place: (id) => places.get(id) ?? id,
    village: (id) => villages.get(id) ?? '',
    service: (id) => services.get(id) ?? id,
    vehicle: (id) => vehicles.get(id) ?? id,
    stopSettlement: (id) => stops.get(id) ?? id,
  }
}

const where = ({ t }: Lookup): string[] => [
  t('编号', 'Id'),
  t('自然村', 'Settlement'),
  t('行政村', 'Village'),
  t('服务', 'Service'),
]
const whereOf = (l: Lookup, settlement: string, service: string): string[] => [
  settlement,
  l.place(settlement),
  l.village(settlement),
  l.service(service),
]

/** A plan as sheets for Excel. Figures are those of the plan and the measurement; nothing is computed anew. */
export function planSheets(
  input: CountyInput,
  today: Measurement,
  plan: Plan,
  language: Language,
): Sheet[] {
  const l = lookup(input, plan, language)
  return [
    gapSheet(l, today),
    visitSheet(l, plan),
    rideSheet(l, plan),
    assignmentSheet(l, plan),
    shortageSheet(l, plan),
    siteSheet(l, plan),
    costSheet(l, plan),
  ]
}

function gapSheet(l: Lookup, today: Measurement): Sheet {
  const { t } = l
  return {
    name: t('今天的缺口', 'Gaps today'),
    note: t(
      '今天至少一项底线未达标的自然村 × 服务；人数为有权享有的常住人口',
      'Settlement × service where a floor is missed today; people are entitled permanent residents',
    ),
    headings: [...where(l), t('人数', 'People'), t('推算', 'Estimated'), t('未达标', 'Missing')],
    rows: today.cells
      .filter((c) => c.people > 0 && !c.met)
      .map((c) => [
        ...whereOf(l, c.settlement, c.service),
        round(c.people),
        c.estimated ? t('是', 'yes') : '',
        c.missing.map((m) => `${m.metric} ${m.have ?? '—'}/${m.want}`).join('; '),
      ]),
  }
}

function visitSheet(l: Lookup, plan: Plan): Sheet {
  const { t } = l
  return {
    name: t('到访', 'Visits'),
    note: t(
      '每次到访一行；时间取中位路况；人次为预计',
      'One row a visit; times at median traffic; person-times expected',
    ),
    headings: [
      t('日期', 'Date'),
      t('车辆', 'Vehicle'),
      t('停靠点', 'Stop'),
      t('行政村', 'Village'),
      t('到达', 'Arrive'),
      t('离开', 'Leave'),
      t('服务', 'Services'),
      t('人次', 'Person-times'),
      t('全程公里', 'Tour km'),
    ],
    rows: plan.tours.flatMap((tour) =>
      tour.visits.map((v) => {
        const settlement = l.stopSettlement(v.stop)
        return [
          tour.date,
          l.vehicle(tour.vehicle),
          l.place(settlement),
          l.village(settlement),
          formatClock(v.arrive),
          formatClock(v.leave),
          v.services.map(l.service).join('、'),
          round(v.personTimes),
          round(tour.metres / 1000),
        ]
      }),
    ),
  }
}

function rideSheet(l: Lookup, plan: Plan): Sheet {
  const { t } = l
  return {
    name: t('接送', 'Rides'),
    note: t(
      '每次接送的每个上车点一行；人数为整趟每次预计；里程为整趟每次往返',
      'One row a pick-up of a ride on one date; people and kilometres are of the whole run there and back',
    ),
    headings: [
      t('日期', 'Date'),
      t('上车点', 'Pick-up'),
      t('行政村', 'Village'),
      t('自然村', 'Settlements'),
      t('去', 'To'),
      t('服务', 'Services'),
      t('上车', 'Leave'),
      t('到达', 'There'),
      t('返回', 'Back'),
      t('到家', 'Home'),
      t('方式', 'By'),
      t('人数', 'People'),
      t('公里', 'km'),
    ],
    rows: plan.rides.flatMap((ride) =>
      ride.dates.flatMap((date) =>
        ride.pickups.map((p) => [
          date,
          l.place(p.settlement),
          l.village(p.settlement),
          p.riders.map((r) => l.place(r.settlement)).join('、'),
          l.place(ride.site),
          ride.services.map(l.service).join('、'),
          formatClock(p.depart),
          formatClock(ride.arrive),
          formatClock(ride.leave),
          formatClock(p.home),
          byOf(l, ride),
          round(ride.people),
          round(ride.metres / 1000),
        ]),
      ),
    ),
  }
}

const byOf = ({ t, vehicle }: Lookup, ride: Ride): string =>
  ride.by === 'vehicle'
    ? vehicle(ride.vehicle ?? '')
    : ride.by === 'bus'
      ? `${t('班车', 'bus line')} ${ride.lines.join(' · ')}`
      : t('租车', 'hired')

function assignmentSheet(l: Lookup, plan: Plan): Sheet {
  const { t } = l
  return {
    name: t('服务到村', 'Assignments'),
    note: t(
      '每个自然村的每项服务靠什么达到；机会数为方案期内次数，空白为全年开放',
      'How each settlement is reached by each service; opportunities in the horizon, blank where open all year',
    ),
    headings: [
      ...where(l),
      t('方式', 'Channel'),
      t('地点', 'Place'),
      t('人数', 'People'),
      t('单程分钟', 'Minutes one way'),
      t('机会数', 'Opportunities'),
      t('最长间隔（天）', 'Longest gap (days)'),
    ],
    rows: plan.assignments.map((a) => [
      ...whereOf(l, a.settlement, a.service),
      a.chosen === true ? `${a.mode} (${t('自行选择', 'own choice')})` : a.mode,
      l.place(l.stopSettlement(a.place)),
      round(a.people),
      Math.ceil(a.seconds / 60),
      a.opportunities,
      a.longestGapDays,
    ]),
  }
}

function shortageSheet(l: Lookup, plan: Plan): Sheet {
  const { t } = l
  return {
    name: t('仍做不到', 'Shortages'),
    note: t('方案仍未达到的底线与原因', 'Floors the plan still misses, with the reason'),
    headings: [
      ...where(l),
      t('人数', 'People'),
      t('指标', 'Metric'),
      t('应为', 'Want'),
      t('实为', 'Have'),
      t('原因', 'Reason'),
    ],
    rows: plan.shortages.map((s) => [
      ...whereOf(l, s.settlement, s.service),
      round(s.people),
      s.metric,
      s.want,
      s.have,
      s.reason,
    ]),
  }
}

function siteSheet(l: Lookup, plan: Plan): Sheet {
  const { t } = l
  return {
    name: t('场所', 'Sites'),
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
      l.place(s.facility),
      s.action,
      s.toKind,
      toYuan(s.capitalFen),
      s.fund,
      toYuan(s.yearCostFen),
      round(s.staffHoursYear),
    ]),
  }
}

function costSheet({ t }: Lookup, { costs }: Plan): Sheet {
  const { today, plan } = costs
  const funds = [
    ...new Set([...Object.keys(today.capitalFen), ...Object.keys(plan.capitalFen)]),
  ].sort()
  const row = (name: string, a: number, b: number) => [name, a, b, round(b - a)]
  return {
    name: t('费用', 'Costs'),
    note: t('三栏不相加；金额为元', 'Three columns, never added; amounts in yuan'),
    headings: [t('栏目', 'Column'), t('今天', 'Today'), t('方案', 'Plan'), t('差额', 'Difference')],
    rows: [
      row(
        t('可避免现金（每年）', 'Avoidable cash (a year)'),
        toYuan(today.cashFen),
        toYuan(plan.cashFen),
      ),
      ...funds.map((f) =>
        row(
          `${t('一次性投入', 'Capital')} ${f}`,
          toYuan(today.capitalFen[f] ?? 0),
          toYuan(plan.capitalFen[f] ?? 0),
        ),
      ),
      row(
        t('人员工时（每年）', 'Staff hours (a year)'),
        round(today.staffHours),
        round(plan.staffHours),
      ),
    ],
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
