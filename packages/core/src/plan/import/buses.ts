import type { Weekday } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { byText, compareText } from '../../kernel/order.ts'
import type { Columns } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import type { BusLine } from '../../travel/bus-line.ts'

/** One row for each stop of a line; days and fare stand on any of its rows. */
export const busColumns = {
  line: { type: 'code', zh: '线路', aliases: ['id', 'line_id', '线路编号'], needed: true },
  place: {
    type: 'code',
    zh: '站点编号',
    aliases: ['stop', 'place_id'],
    needed: true,
    refers: ['settlements', 'facilities'],
  },
  time: { type: 'clock', zh: '时刻', aliases: ['departs', '发车时刻'], needed: true },
  days: { type: 'weekdays', zh: '运行日', aliases: ['weekdays'] },
  fare: { type: 'number', zh: '票价（元）', aliases: ['fare_yuan'], scale: 100, round: true },
} as const satisfies Columns

type Row = ReadRow<typeof busColumns>

function toLine(id: string, rows: readonly Row[]): BusLine {
  const stops = rows.map(({ values: v }) => ({ place: v.place!, minute: v.time! / 60 }))
  const days = [...new Set(rows.flatMap(({ values: v }) => v.days ?? []))].sort((a, b) => a - b)
  const fares = rows.flatMap(({ values: v }) => (v.fare === null ? [] : [v.fare]))
  return {
    id,
    stops: stops.sort((a, b) => a.minute - b.minute || compareText(a.place, b.place)),
    days: days.length > 0 ? days : ([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]),
    fareFen: Math.max(0, ...fares),
  }
}

/** Bus lines, sorted by id, stops by time. A line needs two stops. */
export function importBuses(
  table: RawTable,
  options: ReadOptions = {},
): { buses: BusLine[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, busColumns, options)
  const byLine = new Map<string, Row[]>()
  for (const row of read.rows) {
    if (row.bad) continue
    byLine.set(row.values.line!, [...(byLine.get(row.values.line!) ?? []), row])
  }
  const buses: BusLine[] = []
  for (const [id, rows] of byLine) {
    if (rows.length >= 2) buses.push(toLine(id, rows))
    else read.findings.push(finding('bus-line-too-short', rows[0]!.at('line'), { id }))
  }
  return {
    buses: buses.sort(byText((b) => b.id)),
    references: referencesOf(read.rows, busColumns),
    findings: read.findings,
  }
}
