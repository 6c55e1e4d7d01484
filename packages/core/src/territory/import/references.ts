import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { Words } from '../../words/language.ts'
import type { Columns, Referred } from './column.ts'
import { suggester, suggestion } from './nearest.ts'
import type { ReadRow } from './read-table.ts'

/** An id that has to exist in one of some tables, and where it was said. */
export interface Reference {
  id: string
  tables: readonly Referred[]
  at: Place
}

const referredWords: Record<Referred, Words> = {
  settlements: { zh: '居民点表', en: 'settlements' },
  facilities: { zh: '设施表', en: 'facilities' },
  vehicles: { zh: '车辆表', en: 'vehicles' },
  staff: { zh: '人员表', en: 'staff' },
  funds: { zh: '资金表', en: 'funds' },
  services: { zh: '服务目录', en: 'the catalogue of services' },
}

const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((v) => typeof v === 'string')
  return value && typeof value === 'object' ? Object.keys(value) : []
}

/** All ids that the rows of a table refer to, by the columns that say so. */
export function referencesOf<C extends Columns>(
  rows: readonly ReadRow<C>[],
  columns: C,
): Reference[] {
  const referring = Object.entries(columns).filter(([, column]) => column.refers)
  return rows.flatMap((row) =>
    referring.flatMap(([column, { refers }]) =>
      idsIn(row.values[column as keyof C]).map((id) => ({
        id,
        tables: refers!,
        at: row.at(column as keyof C & string),
      })),
    ),
  )
}

/** A finding for each id that exists in none of its tables. */
export function checkReferences(
  references: readonly Reference[],
  known: Readonly<Record<Referred, ReadonlySet<string>>>,
): Finding[] {
  const candidates = new Map<string, readonly Referred[]>()
  const suggest = suggester((id) =>
    suggestion(
      id,
      (candidates.get(id) ?? []).flatMap((table) => [...known[table]]),
    ),
  )
  return references
    .filter(({ id, tables }) => !tables.some((table) => known[table].has(id)))
    .map(({ id, tables, at }) => {
      candidates.set(id, tables)
      return finding('reference-unknown', at, {
        value: id,
        table: tables.map((t) => referredWords[t].en).join(' / '),
        tableZh: tables.map((t) => referredWords[t].zh).join('、'),
        suggestion: suggest(id),
      })
    })
}
