import { z } from 'zod'
import { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { Facility } from '../../resources/facility.ts'
import { Fund } from '../../resources/fund.ts'
import { StaffMember } from '../../resources/staff.ts'
import { Vehicle } from '../../resources/vehicle.ts'
import { Division } from '../../territory/division.ts'
import { suggestion } from '../../territory/import/nearest.ts'
import { checkPopulation } from '../../territory/import/population-checks.ts'
import { Settlement } from '../../territory/settlement.ts'
import { type County, CountySettings } from '../county.ts'
import { issueWords } from './issue-words.ts'
import { tableWords } from './table-words.ts'
import type { Plain } from './yuan.ts'

/** Tables whose rows people may correct, with what a row must still be afterwards. `settings` is one row with the id `county`. */
const editable = {
  settings: CountySettings,
  divisions: Division,
  settlements: Settlement,
  facilities: Facility,
  vehicles: Vehicle,
  staff: StaffMember,
  funds: Fund,
} as const
export type EditableTable = keyof typeof editable
export const editableTables = Object.keys(editable) as [EditableTable, ...EditableTable[]]

const Value: z.ZodType<Plain> = z.json()

/** A correction by people of one value of the model. It outlives imports: next year's files don't undo it. */
export const Edit = z.strictObject({
  table: z.enum(editableTables),
  /** Id of the row; a division's code. */
  id: z.string().min(1),
  /** Path in the model, `permanent.total`; money in fen, times in seconds. */
  field: z.string().min(1),
  value: Value,
  /** What the source said when the edit was made. */
  was: Value,
  by: z.string().min(1),
  date: PlainDate,
  reason: z.string().min(1),
})
export type Edit = z.infer<typeof Edit>

type Row = Record<string, unknown>

const rowKey = (table: EditableTable): string => (table === 'divisions' ? 'code' : 'id')

const rowsOf = (county: County, table: EditableTable): readonly Row[] =>
  table === 'settings'
    ? [{ ...county.settings, id: 'county' }]
    : (county[table] as unknown as Row[])

const findRow = (county: County, { table, id }: Pick<Edit, 'table' | 'id'>): Row | undefined =>
  rowsOf(county, table).find((row) => row[rowKey(table)] === id)

function valueAt(row: Row, path: string): Plain {
  let value: unknown = row
  for (const key of path.split('.')) value = (value as Row | null | undefined)?.[key]
  return (value ?? null) as Plain
}

function withValue(row: Row, path: readonly string[], value: Plain): Row {
  const [key, ...rest] = path
  const old = row[key!]
  if (rest.length === 0) return { ...row, [key!]: value }
  if (Array.isArray(old)) {
    const items = [...old]
    const index = Number(rest[0])
    items[index] = rest.length === 1 ? value : withValue(items[index] as Row, rest.slice(1), value)
    return { ...row, [key!]: items }
  }
  const inner = old !== null && typeof old === 'object' ? (old as Row) : {}
  return { ...row, [key!]: withValue(inner, rest, value) }
}

const text = (value: Plain): string => (typeof value === 'string' ? value : JSON.stringify(value))

const same = (a: Plain, b: Plain): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What a county says now of the value that an edit is about; undefined when there is no such row. */
export function valueInCounty(
  county: County,
  edit: Pick<Edit, 'table' | 'id' | 'field'>,
): Plain | undefined {
  const row = findRow(county, edit)
  return row && valueAt(row, edit.field)
}

function replaceRow(county: County, { table, id }: Edit, changed: Row): County {
  if (table === 'settings') return { ...county, settings: changed as unknown as CountySettings }
  const rows = (county[table] as unknown as Row[]).map((row) =>
    row[rowKey(table)] === id ? changed : row,
  )
  return { ...county, [table]: rows }
}

/** The row as edited, checked against its schema; or the reason why it cannot be. */
function editedRow(row: Row, edit: Edit): { row: Row } | { reason: string; reasonZh?: string } {
  const { table, field, value } = edit
  const [first] = field.split('.')
  const schema = editable[table]
  if (!(first! in schema.shape) || field === rowKey(table))
    return { reason: `${field} ${suggestion(first!, Object.keys(schema.shape))}`.trim() }
  const changed = withValue(row, field.split('.'), value)
  const note = `edited by ${edit.by} on ${edit.date}: ${field}, was ${text(edit.was)}`
  const provenance = row.provenance as { note?: string } | undefined
  const marked = provenance
    ? {
        ...changed,
        provenance: {
          ...provenance,
          method: 'entered',
          note: [provenance.note, note].filter(Boolean).join('; '),
        },
      }
    : changed
  const parsed = schema.safeParse(marked)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    const [words, path] = [issueWords(issue), issue.path.join('.')]
    return { reason: `${path}: ${words.en}`, reasonZh: `${path}：${words.zh}` }
  }
  // A schema leaves out what it does not know.
  if (same(valueAt(parsed.data as Row, field), value)) return { row: parsed.data as Row }
  const words = { reason: `there is no ${field}`, reasonZh: `没有 ${field} 这一项` }
  const near = suggestion(field, [...leavesOf(row)])
  return near ? { reason: `${words.reason} ${near}`, reasonZh: `${words.reasonZh} ${near}` } : words
}

