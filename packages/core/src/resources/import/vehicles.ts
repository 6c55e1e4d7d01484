import type { VehicleKind } from '../../catalogue/service.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import type { Finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Columns } from '../../territory/import/column.ts'
import { provenanceColumns, provenanceOf } from '../../territory/import/provenance-columns.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { templateRow } from '../../territory/import/template-row.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Vehicle } from '../vehicle.ts'
import { vehicleKindAliases } from './kind-aliases.ts'

export const vehicleColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '车辆编号', '车牌'], needed: true },
  name: { type: 'text', zh: '名称', aliases: ['车辆名称'] },
  kind: {
    type: 'choice',
    zh: '类型',
    aliases: ['type', '车辆类型'],
    needed: true,
    choices: vehicleKindAliases,
  },
  depot: {
    type: 'code',
    zh: '驻地设施编号',
    aliases: ['home', '驻地'],
    needed: true,
    refers: ['facilities'],
  },
  services: { type: 'list', zh: '服务', aliases: ['搭载服务'], refers: ['services'] },
  widthM: { type: 'number', zh: '车宽（米）', aliases: ['width'], low: 0.5, high: 4, assumed: 2 },
  weightT: {
    type: 'number',
    zh: '总质量（吨）',
    aliases: ['weight'],
    low: 0.1,
    high: 60,
    assumed: 3.5,
  },
  seats: { type: 'number', zh: '座位数', aliases: ['座位'], whole: true, assumed: 0 },
  shiftHours: {
    type: 'number',
    zh: '每日工作时长（小时）',
    aliases: ['shift'],
    low: 0.5,
    high: 24,
    scale: 3600,
    round: true,
    assumed: 28_800,
  },
  earliest: { type: 'clock', zh: '最早出车', aliases: ['earliest_start'], assumed: 28_800 },
  driveLimitHours: {
    type: 'number',
    zh: '每日驾驶上限（小时）',
    aliases: ['drive_limit'],
    low: 0.5,
    high: 24,
    scale: 3600,
    round: true,
    assumed: 21_600,
  },
  setupMinutes: {
    type: 'number',
    zh: '停靠准备（分钟）',
    aliases: ['setup'],
    high: 480,
    scale: 60,
    round: true,
    assumed: 1_200,
  },
  stations: { type: 'number', zh: '服务位', aliases: ['台位'], whole: true, low: 1, assumed: 1 },
  crew: { type: 'number', zh: '随车人数', aliases: ['crew_size'], whole: true, low: 1, assumed: 2 },
  costPerKm: {
    type: 'number',
    zh: '每公里成本（元）',
    aliases: ['cost_per_km_yuan'],
    scale: 100,
    round: true,
    assumed: 0,
  },
  costPerDay: {
    type: 'number',
    zh: '每日成本（元）',
    aliases: ['cost_per_day_yuan'],
    scale: 100,
    round: true,
    assumed: 0,
  },
  yearCost: {
    type: 'number',
    zh: '年固定成本（元）',
    aliases: ['year_cost_yuan'],
    scale: 100,
    round: true,
    assumed: 0,
  },
  inspectionUntil: { type: 'date', zh: '年检有效期', aliases: ['inspection_until'] },
  fund: { type: 'code', zh: '资金编号', aliases: ['fund_id'], refers: ['funds'] },
  ...provenanceColumns,
} as const satisfies Columns

function toVehicle(row: ReadRow<typeof vehicleColumns>, file: string): Vehicle {
  const v = row.values
  return {
    id: v.id!,
    name: v.name ?? v.id!,
    kind: v.kind as VehicleKind,
    depot: v.depot!,
    services: v.services ?? [],
    widthM: v.widthM!,
    weightT: v.weightT!,
    seats: v.seats!,
    shiftSeconds: v.shiftHours!,
    earliest: v.earliest!,
    driveLimitSeconds: v.driveLimitHours!,
    setupSeconds: v.setupMinutes!,
    stations: v.stations!,
    crew: v.crew!,
    costPerKmFen: v.costPerKm!,
    costPerDayFen: v.costPerDay!,
    yearCostFen: v.yearCost!,
    ...(v.inspectionUntil === null ? {} : { inspectionUntil: v.inspectionUntil as PlainDate }),
    ...(v.fund === null ? {} : { fund: v.fund }),
    provenance: provenanceOf({ file, row: row.row, values: v }, [
      row.assumed.length > 0 ? `assumed: ${row.assumed.join(', ')}` : undefined,
    ]),
  }
}

/** Vehicles of one table, sorted by id. */
export function importVehicles(
  table: RawTable,
  options: ReadOptions = {},
): { vehicles: Vehicle[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, vehicleColumns, options)
  const kept = read.rows.filter(
    (row) => !row.bad && !templateRow(row.values.name, row.at('name'), read.findings),
  )
  const rows = uniqueRows(kept, (row) => row.values.id, 'id', read.findings)
  return {
    vehicles: rows.map((row) => toVehicle(row, table.file)).sort(byText((v) => v.id)),
    references: referencesOf(read.rows, vehicleColumns),
    findings: read.findings,
  }
}
