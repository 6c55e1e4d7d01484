import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import type { Names } from './names.ts'
import type { ReportInput } from './report-input.ts'

/** What every section is given. */
export interface Context extends ReportInput {
  names: Names
  /** Picks the language. */
  t(words: Words): string
}

export interface Column<Row> {
  head: Words
  cell(row: Row): Markup | string | number
  numeric?: boolean
}

/**
 * A table that repeats its heading on every printed page. With `groupOf`, rows of one group (they must stand together)
 * get a line above them that names it.
 */
export function table<Row>(
  context: Pick<Context, 't'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  groupOf?: (row: Row) => string,
): Markup {
  if (rows.length === 0) return html`<p class="none">${context.t({ zh: '无', en: 'None' })}</p>`
  const heading = (row: Row, k: number): Markup | null => {
    const before = rows[k - 1]
    if (!groupOf || (before !== undefined && groupOf(before) === groupOf(row))) return null
    return html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${groupOf(row)}</th></tr>`
  }
  return html`<table><thead><tr>${columns.map((c) => html`<th scope="col" ${c.numeric ? html`class="n"` : null}>${context.t(c.head)}</th>`)}</tr></thead>
<tbody>${rows.map((row, k) => html`${heading(row, k)}<tr>${columns.map((c) => html`<td ${c.numeric ? html`class="n"` : null}>${c.cell(row)}</td>`)}</tr>\n`)}</tbody></table>`
}

/** A titled part of the report, with the definition of what stands in it. */
export function section(
  context: Pick<Context, 't'>,
  id: string,
  title: Words,
  body: Markup,
  definition?: Words,
): Markup {
  return html`<section id="${id}"><h2>${context.t(title)}</h2>${body}${
    definition ? html`<p class="definition">${context.t(definition)}</p>` : null
  }</section>`
}
