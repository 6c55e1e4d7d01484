import { type Finding, finding, type Place } from '../../kernel/finding.ts'

interface Row {
  row: number
  at: (column?: never) => Place
}

/**
 * The rows whose key was not used before, in the order of the file; the others are findings that name
 * both rows. Rows without a key are kept.
 */
export function uniqueRows<R extends Row>(
  rows: readonly R[],
  key: (row: R) => string | null,
  column: string,
  findings: Finding[],
): R[] {
  const first = new Map<string, number>()
  return rows.filter((row) => {
    const id = key(row)
    if (id === null || id === '') return true
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, row.row)
      return true
    }
    const at = (row.at as (column?: string) => Place)(column)
    findings.push(finding('duplicate-id', at, { id, first: before }))
    return false
  })
}
