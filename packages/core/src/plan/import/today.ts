import type { PlainDate, Weekday } from '../../kernel/calendar.ts'
import { clockText } from '../../kernel/clock.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Facility } from '../../resources/facility.ts'
import type { Columns } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Baseline, VisitRule } from '../baseline.ts'

interface Imported {
  references: Reference[]
  findings: Finding[]
}

export const rotaColumns = {
  staff: { type: 'code', zh: '人员编号', aliases: ['staff_id'], needed: true, refers: ['staff'] },
  place: {
    type: 'code',
    zh: '地点编号',
    aliases: ['place_id', '设施或车辆'],
    needed: true,
    refers: ['facilities', 'vehicles'],
  },
  weekday: { type: 'weekday', zh: '星期', aliases: ['day'], needed: true },
  hours: { type: 'number', zh: '小时', aliases: ['工时'], needed: true, low: 0.1, high: 24 },
} as const satisfies Columns

/** Who works where on which weekday (`today/rotas.csv`), sorted. */
export function importRotas(
  table: RawTable,
  options: ReadOptions = {},
): Imported & { rotas: Baseline['rotas'] } {
  const read = readTable(table, rotaColumns, options)
  const key = (r: { staff: string | null; place: string | null; weekday: number | null }): string =>
    `${r.staff} ${r.place} ${r.weekday}`
  const kept = read.rows.filter((row) => !row.bad)
  const rotas = uniqueRows(kept, (row) => key(row.values), 'weekday', read.findings).map(
    ({ values: v }) => ({
      staff: v.staff!,
      place: v.place!,
      weekday: v.weekday!,
      hours: v.hours!,
    }),
  )
  return {
    rotas: rotas.sort(byText(key)),
    references: referencesOf(read.rows, rotaColumns),
    findings: read.findings,
  }
}

export const timetableColumns = {
  vehicle: {
    type: 'code',
    zh: '车辆编号',
    aliases: ['vehicle_id'],
    needed: true,
    refers: ['vehicles'],
  },
  settlement: {
    type: 'code',
    zh: '居民点编号',
    aliases: ['settlement_id', 'stop'],
    needed: true,
    refers: ['settlements'],
  },
  weekday: { type: 'weekday', zh: '星期', aliases: ['day'] },
  everyWeeks: { type: 'number', zh: '每几周', aliases: ['every_weeks'], whole: true, low: 1 },
  monthDay: {
    type: 'number',
    zh: '每月几号',
    aliases: ['month_day'],
    whole: true,
    low: 1,
    high: 31,
  },
  dates: { type: 'list', zh: '日期', aliases: ['visit_dates'] },
  services: { type: 'list', zh: '服务', aliases: ['service_ids'], refers: ['services'] },
  minutes: {
    type: 'number',
    zh: '停留分钟',
    aliases: ['停留时间'],
    low: 1,
    high: 1440,
    assumed: 120,
  },
} as const satisfies Columns

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function ruleOf(row: ReadRow<typeof timetableColumns>, findings: Finding[]): VisitRule | null {
  const { dates, weekday, everyWeeks, monthDay } = row.values
  if (dates !== null && dates.length > 0) {
    const wrong = dates.filter((date) => !isDate(date))
    for (const value of wrong) findings.push(finding('cell-not-a-date', row.at('dates'), { value }))
    return wrong.length > 0 ? null : { by: 'dates', dates: [...dates].sort() as PlainDate[] }
  }
  if (monthDay !== null) return { by: 'monthDay', day: monthDay }
  if (weekday !== null) return { by: 'weekday', weekday, everyWeeks: everyWeeks ?? 1 }
  findings.push(finding('visit-day-missing', row.at()))
  return null
}

/** The vans' present timetable (`today/timetable.csv`), sorted. */
export function importTimetable(
  table: RawTable,
  options: ReadOptions = {},
): Imported & { timetable: Baseline['timetable'] } {
  const read = readTable(table, timetableColumns, options)
  const timetable = read.rows
    .filter((row) => !row.bad)
    .flatMap((row): Baseline['timetable'] => {
      const rule = ruleOf(row, read.findings)
      const { vehicle, settlement, services, minutes } = row.values
      if (!rule) return []
      return [
        {
          vehicle: vehicle!,
          settlement: settlement!,
          rule,
          services: services ?? [],
          minutes: minutes!,
        },
      ]
    })
  return {
    timetable: timetable.sort(byText((t) => JSON.stringify(t))),
    references: referencesOf(read.rows, timetableColumns),
    findings: read.findings,
  }
}

export const spendingColumns = {
  fund: { type: 'code', zh: '资金编号', aliases: ['fund_id'], needed: true, refers: ['funds'] },
  service: {
    type: 'code',
    zh: '服务编号',
    aliases: ['service_id'],
    needed: true,
    refers: ['services'],
  },
  year: { type: 'number', zh: '年份', needed: true, whole: true, low: 1990, high: 2200 },
  amount: {
    type: 'number',
    zh: '金额（元）',
    aliases: ['amount_yuan', 'yuan'],
    needed: true,
    scale: 100,
    round: true,
  },
} as const satisfies Columns

/** Spending by fund, service and year (`today/spending.csv`), sorted. */
export function importSpending(
  table: RawTable,
  options: ReadOptions = {},
): Imported & { spending: Baseline['spending'] } {
  const read = readTable(table, spendingColumns, options)
  const key = (s: { fund: string | null; service: string | null; year: number | null }): string =>
    `${s.fund} ${s.service} ${s.year}`
  const kept = read.rows.filter((row) => !row.bad)
  const spending = uniqueRows(kept, (row) => key(row.values), 'service', read.findings).map(
    ({ values: v }) => ({
      fund: v.fund!,
      service: v.service!,
      year: v.year!,
      amountFen: v.amount!,
    }),
  )
  return {
    spending: spending.sort(byText(key)),
    references: referencesOf(read.rows, spendingColumns),
    findings: read.findings,
  }
}

export const openingColumns = {
  facility: {
    type: 'code',
    zh: '设施编号',
    aliases: ['facility_id'],
    needed: true,
    refers: ['facilities'],
  },
  weekday: { type: 'weekday', zh: '星期', aliases: ['day'], needed: true },
  from: { type: 'clock', zh: '开门', aliases: ['opens'], needed: true },
  to: { type: 'clock', zh: '关门', aliases: ['closes'], needed: true },
} as const satisfies Columns

/** Facilities with their opening hours (`today/opening.csv`), each facility's sorted. */
export function importOpening(
  table: RawTable,
  facilities: readonly Facility[],
  options: ReadOptions = {},
): Imported & { facilities: Facility[] } {
  const read = readTable(table, openingColumns, options)
  const byFacility = new Map<string, Facility['opening']>()
  for (const { values: v, bad } of read.rows) {
    if (bad) continue
    const hours = {
      weekday: v.weekday as Weekday,
      from: clockText(v.from!),
      to: clockText(v.to!),
    }
    byFacility.set(v.facility!, [...(byFacility.get(v.facility!) ?? []), hours])
  }
  return {
    facilities: facilities.map((f) => ({
      ...f,
      opening: (byFacility.get(f.id) ?? [...f.opening]).sort(
        byText((o) => `${o.weekday} ${o.from} ${o.to}`),
      ),
    })),
    references: referencesOf(read.rows, openingColumns),
    findings: read.findings,
  }
}
