import { type Finding, finding } from '../../kernel/finding.ts'
import type { Column, Columns } from './column.ts'
import { suggestion } from './nearest.ts'
import { placeIn, type RawTable } from './raw-table.ts'
import type { TableMapping } from './table-mapping.ts'

/** Which heading gives which column. */
export interface MatchedHeadings {
  heading: ReadonlyMap<string, string>
  /** Headings that `claims` took, such as age bands. */
  claimed: readonly string[]
  findings: Finding[]
}

/** Case, spaces, joiners and a unit in brackets don't matter: `常住人口（人）` is `常住人口`. */
const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([].*?[)\]]\s*$/, '')
    .replace(/[\s_\-.:]/g, '')

/** The column that a heading names; `名称 / name` names it in both languages. */
function columnOf(heading: string, byName: ReadonlyMap<string, string>): string | undefined {
  const whole = byName.get(plainHeading(heading))
  if (whole !== undefined) return whole
  const [first, ...others] = heading
    .split(/\s*[/／\n]\s*/)
    .map((part) => byName.get(plainHeading(part)))
  return others.length > 0 && others.every((other) => other === first) ? first : undefined
}

const namesOf = (id: string, column: Column): string[] => [id, column.zh, ...(column.aliases ?? [])]

function unknownHeadings(
  table: RawTable,
  headings: readonly string[],
  columns: Columns,
  matched: ReadonlyMap<string, string>,
): Finding[] {
  const free = Object.entries(columns)
    .filter(([id]) => !matched.has(id))
    .flatMap(([id, column]) => namesOf(id, column))
  return headings.map((heading) =>
    finding('column-unknown', placeIn(table, 1, heading), {
      heading,
      suggestion: suggestion(heading, free),
    }),
  )
}

function missingColumns(
  table: RawTable,
  columns: Columns,
  given: (id: string) => boolean,
  unknown: readonly string[],
): Finding[] {
  // Of a file that is empty or was refused, that is told already.
  if (table.headings.length === 0 && table.findings.length > 0) return []
  return Object.entries(columns)
    .filter(([id, column]) => column.needed && !given(id))
    .map(([id, column]) => {
      const names = namesOf(id, column)
      const slip = unknown.find((heading) => suggestion(heading, names) !== '')
      return finding('column-missing', placeIn(table, 1, id), {
        column: id,
        columnZh: column.zh,
        suggestion: slip === undefined ? '' : `“${slip}” → ${id}?`,
      })
    })
}

/** Finds every column by mapping, then by name in either language; names what is unknown, doubled or missing. */
export function matchHeadings(
  table: RawTable,
  columns: Columns,
  mapping: TableMapping | null,
  claims: (heading: string) => boolean,
): MatchedHeadings {
  const findings: Finding[] = []
  const heading = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const [id, column] of Object.entries(columns))
    for (const name of namesOf(id, column)) byName.set(plainHeading(name), id)
  // One heading may stand for two columns: a name that is the id as well.
  const mapped = new Set(Object.values(mapping?.columns ?? {}))
  for (const [id, h] of Object.entries(mapping?.columns ?? {}))
    if (columns[id] && table.headings.includes(h)) heading.set(id, h)
  const ignored = new Set(mapping?.ignore.map(plainHeading))
  const claimed: string[] = []
  const unknown: string[] = []
  const double = (first: string, second: string): void => {
    findings.push(finding('column-doubled', placeIn(table, 1, second), { first, second }))
  }
  const seen = new Set<string>()
  for (const h of table.headings) {
    const plain = plainHeading(h)
    if (plain === '') continue
    const id = columnOf(h, byName)
    if (seen.has(h)) double(h, h)
    else if (mapped.has(h)) {
      // Matched already.
    } else if (ignored.has(plain)) continue
    else if (id !== undefined && mapping?.columns[id] === undefined) {
      if (heading.has(id)) double(heading.get(id)!, h)
      else heading.set(id, h)
    } else if (claims(h)) claimed.push(h)
    else if (!mapping?.ignore.includes('*')) unknown.push(h)
    seen.add(h)
  }
  for (const [id, h] of Object.entries(mapping?.columns ?? {}))
    if (!table.headings.includes(h))
      findings.push(
        finding('column-missing', placeIn(table, 1, h), {
          column: h,
          columnZh: columns[id]?.zh ?? id,
          suggestion: suggestion(h, table.headings),
        }),
      )
  const given = (id: string): boolean =>
    heading.has(id) || mapping?.constants[id] !== undefined || mapping?.columns[id] !== undefined
  findings.push(
    ...unknownHeadings(table, unknown, columns, heading),
    ...missingColumns(table, columns, given, unknown),
  )
  return { heading, claimed, findings }
}
