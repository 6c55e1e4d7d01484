import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Provenance } from '../../kernel/provenance.ts'
import type { TableName } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import type { Reference } from '../../territory/import/references.ts'
import type { TableMapping } from '../../territory/import/table-mapping.ts'

/** One source of a table: the file as read, and how to read it. */
export interface TableSource {
  table: RawTable
  mapping: TableMapping | null
}

export type Sources = Partial<Record<TableName, readonly TableSource[]>>

/** What gathers while tables are read one after the other. */
export interface Gathered {
  findings: Finding[]
  references: Reference[]
}

/** What every reader of a table gives besides its rows. */
export type Read = { findings: Finding[]; references?: Reference[] }

/** Applies one reader to each source of a table. */
export function each<T extends Read>(
  sources: readonly TableSource[] | undefined,
  read: (table: RawTable, source: TableSource) => T,
  gathered: Gathered,
): T[] {
  return (sources ?? []).map((source) => {
    const result = read(source.table, source)
    gathered.findings.push(...result.findings)
    gathered.references.push(...(result.references ?? []))
    return result
  })
}

/** Rows of several sources of one table as one list, sorted; an id used in two sources is an error. */
export function unite<T>(
  lists: readonly (readonly T[])[],
  key: (item: T) => string,
  { findings }: Gathered,
): T[] {
  const all = lists.flat().sort(byText(key))
  for (const [k, item] of all.entries()) {
    const before = all[k - 1]
    if (before === undefined || key(before) !== key(item)) continue
    const from = (row: T): Provenance | undefined => (row as { provenance?: Provenance }).provenance
    const { file, row } = from(item) ?? {}
    const first = [from(before)?.file, from(before)?.row].filter(Boolean).join(' ')
    findings.push(finding('duplicate-id', { file, row, path: key(item) }, { id: key(item), first }))
  }
  return all
}
