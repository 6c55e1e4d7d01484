import type { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { Columns } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { RegisterEntry } from '../fleet-register.ts'
import { readWeekHours, type WeekHours } from '../week-hours.ts'

const fleetColumns = {
  plate: { type: 'code', zh: '车牌', aliases: ['车牌号', '号牌'], needed: true },
  kind: { type: 'text', zh: '类别', aliases: ['车辆类型', 'type'], needed: true },
  owner: { type: 'text', zh: '所有单位', aliases: ['所有人', '单位'], needed: true },
  licenceUntil: { type: 'date', zh: '行驶证有效期', aliases: ['licence'] },
  inspectionUntil: { type: 'date', zh: '年检有效期', aliases: ['inspection'] },
  insuranceUntil: { type: 'date', zh: '保险有效期', aliases: ['insurance'] },
  state: {
    type: 'choice',
    zh: '状态',
    choices: { 'in-service': ['在用'], workshop: ['在修'], retired: ['已报废', '报废'] },
  },
  vehicle: { type: 'code', zh: '方案里的车辆编号', aliases: ['车辆编号'] },
  seats: { type: 'number', zh: '座位数', aliases: ['座位'], whole: true, high: 100 },
  coldBox: { type: 'flag', zh: '冷藏箱', aliases: ['cold_box', '冷链'] },
  driver: { type: 'text', zh: '司机', aliases: ['驾驶员'] },
  home: { type: 'text', zh: '停放点', aliases: ['home_base', '驻地'] },
  hours: { type: 'text', zh: '运行时间', aliases: ['出车时间'] },
} as const satisfies Columns

/** One vehicle of the register as a table gives it; fit-out checks are entered by hand. */
export interface FleetRow extends Omit<RegisterEntry, 'fitOut'> {
  plate: string
  kind: string
  owner: string
  seats: number | null
  coldBox: boolean
  driver: string
  home: string
  hours: WeekHours
}

function hoursOf({ values, at }: ReadRow<typeof fleetColumns>, findings: Finding[]): WeekHours {
  const hours = readWeekHours(values.hours ?? '')
  if (hours === null)
    findings.push(
      finding('cell-not-week-hours', at('hours'), { value: values.hours!.slice(0, 60) }),
    )
  return hours ?? []
}

/** Vehicles of a register, in the order of the table; a plate stands once. */
export function readFleet(table: RawTable): { vehicles: FleetRow[]; findings: Finding[] } {
  const read = readTable(table, fleetColumns)
  const kept = read.rows.filter((row) => !row.bad)
  const rows = uniqueRows(kept, (row) => row.values.plate, 'plate', read.findings)
  const vehicles = rows.map((row): FleetRow => {
    const v = row.values
    return {
      plate: v.plate!.slice(0, 20),
      kind: v.kind!.slice(0, 100),
      owner: v.owner!.slice(0, 200),
      licenceUntil: v.licenceUntil as PlainDate | null,
      inspectionUntil: v.inspectionUntil as PlainDate | null,
      insuranceUntil: v.insuranceUntil as PlainDate | null,
      state: (v.state ?? 'in-service') as FleetRow['state'],
      vehicle: v.vehicle,
      seats: v.seats,
      coldBox: v.coldBox ?? false,
      driver: (v.driver ?? '').slice(0, 100),
      home: (v.home ?? '').slice(0, 200),
      hours: hoursOf(row, read.findings),
    }
  })
  return { vehicles, findings: read.findings }
}
