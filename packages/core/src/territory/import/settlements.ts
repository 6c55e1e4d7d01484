import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Population, Settlement } from '../settlement.ts'
import { ageRangeOf, arrangeBands, type BandColumn, bandsOfRow } from './age-bands.ts'
import { readNumber } from './cell.ts'
import { type CheckedPlace, checkPlaces, type PlaceToCheck } from './check-places.ts'
import type { Columns } from './column.ts'
import { derivedId } from './derived-id.ts'
import { divisionOfCell, gatherLevels } from './division-code.ts'
import type { PlaceContext } from './place-context.ts'
import { checkPopulations } from './population-checks.ts'
import { provenanceColumns, provenanceOf } from './provenance-columns.ts'
import type { RawTable } from './raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from './read-table.ts'
import { placeColumns, readPlace, type StatedPlace } from './row-place.ts'
import { templateRow } from './template-row.ts'
import { uniqueRows } from './unique-rows.ts'

export const settlementColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '代码', '自然村代码', 'village_id'] },
  name: {
    type: 'text',
    zh: '名称',
    aliases: ['自然村', '村名', '居民点', 'village'],
    needed: true,
  },
  nameEn: { type: 'text', zh: '英文名', aliases: ['name_en', 'english_name'] },
  otherNames: { type: 'list', zh: '别名', aliases: ['other_names', 'common_name'] },
  division: {
    type: 'text',
    zh: '所属行政村代码',
    aliases: ['division_code', '行政村代码', '所属区划', '行政村', '区划代码', 'admin_area'],
  },
  ...placeColumns,
  elevationM: {
    type: 'number',
    zh: '海拔',
    aliases: ['elevation', 'ele', 'altitude'],
    low: -500,
    high: 9000,
  },
  permanent: {
    type: 'number',
    zh: '常住人口',
    aliases: ['pop', 'population', 'people', 'permanent_population', '人口', '人口数', 'total_pop'],
  },
  female: { type: 'number', zh: '女性', aliases: ['female_pop', 'women', '女'] },
  male: { type: 'number', zh: '男性', aliases: ['male_pop', 'men', '男'] },
  registered: { type: 'number', zh: '户籍人口', aliases: ['registered_population', 'hukou'] },
  households: { type: 'number', zh: '户数', aliases: ['hh', '家庭户'] },
  needs: { type: 'pairs', zh: '需求人数', aliases: ['need'] },
  isCentre: { type: 'flag', zh: '村委会所在地', aliases: ['is_centre', 'centre', '中心村'] },
  canStop: { type: 'flag', zh: '可停车', aliases: ['can_stop'] },
  signal: { type: 'flag', zh: '有信号', aliases: ['手机信号'] },
  ...provenanceColumns,
} as const satisfies Columns

type Row = ReadRow<typeof settlementColumns>

export interface ImportedSettlements {
  settlements: Settlement[]
  findings: Finding[]
}

function populationOf(
  row: Row,
  bands: readonly BandColumn[],
): { population: Population; assumed: boolean; findings: Finding[] } {
  const findings: Finding[] = []
  const amounts = new Map<string, number | null>()
  for (const { heading } of bands) {
    const at = { ...row.at(), column: heading }
    const read = readNumber(row.raw.cells[heading] ?? '')
    if ('code' in read) findings.push(finding(read.code, at, read.facts))
    else if (read.value !== null && read.value < 0)
      findings.push(finding('cell-negative', at, { value: read.value }))
    amounts.set(heading, 'code' in read ? null : read.value)
  }
  const banded = bandsOfRow(
    // A band inside another was taken out of it, so each stands once.
    bands,
    (heading) => amounts.get(heading) ?? null,
    (column) => ({ ...row.at(), column }),
  )
  findings.push(...banded.findings)
  const { permanent, female, male } = row.values
  const sum = banded.bands.reduce((total, band) => total + band.people, 0)
  const sexes = female === null || male === null ? null : female + male
  const total = permanent ?? (banded.bands.length > 0 ? sum : sexes)
  const population: Population = {
    total: total ?? 0,
    bands: banded.bands,
    ...(female === null ? {} : { female }),
    ...(male === null ? {} : { male }),
  }
  return { population, assumed: total === null, findings }
}

const idOf = (row: Row): string =>
  row.values.id ?? derivedId('S', row.values.name ?? '', row.values.division ?? '')

function toSettlement(
  row: Row,
  file: string,
  population: { population: Population; assumed: boolean },
  division: string,
  place: CheckedPlace,
  stated: StatedPlace | null,
): Settlement {
  const v = row.values
  const elevationM = v.elevationM ?? stated?.elevationM
  return {
    id: idOf(row),
    name: v.name!,
    ...(v.nameEn === null ? {} : { nameEn: v.nameEn }),
    otherNames: v.otherNames ?? [],
    division,
    at: place.at,
    ...(elevationM === undefined ? {} : { elevationM }),
    permanent: population.population,
    registered: v.registered,
    households: v.households,
    needs: v.needs ?? {},
    isCentre: v.isCentre ?? false,
    canStop: v.canStop ?? true,
    signal: v.signal ?? true,
    provenance: provenanceOf({ file, row: row.row, values: v }, [
      place.note,
      population.assumed ? 'population unknown: 0 assumed' : undefined,
    ]),
  }
}

/** Settlements of one table, sorted by id, with everything odd about them. */
export function importSettlements(
  table: RawTable,
  context: PlaceContext,
  options: ReadOptions = {},
): ImportedSettlements {
  const read = readTable(table, settlementColumns, {
    ...options,
    claims: (heading) => ageRangeOf(heading) !== null,
  })
  const findings = read.findings
  const { bands, findings: crossing } = arrangeBands(read.claimed, { file: table.file, row: 1 })
  findings.push(...crossing)
  const kept = read.rows.filter(
    (row) => row.values.name !== null && !templateRow(row.values.name, row.at('name'), findings),
  )
  const rows = uniqueRows(kept, idOf, 'id', findings)
  const derived = rows.filter((row) => row.values.id === null).length
  if (derived > 0) findings.push(finding('ids-derived', { file: table.file }, { count: derived }))
  const parts = rows.map((row) => {
    const population = populationOf(row, bands)
    const division = divisionOfCell(
      row.values.division,
      context.divisions,
      'village',
      row.at('division'),
    )
    const place = readPlace(row.values, row.values.name!, row.at)
    findings.push(...population.findings, ...division.findings, ...place.findings)
    return { row, population, division: division.code, stated: place.stated }
  })
  const leveled = gatherLevels(findings)
  const toCheck = parts.map(
    ({ row, stated }): PlaceToCheck => ({ name: row.values.name!, stated, at: row.at() }),
  )
  const checked = checkPlaces(
    toCheck,
    options.mapping?.coordinates ?? context.coordinates,
    context.area,
  )
  leveled.push(...checked.findings)
  // A bad row is checked like the others, so that all its troubles come at once, but makes no settlement.
  const made = parts.flatMap((part, k) => {
    const { row, population, division, stated } = part
    if (row.bad) return []
    const settlement = toSettlement(
      row,
      table.file,
      population,
      division,
      checked.places[k]!,
      stated,
    )
    return [{ settlement, at: row.at('permanent'), unknown: population.assumed }]
  })
  leveled.push(...checkPopulations(made, table.file))
  const settlements = made.map((m) => m.settlement).sort(byText((s) => s.id))
  return { settlements, findings: leveled }
}
