import type { Finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Columns } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Fund } from '../fund.ts'

export const fundColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '资金编号'], needed: true },
  name: { type: 'text', zh: '名称', aliases: ['资金名称'], needed: true },
  amount: {
    type: 'number',
    zh: '金额（元）',
    aliases: ['amount_yuan', '年度金额'],
    scale: 100,
    round: true,
    needed: true,
  },
  basicOnly: { type: 'flag', zh: '仅限基本服务', aliases: ['basic_only'] },
  services: { type: 'list', zh: '服务', aliases: ['可用于服务'], refers: ['services'] },
  domains: { type: 'list', zh: '领域', aliases: ['可用于领域'] },
  use: {
    type: 'choice',
    zh: '用途',
    aliases: ['purpose'],
    choices: { running: ['运行'], capital: ['建设', '投资'], both: ['均可'] },
  },
} as const satisfies Columns

/** Funds of one table, sorted by id. */
export function importFunds(
  table: RawTable,
  options: ReadOptions = {},
): { funds: Fund[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, fundColumns, options)
  const kept = read.rows.filter((row) => !row.bad)
  const rows = uniqueRows(kept, (row) => row.values.id, 'id', read.findings)
  const funds = rows.map(({ values: v }): Fund => {
    return {
      id: v.id!,
      name: v.name!,
      amountFen: v.amount!,
      basicOnly: v.basicOnly ?? false,
      services: v.services ?? [],
      domains: v.domains ?? [],
      use: (v.use ?? 'both') as Fund['use'],
    }
  })
  return {
    funds: funds.sort(byText((f) => f.id)),
    references: referencesOf(read.rows, fundColumns),
    findings: read.findings,
  }
}
