import type { FacilityKind } from '../../catalogue/service.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import {
  type CheckedPlace,
  checkPlaces,
  type PlaceToCheck,
} from '../../territory/import/check-places.ts'
import type { Columns } from '../../territory/import/column.ts'
import { derivedId } from '../../territory/import/derived-id.ts'
import { divisionOfCell } from '../../territory/import/division-code.ts'
import type { PlaceContext } from '../../territory/import/place-context.ts'
import { provenanceColumns, provenanceOf } from '../../territory/import/provenance-columns.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { type Reference, referencesOf } from '../../territory/import/references.ts'
import { placeColumns, readPlace } from '../../territory/import/row-place.ts'
import { templateRow } from '../../territory/import/template-row.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Facility, FacilityState } from '../facility.ts'
import { facilityKindAliases, facilityStateAliases } from './kind-aliases.ts'

export const facilityColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '机构代码', '设施编号'] },
  name: { type: 'text', zh: '名称', aliases: ['机构名称', '设施名称'], needed: true },
  nameEn: { type: 'text', zh: '英文名', aliases: ['name_en', 'english_name'] },
  kind: {
    type: 'choice',
    zh: '类型',
    aliases: ['type', '设施类型', '机构类别', '类别'],
    needed: true,
    choices: facilityKindAliases,
    unknown: 'facility-kind-unknown',
  },
  state: {
    type: 'choice',
    zh: '状态',
    aliases: ['status', '使用状态', '运行状态'],
    choices: facilityStateAliases,
  },
  division: {
    type: 'text',
    zh: '所属区划代码',
    aliases: ['division_code', '区划代码', '所属区划', '行政村', '乡镇', 'county', 'district'],
  },
  ...placeColumns,
  services: { type: 'list', zh: '服务', aliases: ['提供的服务'], refers: ['services'] },
  capacityYear: {
    type: 'pairs',
    zh: '年服务能力',
    aliases: ['capacity_year', 'capacity'],
    refers: ['services'],
  },
  beds: { type: 'number', zh: '床位数', aliases: ['床位'], whole: true },
  yearCost: {
    type: 'number',
    zh: '年运行成本（元）',
    aliases: ['year_cost_yuan', '年成本'],
    scale: 100,
    round: true,
  },
  staffHoursYear: { type: 'number', zh: '年工时', aliases: ['staff_hours_year'] },
  unfit: { type: 'list', zh: '不可用原因', aliases: ['unusable', '不宜使用'] },
  openedOn: { type: 'date', zh: '启用日期', aliases: ['opened_on', '开办日期'] },
  ...provenanceColumns,
} as const satisfies Columns

type Row = ReadRow<typeof facilityColumns>

const idOf = (row: Row): string =>
  row.values.id ?? derivedId('F', row.values.name ?? '', row.values.division ?? '')

function toFacility(row: Row, file: string, division: string, place: CheckedPlace): Facility {
  const v = row.values
  return {
    id: idOf(row),
    name: v.name!,
    ...(v.nameEn === null ? {} : { nameEn: v.nameEn }),
    kind: v.kind as FacilityKind,
    state: (v.state ?? 'open') as FacilityState,
    division,
    at: place.at,
    services: v.services ?? [],
    capacityYear: v.capacityYear ?? {},
    ...(v.beds === null ? {} : { beds: v.beds }),
    opening: [],
    yearCostFen: v.yearCost ?? 0,
    staffHoursYear: v.staffHoursYear ?? 0,
    conversions: [],
    unfit: v.unfit ?? [],
    ...(v.openedOn === null ? {} : { openedOn: v.openedOn as PlainDate }),
    provenance: provenanceOf({ file, row: row.row, values: v }, [
      place.note,
      v.state === null ? 'state unknown: open assumed' : undefined,
    ]),
  }
}

/** Facilities of one table, sorted by id, with everything odd about them. */
export function importFacilities(
  table: RawTable,
  context: PlaceContext,
  options: ReadOptions = {},
): { facilities: Facility[]; references: Reference[]; findings: Finding[] } {
  const read = readTable(table, facilityColumns, options)
  const findings = read.findings
  if (!read.has('state') && read.rows.length > 0)
    findings.push(
      finding(
        'column-assumed',
        { file: table.file, row: 1, column: 'state' },
        { column: 'state', columnZh: facilityColumns.state.zh, value: 'open' },
      ),
    )
  const kept = read.rows.filter(
    (row) => row.values.name !== null && !templateRow(row.values.name, row.at('name'), findings),
  )
  const rows = uniqueRows(kept, idOf, 'id', findings)
  const derived = rows.filter((row) => row.values.id === null).length
  if (derived > 0) findings.push(finding('ids-derived', { file: table.file }, { count: derived }))
  const parts = rows.map((row) => {
    const division = divisionOfCell(
      row.values.division,
      context.divisions,
      null,
      row.at('division'),
    )
    const place = readPlace(row.values, row.values.name!, row.at)
    findings.push(...division.findings, ...place.findings)
    return { row, division: division.code, stated: place.stated }
  })
  const toCheck = parts.map(
    ({ row, stated }): PlaceToCheck => ({ name: row.values.name!, stated, at: row.at() }),
  )
  const system = options.mapping?.coordinates ?? context.coordinates
  const checked = checkPlaces(toCheck, system, context.area)
  findings.push(...checked.findings)
  // A bad row is checked like the others, so that all its troubles come at once, but makes no facility.
  const facilities = parts.flatMap(({ row, division }, k) =>
    row.bad ? [] : [toFacility(row, table.file, division, checked.places[k]!)],
  )
  return {
    facilities: facilities.sort(byText((f) => f.id)),
    references: referencesOf(read.rows, facilityColumns),
    findings,
  }
}
