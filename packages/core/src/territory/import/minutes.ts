import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { MinuteTable } from '../roads.ts'
import type { Columns } from './column.ts'
import type { RawTable } from './raw-table.ts'
import { type ReadOptions, readTable } from './read-table.ts'
import { type Reference, referencesOf } from './references.ts'
import { uniqueRows } from './unique-rows.ts'

/** Where there are no roads: how long from a place to a centre, in minutes or in seconds. */
export const minuteColumns = {
  from: {
    type: 'code',
    zh: '起点',
    aliases: ['from_id', '起点编号'],
    needed: true,
    refers: ['settlements', 'facilities'],
  },
  to: { type: 'code', zh: '终点', aliases: ['to_id', '终点编号'], needed: true },
  minutes: { type: 'number', zh: '分钟', aliases: ['min', '时间', '分钟数'] },
  seconds: { type: 'number', zh: '秒', aliases: ['secs', '秒数'] },
} as const satisfies Columns

/** Minutes from places to places, sorted; a row with neither minutes nor seconds is a finding. */
export function importMinutes(
  table: RawTable,
  options: ReadOptions = {},
): { minutes: MinuteTable; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, minuteColumns, options)
  const findings = read.findings
  const rows = uniqueRows(
    read.rows.filter((row) => !row.bad),
    (row) => `${row.values.from} ${row.values.to}`,
    'to',
    findings,
  )
  const entries: MinuteTable['entries'] = []
  for (const row of rows) {
    const { from, to, minutes, seconds } = row.values
    const value = minutes ?? (seconds === null ? null : seconds / 60)
    if (value === null)
      findings.push(finding('cell-missing', row.at('minutes'), { column: 'minutes' }))
    else entries.push({ from: from!, to: to!, minutes: value })
  }
  const key = (e: { from: string; to: string }): string => `${e.from} ${e.to}`
  entries.sort(byText(key))
  return { minutes: { entries }, references: referencesOf(read.rows, minuteColumns), findings }
}
