import type { Finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Settlement } from '../settlement.ts'
import type { Columns } from './column.ts'
import type { RawTable } from './raw-table.ts'
import { type ReadOptions, readTable } from './read-table.ts'
import { type Reference, referencesOf } from './references.ts'
import { uniqueRows } from './unique-rows.ts'

/** Known numbers of people in need: one row for a settlement and a service. */
export const needColumns = {
  settlement: {
    type: 'code',
    zh: '居民点编号',
    aliases: ['settlement_id'],
    needed: true,
    refers: ['settlements'],
  },
  service: {
    type: 'code',
    zh: '服务编号',
    aliases: ['service_id'],
    needed: true,
    refers: ['services'],
  },
  people: { type: 'number', zh: '人数', aliases: ['需求人数'], needed: true },
} as const satisfies Columns

/** Settlements with the table's numbers added to their own. */
export function importNeeds(
  table: RawTable,
  settlements: readonly Settlement[],
  options: ReadOptions = {},
): { settlements: Settlement[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, needColumns, options)
  const findings = read.findings
  const rows = uniqueRows(
    read.rows.filter((row) => !row.bad),
    (row) => `${row.values.settlement} ${row.values.service}`,
    'service',
    findings,
  )
  const bySettlement = new Map<string, Record<string, number>>()
  for (const { values } of rows) {
    const needs = bySettlement.get(values.settlement!) ?? {}
    needs[values.service!] = values.people!
    bySettlement.set(values.settlement!, needs)
  }
  const sorted = (needs: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(needs).sort(byText(([key]) => key)))
  const withNeeds = settlements.map((s) => {
    const more = bySettlement.get(s.id)
    return more ? { ...s, needs: sorted({ ...s.needs, ...more }) } : s
  })
  return { settlements: withNeeds, references: referencesOf(read.rows, needColumns), findings }
}
