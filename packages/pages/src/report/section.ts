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

/** A table that repeats its heading on every printed page. */
export function table<Row>(
  context: Context,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Markup {
  if (rows.length === 0) return html`<p class="none">${context.t({ zh: '无', en: 'None' })}</p>`
  return html`<table><thead><tr>${columns.map((c) => html`<th scope="col" ${c.numeric ? html`class="n"` : null}>${context.t(c.head)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((c) => html`<td ${c.numeric ? html`class="n"` : null}>${c.cell(row)}</td>`)}</tr>\n`)}</tbody></table>`
}

/** A titled part of the report, with the definition of what stands in it. */
export function section(
  context: Context,
  id: string,
  title: Words,
  body: Markup,
  definition?: Words,
): Markup {
  return html`<section id="${id}"><h2>${context.t(title)}</h2>${body}${
    definition ? html`<p class="definition">${context.t(definition)}</p>` : null
  }</section>`
}
