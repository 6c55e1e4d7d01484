import type { RawTable } from './raw-table.ts'

/** Stands at the beginning of the first cell of a template's example row, in both languages so that it is nobody's name. */
export const exampleMark = '示例 Example'

const marked = /^示例\s*example\b/i

/** Rows of a template that only show how a row looks, apart from the others. */
export function withoutExamples(table: RawTable): { rows: RawTable['rows']; examples: number } {
  const first = table.headings.find((heading) => heading !== '')
  if (first === undefined) return { rows: table.rows, examples: 0 }
  const rows = table.rows.filter(({ cells }) => !marked.test((cells[first] ?? '').trim()))
  return { rows, examples: table.rows.length - rows.length }
}

/** A table of a template that nobody has filled in. */
export function isOnlyExample(table: RawTable): boolean {
  const { rows, examples } = withoutExamples(table)
  return examples > 0 && rows.length === 0
}