/** Fields that name a row of another table. */
const referring: Readonly<Record<string, 'facilities' | 'funds' | 'divisions'>> = {
  'vehicles.depot': 'facilities',
  'vehicles.fund': 'funds',
  'staff.employer': 'facilities',
  'staff.licencePlace': 'facilities',
  'staff.fund': 'funds',
  'settlements.division': 'divisions',
  'facilities.division': 'divisions',
}

function checkReferred(county: County, { table, field, value }: Edit, at: Place): Finding[] {
  const other = referring[`${table}.${field}`]
  if (other === undefined || typeof value !== 'string' || value === '') return []
  const ids = rowsOf(county, other).map((row) => String(row[rowKey(other)]))
  if (ids.includes(value) || (other === 'divisions' && ids.length === 0)) return []
  const facts = { value, suggestion: suggestion(value, ids) }
  return other === 'divisions'
    ? [finding('division-unknown', at, facts)]
    : [finding('reference-unknown', at, { ...facts, table: other, tableZh: tableWords[other].zh })]
}

/** Paths of all values of a row. */
const leavesOf = (row: Row, prefix = ''): string[] =>
  Object.entries(row).flatMap(([key, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? leavesOf(value as Row, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  )

/**
 * Puts people's edits on top of a county as imported, in order of their dates. An edit stays when the source changes
 * under it, and a finding names both values; one whose row is gone, or that breaks the row, is a finding too.
 */
export function applyEdits(
  county: County,
  edits: readonly Edit[],
): { county: County; findings: Finding[] } {
  const findings: Finding[] = []
  let edited = county
  const last = new Map(edits.map((e) => [`${e.table} ${e.id} ${e.field}`, e]))
  for (const edit of last.values()) {
    const { table, id, field, by, date } = edit
    const at = { file: 'edits.json', path: `${table}.${id}.${field}` }
    const source = valueInCounty(county, edit)
    const facts = { table, id, field, by, date, value: text(edit.value) }
    if (source === undefined) {
      findings.push(finding('edit-target-gone', at, facts))
      continue
    }
    if (same(source, edit.value)) {
      findings.push(finding('edit-in-source', at, facts))
      continue
    }
    if (!same(source, edit.was))
      findings.push(finding('edit-kept', at, { ...facts, was: text(edit.was), now: text(source) }))
    const result = editedRow(findRow(edited, edit)!, edit)
    if ('reason' in result)
      findings.push(finding('edit-invalid', at, { table, id, field, ...result }))
    else {
      edited = replaceRow(edited, edit, result.row)
      if (table === 'settlements' && field.startsWith('permanent'))
        findings.push(...checkPopulation(result.row as unknown as Settlement, at))
      findings.push(...checkReferred(edited, edit, at))
    }
  }
  return { county: edited, findings }
}
