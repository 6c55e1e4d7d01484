import { suggestion } from '../../territory/import/nearest.ts'
import type { Words } from '../../words/language.ts'
import type { County, CountyInput } from '../county.ts'
import type { Fault } from './change-rule.ts'

/** What a change may name, in the singular. */
const rowWords = {
  settlement: { zh: '居民点', en: 'settlement' },
  facility: { zh: '设施', en: 'facility' },
  place: { zh: '居民点或设施', en: 'settlement or facility' },
  vehicle: { zh: '车辆', en: 'vehicle' },
  staff: { zh: '人员', en: 'member of staff' },
  line: { zh: '班车线路', en: 'bus line' },
  fund: { zh: '资金', en: 'fund' },
  division: { zh: '行政区划', en: 'division' },
  service: { zh: '服务', en: 'service' },
  road: { zh: '道路', en: 'road' },
} as const satisfies Record<string, Words>
export type RowKind = keyof typeof rowWords

interface Row {
  id: string
  names: readonly (string | undefined)[]
}

const ofCounty: Record<Exclude<RowKind, 'service' | 'road'>, (county: County) => Row[]> = {
  settlement: (c) => c.settlements.map((s) => ({ id: s.id, names: [s.name, s.nameEn] })),
  facility: (c) => c.facilities.map((f) => ({ id: f.id, names: [f.name, f.nameEn] })),
  place: (c) => [...ofCounty.settlement(c), ...ofCounty.facility(c)],
  vehicle: (c) => c.vehicles.map((v) => ({ id: v.id, names: [v.name] })),
  staff: (c) => c.staff.map((s) => ({ id: s.id, names: [] })),
  line: (c) => c.buses.map((b) => ({ id: b.id, names: [] })),
  fund: (c) => c.funds.map((f) => ({ id: f.id, names: [f.name] })),
  division: (c) => c.divisions.map((d) => ({ id: d.code, names: [d.name, d.nameEn] })),
}

function rowsOf(input: CountyInput, kind: RowKind): Row[] {
  if (kind === 'service')
    return input.catalogue.services.map((s) => ({ id: s.id, names: [s.nameZh, s.nameEn] }))
  if (kind === 'road') return (input.roads?.ways ?? []).map((w) => ({ id: w.id, names: [w.name] }))
  return ofCounty[kind](input.county)
}

function matching(input: CountyInput, kind: RowKind, text: string): string[] {
  const rows = rowsOf(input, kind)
  const byId = rows.filter((row) => row.id === text)
  const found = byId.length > 0 ? byId : rows.filter((row) => row.names.includes(text))
  return [...new Set(found.map((row) => row.id))]
}

/** The id that a text means; the text itself where it means none or several, which `nameFaults` tells. */
export function idOf(input: CountyInput, kind: RowKind, text: string): string {
  const [id, other] = matching(input, kind, text)
  return id === undefined || other !== undefined ? text : id
}

/** Nothing where a text names one row; else what is wrong, with the nearest name there is. */
export function nameFaults(input: CountyInput, kind: RowKind, text: string): Fault[] {
  const ids = matching(input, kind, text)
  const what = { what: rowWords[kind].en, whatZh: rowWords[kind].zh, value: text }
  if (ids.length === 0) {
    const names = rowsOf(input, kind).flatMap((r) => [r.id, ...r.names.flatMap((n) => n ?? [])])
    return [
      { code: 'change-names-nothing', facts: { ...what, suggestion: suggestion(text, names) } },
    ]
  }
  // Many ways make up one road and carry its name.
  if (ids.length === 1 || kind === 'road') return []
  return [{ code: 'change-names-several', facts: { ...what, ids: ids.join(', ') } }]
}

/** A fund that is named must be there. */
export const fundFaults = (input: CountyInput, fund: string | undefined): Fault[] =>
  fund === undefined ? [] : nameFaults(input, 'fund', fund)

/** A new row must have an id that no other row of the kind has. */
export const takenFaults = (input: CountyInput, kind: RowKind, id: string): Fault[] =>
  rowsOf(input, kind).some((row) => row.id === id)
    ? [
        {
          code: 'change-id-taken',
          facts: { what: rowWords[kind].en, whatZh: rowWords[kind].zh, value: id },
        },
      ]
    : []

/** A county with some of its tables replaced. */
export const withCounty = (input: CountyInput, tables: Partial<County>): CountyInput => ({
  ...input,
  county: { ...input.county, ...tables },
})

/** A county with some of its settings replaced. */
export const withSettings = (
  input: CountyInput,
  settings: Partial<County['settings']>,
): CountyInput => withCounty(input, { settings: { ...input.county.settings, ...settings } })

/** Dates of a change must be in order and touch the horizon. */
export function dateFaults(
  { county }: CountyInput,
  from: string | undefined,
  to: string | undefined,
): Fault[] {
  const { horizon } = county.settings
  const first = from ?? horizon.from
  const last = to ?? horizon.to
  if (first <= last && first <= horizon.to && last >= horizon.from) return []
  const facts = { from: first, to: last, horizonFrom: horizon.from, horizonTo: horizon.to }
  return [{ code: 'change-dates-outside', facts }]
}

export const lacks = (zh: string, en: string): Fault => ({
  code: 'change-lacks',
  facts: { need: en, needZh: zh },
})
