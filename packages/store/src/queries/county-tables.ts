import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { Baseline } from '@kuashan/core/plan/baseline.ts'
import { County } from '@kuashan/core/plan/county.ts'
import { Facility } from '@kuashan/core/resources/facility.ts'
import { Fund } from '@kuashan/core/resources/fund.ts'
import { StaffMember } from '@kuashan/core/resources/staff.ts'
import { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import { Division } from '@kuashan/core/territory/division.ts'
import { Settlement } from '@kuashan/core/territory/settlement.ts'
import { BusLine } from '@kuashan/core/travel/bus-line.ts'
import { z } from 'zod'

/** One row of the county's data as the database keeps it. */
export interface CountyRow {
  table: CountyTable
  id: string
  position: number
  division: string | null
  value: Record<string, unknown>
}

const schemas = {
  divisions: Division,
  settlements: Settlement,
  facilities: Facility,
  vehicles: Vehicle,
  staff: StaffMember,
  funds: Fund,
  buses: BusLine,
  standards: AdoptedStandard,
  rotas: Baseline.shape.rotas.unwrap().element,
  timetable: Baseline.shape.timetable.unwrap().element,
  spending: Baseline.shape.spending.unwrap().element,
} as const

export const CountyTable = z.enum(
  Object.keys(schemas) as [keyof typeof schemas, ...(keyof typeof schemas)[]],
)
export type CountyTable = z.infer<typeof CountyTable>

/** The schema of the core that a row of a table must satisfy, after an edit too. */
export const rowSchema = (table: CountyTable): z.ZodType => schemas[table]

const baselineTables = ['rotas', 'timetable', 'spending'] as const

/** The id that a row has of itself; rows without one are named by their place in the table. */
const idOf = (table: CountyTable, row: Record<string, unknown>, position: number): string => {
  const own = table === 'divisions' ? row.code : row.id
  return typeof own === 'string' ? own : `#${position + 1}`
}

/** A row that is known by its place in its table only. */
export const isByPlace = (id: string): boolean => id.startsWith('#')

const divisionOf = (table: CountyTable, row: Record<string, unknown>): string | null => {
  const code = table === 'divisions' ? row.code : row.division
  // A county's or province's own row lies in no township: everybody sees it.
  const lies = typeof code === 'string' && /^[0-9]{12}$/.test(code) && !code.endsWith('000000')
  return lies ? code : null
}

/** A county in rows, settings apart. */
export function rowsOf(county: County): CountyRow[] {
  const { settings: _, baseline, ...tables } = county
  const all: Record<string, readonly object[]> = { ...tables, ...baseline }
  return CountyTable.options.flatMap((table) =>
    (all[table] ?? []).map((row, position) => {
      const value = row as Record<string, unknown>
      const id = idOf(table, value, position)
      return { table, id, position, division: divisionOf(table, value), value }
    }),
  )
}

/** The inverse of `rowsOf`: parsed anew, since rows may have been edited. */
export function countyOfRows(
  settings: unknown,
  rows: readonly Pick<CountyRow, 'table' | 'value'>[],
): County {
  const byTable = Map.groupBy(rows, (row) => row.table)
  const values = (table: CountyTable) => (byTable.get(table) ?? []).map((row) => row.value)
  const tables = Object.fromEntries(CountyTable.options.map((table) => [table, values(table)]))
  const baseline = Object.fromEntries(baselineTables.map((table) => [table, tables[table]]))
  return County.parse({ ...tables, settings, baseline })
}

/** A county with some of its rows replaced, each by its table and its place there; what comes in is parsed, the rest stays. */
export function withRows(
  county: County,
  rows: readonly Pick<CountyRow, 'table' | 'position' | 'value'>[],
): County {
  const { baseline, settings, ...tables } = county
  const replaced: Record<string, unknown[]> = { ...tables, ...baseline } as never
  for (const [table, some] of Map.groupBy(rows, (row) => row.table)) {
    const next = [...replaced[table]!]
    for (const { position, value } of some) next[position] = rowSchema(table).parse(value)
    replaced[table] = next
  }
  const of = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, replaced[name]]))
  const edited = { settings, ...of(Object.keys(tables)), baseline: of(Object.keys(baseline)) }
  return edited as unknown as County
}
