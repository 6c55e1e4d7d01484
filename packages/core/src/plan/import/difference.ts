import { type Finding, finding } from '../../kernel/finding.ts'
import type { County } from '../county.ts'

type Row = Readonly<Record<string, unknown>>

/** Tables that are compared, and what names their rows. */
const tables = {
  divisions: 'code',
  settlements: 'id',
  facilities: 'id',
  vehicles: 'id',
  staff: 'id',
  funds: 'id',
  buses: 'id',
} as const

/** Ids and changes listed in one finding before "…". */
const LISTED = 12

const list = (items: readonly string[]): string =>
  items.slice(0, LISTED).join(', ') + (items.length > LISTED ? ', …' : '')

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')

/** Every value of a row by its path; where it came from (file, row) is not a value. */
function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value))
      if (path !== '' || key !== 'provenance') leaves(inner, path ? `${path}.${key}` : key, into)
  } else if (value !== undefined) into.set(path, shown(value))
  return into
}

function changesOf(before: Row, after: Row): string[] {
  const [old, now] = [leaves(before, '', new Map()), leaves(after, '', new Map())]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => `${path} ${old.get(path) ?? '–'} → ${now.get(path) ?? '–'}`)
}

const byId = (rows: readonly Row[], id: string): Map<string, Row> =>
  new Map(rows.map((row) => [String(row[id]), row]))

/** Rows added, removed and changed from one import of a county to the next, sources only: edits apart. */
export function differences(before: County, after: County): Finding[] {
  return Object.entries(tables).flatMap(([table, id]) => {
    const old = byId(before[table as keyof typeof tables] as readonly Row[], id)
    const now = byId(after[table as keyof typeof tables] as readonly Row[], id)
    const added = [...now.keys()].filter((key) => !old.has(key))
    const removed = [...old.keys()].filter((key) => !now.has(key))
    const changed = [...now].flatMap(([key, row]) => {
      const changes = old.has(key) ? changesOf(old.get(key)!, row) : []
      return changes.length > 0
        ? [finding('import-changed', {}, { table, id: key, changes: list(changes) })]
        : []
    })
    const counted = (code: 'import-added' | 'import-removed', ids: string[]): Finding[] =>
      ids.length > 0 ? [finding(code, {}, { table, count: ids.length, ids: list(ids) })] : []
    return [...counted('import-added', added), ...counted('import-removed', removed), ...changed]
  })
}
