import type { PlainDate } from '../../kernel/calendar.ts'
import type { Finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Columns } from '../../territory/import/column.ts'
import { provenanceColumns, provenanceOf } from '../../territory/import/provenance-columns.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { StaffMember } from '../staff.ts'
import { postAliases } from './kind-aliases.ts'

export const staffColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '人员编号'], needed: true },
  post: {
    type: 'choice',
    zh: '岗位',
    aliases: ['职务', 'job'],
    needed: true,
    choices: postAliases,
  },
  skills: { type: 'list', zh: '技能', aliases: ['资质'] },
  weeklyHours: {
    type: 'number',
    zh: '每周工时',
    aliases: ['weekly_hours', 'hours'],
    high: 80,
    assumed: 40,
  },
  employer: {
    type: 'code',
    zh: '所属设施编号',
    aliases: ['employer_id', '所属机构', '单位'],
    needed: true,
    refers: ['facilities'],
  },
  licencePlace: {
    type: 'code',
    zh: '执业地点',
    aliases: ['licence_place', 'license_place'],
    refers: ['facilities'],
  },
  fund: { type: 'code', zh: '资金编号', aliases: ['fund_id'], refers: ['funds'] },
  birthYear: {
    type: 'number',
    zh: '出生年份',
    aliases: ['birth_year'],
    whole: true,
    low: 1900,
    high: 2100,
  },
  retiresOn: { type: 'date', zh: '退休日期', aliases: ['retires_on'] },
  costPerHour: {
    type: 'number',
    zh: '每小时成本（元）',
    aliases: ['cost_per_hour_yuan'],
    scale: 100,
    round: true,
    assumed: 0,
  },
  ...provenanceColumns,
} as const satisfies Columns

function toStaff(row: ReadRow<typeof staffColumns>, file: string): StaffMember {
  const v = row.values
  return {
    id: v.id!,
    post: v.post as StaffMember['post'],
    skills: v.skills ?? [],
    weeklyHours: v.weeklyHours!,
    employer: v.employer!,
    ...(v.licencePlace === null ? {} : { licencePlace: v.licencePlace }),
    ...(v.fund === null ? {} : { fund: v.fund }),
    ...(v.birthYear === null ? {} : { birthYear: v.birthYear }),
    ...(v.retiresOn === null ? {} : { retiresOn: v.retiresOn as PlainDate }),
    costPerHourFen: v.costPerHour!,
    provenance: provenanceOf({ file, row: row.row, values: v }, [
      row.assumed.length > 0 ? `assumed: ${row.assumed.join(', ')}` : undefined,
    ]),
  }
}

/** Staff of one table, sorted by id. */
export function importStaff(
  table: RawTable,
  options: ReadOptions = {},
): { staff: StaffMember[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, staffColumns, options)
  const kept = read.rows.filter((row) => !row.bad)
  const rows = uniqueRows(kept, (row) => row.values.id, 'id', read.findings)
  return {
    staff: rows.map((row) => toStaff(row, table.file)).sort(byText((s) => s.id)),
    references: referencesOf(read.rows, staffColumns),
    findings: read.findings,
  }
}
