import type { FacilityKind } from '../../catalogue/service.ts'
import type { Finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Columns } from '../../territory/import/column.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Conversion, Facility } from '../facility.ts'
import type { PostKind } from '../staff.ts'
import { facilityKindAliases, postAliases } from './kind-aliases.ts'

/** What a vacant or planned building could become, or an open one be upgraded to, one row for each building and kind. */
export const conversionColumns = {
  facility: {
    type: 'code',
    zh: '设施编号',
    aliases: ['facility_id'],
    needed: true,
    refers: ['facilities'],
  },
  toKind: {
    type: 'choice',
    zh: '改造为',
    aliases: ['to_kind', '改建类型'],
    needed: true,
    choices: facilityKindAliases,
    unknown: 'facility-kind-unknown',
  },
  services: { type: 'list', zh: '服务', aliases: ['改造后的服务'], refers: ['services'] },
  capacityYear: {
    type: 'pairs',
    zh: '年服务能力',
    aliases: ['capacity_year', 'capacity'],
    refers: ['services'],
  },
  capital: {
    type: 'number',
    zh: '改造投资（元）',
    aliases: ['capital_yuan'],
    scale: 100,
    round: true,
    needed: true,
  },
  yearCost: {
    type: 'number',
    zh: '年运行成本（元）',
    aliases: ['year_cost_yuan', '年成本'],
    scale: 100,
    round: true,
    assumed: 0,
  },
  lifeYears: { type: 'number', zh: '折旧年限', aliases: ['life_years'], low: 1, assumed: 20 },
  staffHoursYear: { type: 'number', zh: '年工时', aliases: ['staff_hours_year'], assumed: 0 },
  post: { type: 'choice', zh: '岗位', aliases: ['job'], choices: postAliases },
  fund: { type: 'code', zh: '资金编号', aliases: ['fund_id'], refers: ['funds'] },
} as const satisfies Columns

/** Facilities with their conversions, each facility's sorted by kind. */
export function importConversions(
  table: RawTable,
  facilities: readonly Facility[],
  options: ReadOptions = {},
): { facilities: Facility[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, conversionColumns, options)
  const rows = uniqueRows(
    read.rows.filter((row) => !row.bad),
    (row) => `${row.values.facility} ${row.values.toKind}`,
    'toKind',
    read.findings,
  )
  const byFacility = new Map<string, Conversion[]>()
  for (const { values: v } of rows) {
    const conversion: Conversion = {
      toKind: v.toKind as FacilityKind,
      ...(v.services === null ? {} : { services: v.services }),
      ...(v.capacityYear === null ? {} : { capacityYear: v.capacityYear }),
      capitalFen: v.capital!,
      yearCostFen: v.yearCost!,
      lifeYears: v.lifeYears!,
      staffHoursYear: v.staffHoursYear!,
      ...(v.post === null ? {} : { post: v.post as PostKind }),
      ...(v.fund === null ? {} : { fund: v.fund }),
    }
    byFacility.set(v.facility!, [...(byFacility.get(v.facility!) ?? []), conversion])
  }
  const sorted = (list: Conversion[]): Conversion[] => list.sort(byText((c) => c.toKind))
  return {
    facilities: facilities.map((f) => ({
      ...f,
      conversions: sorted(byFacility.get(f.id) ?? [...f.conversions]),
    })),
    references: referencesOf(read.rows, conversionColumns),
    findings: read.findings,
  }
}
