import { conversionColumns } from '../../resources/import/conversions.ts'
import { facilityColumns } from '../../resources/import/facilities.ts'
import { fundColumns } from '../../resources/import/funds.ts'
import { staffColumns } from '../../resources/import/staff.ts'
import { vehicleColumns } from '../../resources/import/vehicles.ts'
import type { Columns, TableName } from '../../territory/import/column.ts'
import { divisionColumns } from '../../territory/import/divisions.ts'
import { minuteColumns } from '../../territory/import/minutes.ts'
import { needColumns } from '../../territory/import/needs.ts'
import { provenanceColumns } from '../../territory/import/provenance-columns.ts'
import { settlementColumns } from '../../territory/import/settlements.ts'
import type { WrittenTable } from '../../territory/import/write-table.ts'
import { busColumns } from '../import/buses.ts'
import { openingColumns, rotaColumns, spendingColumns, timetableColumns } from '../import/today.ts'
import { exampleRows } from './example-rows.ts'

const columnsOf: Readonly<Record<TableName, Columns>> = {
  divisions: divisionColumns,
  settlements: settlementColumns,
  needs: needColumns,
  facilities: facilityColumns,
  conversions: conversionColumns,
  vehicles: vehicleColumns,
  funds: fundColumns,
  staff: staffColumns,
  buses: busColumns,
  minutes: minuteColumns,
  rotas: rotaColumns,
  timetable: timetableColumns,
  opening: openingColumns,
  spending: spendingColumns,
}

/** Written by the program, or another way to say what an offered column says. */
const notOffered = new Set(['latLng', 'lngLat', 'seconds', ...Object.keys(provenanceColumns)])

/** An empty table for a county to fill in: every column under its name in both languages, and the marked rows of an example. */
export function templateTable(name: TableName): WrittenTable {
  const examples = exampleRows[name]
  const columns = Object.entries(columnsOf[name]).filter(([id]) => !notOffered.has(id))
  const known = Object.keys(examples[0]!)
  const bands = known.filter((id) => columnsOf[name][id] === undefined)
  const ids = [...columns.map(([id]) => id), ...bands]
  return {
    headings: [...columns.map(([id, { zh }]) => `${zh} / ${id}`), ...bands],
    rows: examples.map((example) => ids.map((id) => example[id] ?? '')),
  }
}
