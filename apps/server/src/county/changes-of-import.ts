import type { TableChange } from '@kuashan/contract/counties.ts'
import type { RowDifference } from '@kuashan/store/queries/revision-changes.ts'

type Row = Readonly<Record<string, unknown>>

const mostRows = 100

/** Fields that two forms of a row differ in; where it came from is no part of what it says. */
function fieldsOf(before: Row, after: Row): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  names.delete('provenance')
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

function changeOf({ id, before, after }: RowDifference): TableChange['rows'][number] | null {
  const name = String(after?.name ?? before?.name ?? id)
  if (!before || !after) return { id, name, change: before ? 'removed' : 'added', fields: [] }
  const fields = fieldsOf(before, after)
  return fields.length > 0 ? { id, name, change: 'changed', fields } : null
}

/** Differences counted by table, with the first rows of each. */
export function changesOfImport(differences: readonly RowDifference[]): TableChange[] {
  const byTable = Map.groupBy(differences, ({ table }) => table)
  return [...byTable].flatMap(([table, some]) => {
    const rows = some.map(changeOf).filter((row) => row !== null)
    if (rows.length === 0) return []
    const count = (change: string) => rows.filter((row) => row.change === change).length
    const [added, changed, removed] = [count('added'), count('changed'), count('removed')]
    return [{ table, added, changed, removed, rows: rows.slice(0, mostRows) }]
  })
}
