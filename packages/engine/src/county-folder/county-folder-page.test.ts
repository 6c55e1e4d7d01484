import { readFileSync } from 'node:fs'
import { importExperiments } from '@kuashan/core/plan/experiment.ts'
import { busColumns } from '@kuashan/core/plan/import/buses.ts'
import { importSettings, importStandards } from '@kuashan/core/plan/import/settings.ts'
import { tableWords } from '@kuashan/core/plan/import/table-words.ts'
import {
  openingColumns,
  rotaColumns,
  spendingColumns,
  timetableColumns,
} from '@kuashan/core/plan/import/today.ts'
import { type Plain, yuanToFen } from '@kuashan/core/plan/import/yuan.ts'
import { importScenario } from '@kuashan/core/plan/scenario/scenarios.ts'
import { conversionColumns } from '@kuashan/core/resources/import/conversions.ts'
import { facilityColumns } from '@kuashan/core/resources/import/facilities.ts'
import { fundColumns } from '@kuashan/core/resources/import/funds.ts'
import { staffColumns } from '@kuashan/core/resources/import/staff.ts'
import { vehicleColumns } from '@kuashan/core/resources/import/vehicles.ts'
import { type Columns, type TableName, tableNames } from '@kuashan/core/territory/import/column.ts'
import { divisionColumns } from '@kuashan/core/territory/import/divisions.ts'
import { minuteColumns } from '@kuashan/core/territory/import/minutes.ts'
import { needColumns } from '@kuashan/core/territory/import/needs.ts'
import { provenanceColumns } from '@kuashan/core/territory/import/provenance-columns.ts'
import { settlementColumns } from '@kuashan/core/territory/import/settlements.ts'
import { Mapping } from '@kuashan/core/territory/import/table-mapping.ts'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const page = readFileSync(new URL('../../../../docs/county-folder.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((m) => parse(m[1]!) as Plain)

const columns: Record<TableName, Columns> = {
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

describe('docs/county-folder.md', () => {
  test.each(tableNames)('names every column of %s, the needed ones in bold', (table) => {
    const row = page
      .split('\n')
      .find((line) => line.startsWith(`| ${table} ${tableWords[table].zh} |`))
    expect(row).toBeDefined()
    for (const [id, column] of Object.entries(columns[table])) {
      if (id in provenanceColumns) continue
      expect(row).toMatch(new RegExp(column.needed ? `\\*\\*${id}\\b` : `\\b${id}\\b`))
    }
  })

  test('its county.yaml, standards, scenario, trials and mapping are read without a finding', () => {
    expect(importSettings(blocks[0]!).findings).toEqual([])
    expect(importStandards(blocks[1]!)).toMatchObject({ standards: [{ value: 30 }], findings: [] })
    expect(importScenario(yuanToFen(blocks[2]!), 'scenarios/page.yaml').findings).toEqual([])
    expect(importExperiments(blocks[3]).findings).toEqual([])
    expect(Mapping.safeParse(blocks[4]).error).toBeUndefined()
  })
})
