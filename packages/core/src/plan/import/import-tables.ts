import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { AdoptedStandard } from '../../catalogue/standard.ts'
import { type Finding, finding, hasErrors } from '../../kernel/finding.ts'
import { importConversions } from '../../resources/import/conversions.ts'
import { importFacilities } from '../../resources/import/facilities.ts'
import { importFunds } from '../../resources/import/funds.ts'
import { importStaff } from '../../resources/import/staff.ts'
import { importVehicles } from '../../resources/import/vehicles.ts'
import type { Area } from '../../territory/import/check-places.ts'
import { areaOfBox } from '../../territory/import/check-places.ts'
import type { TableName } from '../../territory/import/column.ts'
import { type DivisionIndex, divisionIndex } from '../../territory/import/division-code.ts'
import { importDivisions } from '../../territory/import/divisions.ts'
import { importMinutes } from '../../territory/import/minutes.ts'
import { importNeeds } from '../../territory/import/needs.ts'
import type { PlaceContext } from '../../territory/import/place-context.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { checkReferences, type Reference } from '../../territory/import/references.ts'
import { importSettlements } from '../../territory/import/settlements.ts'
import type { TableMapping } from '../../territory/import/table-mapping.ts'
import { mergeSources } from '../../territory/merging.ts'
import type { MinuteTable } from '../../territory/roads.ts'
import type { County, CountySettings } from '../county.ts'
import { importBuses } from './buses.ts'
import { tableWords } from './table-words.ts'
import { importOpening, importRotas, importSpending, importTimetable } from './today.ts'

/** One source of a table: the file as read, and how to read it. */
export interface TableSource {
  table: RawTable
  mapping: TableMapping | null
}

export interface TablesContext {
  settings: CountySettings
  standards: readonly AdoptedStandard[]
  catalogue: Catalogue
  /** The county's boundary, where there is one. */
  area: Area | null
}

export interface ImportedTables {
  /** Null when a row or file cannot be used. */
  county: County | null
  minutes: MinuteTable | null
  findings: Finding[]
}

type Sources = Partial<Record<TableName, readonly TableSource[]>>

/** Applies one reader to each source of a table and gathers what comes of it. */
function each<T extends { findings: Finding[]; references?: Reference[] }>(
  sources: Sources,
  name: TableName,
  read: (table: RawTable, options: { mapping: TableMapping | null }) => T,
  gathered: { findings: Finding[]; references: Reference[] },
): T[] {
  return (sources[name] ?? []).map(({ table, mapping }) => {
    const result = read(table, { mapping })
    gathered.findings.push(...result.findings)
    gathered.references.push(...(result.references ?? []))
    return result
  })
}

const sourceName = ({ table, mapping }: TableSource): string => mapping?.source ?? table.file

function placeContext(
  context: TablesContext,
  divisions: DivisionIndex,
  mapping: TableMapping | null,
): PlaceContext {
  const area = mapping?.bounds ? areaOfBox(mapping.bounds) : context.area
  return { divisions, coordinates: context.settings.coordinates, area }
}

function absentTables(sources: Sources): Finding[] {
  const wanted: readonly TableName[] = ['divisions', 'facilities', 'vehicles', 'staff', 'funds']
  const missing = (table: TableName, code: 'table-missing' | 'table-absent'): Finding[] =>
    sources[table]?.length ? [] : [finding(code, {}, { table, tableZh: tableWords[table].zh })]
  return [
    ...missing('settlements', 'table-missing'),
    ...wanted.flatMap((table) => missing(table, 'table-absent')),
  ]
}

/**
 * A county from its tables: each read, sources of one table merged, references checked. All findings of all
 * tables; the county only when none of them is an error. The order of rows and sources does not matter to it.
 */
export function importTables(sources: Sources, context: TablesContext): ImportedTables {
  const gathered = { findings: absentTables(sources), references: [] as Reference[] }
  const { findings } = gathered
  const divided = importDivisions(
    (sources.divisions ?? []).map(({ table, mapping }) => ({ table, options: { mapping } })),
  )
  findings.push(...divided.findings)
  const index = divisionIndex(divided.divisions)
  const settled = mergeSources(
    (sources.settlements ?? [])
      .map((source) => ({ source, name: sourceName(source) }))
      .map(({ source, name }) => {
        const read = importSettlements(
          source.table,
          placeContext(context, index, source.mapping),
          source,
        )
        findings.push(...read.findings)
        return { name, items: read.settlements }
      }),
    'settlements',
  )
  const housed = mergeSources(
    (sources.facilities ?? []).map((source) => {
      const read = importFacilities(
        source.table,
        placeContext(context, index, source.mapping),
        source,
      )
      findings.push(...read.findings)
      gathered.references.push(...read.references)
      return { name: sourceName(source), items: read.facilities }
    }),
    'facilities',
  )
  findings.push(...settled.findings, ...housed.findings)
  let settlements = settled.items
  each(
    sources,
    'needs',
    (table, options) => {
      const read = importNeeds(table, settlements, options)
      settlements = read.settlements
      return read
    },
    gathered,
  )
  let facilities = housed.items
  const withFacilities =
    (reader: typeof importConversions | typeof importOpening) =>
    (table: RawTable, options: { mapping: TableMapping | null }) => {
      const read = reader(table, facilities, options)
      facilities = read.facilities
      return read
    }
  each(sources, 'conversions', withFacilities(importConversions), gathered)
  each(sources, 'opening', withFacilities(importOpening), gathered)
  const county: County = {
    settings: { ...context.settings, coordinates: writtenSystem(context.settings) },
    divisions: divided.divisions,
    settlements,
    facilities,
    vehicles: each(sources, 'vehicles', importVehicles, gathered).flatMap((r) => r.vehicles),
    staff: each(sources, 'staff', importStaff, gathered).flatMap((r) => r.staff),
    funds: each(sources, 'funds', importFunds, gathered).flatMap((r) => r.funds),
    buses: each(sources, 'buses', importBuses, gathered).flatMap((r) => r.buses),
    standards: [...context.standards],
    baseline: {
      rotas: each(sources, 'rotas', importRotas, gathered).flatMap((r) => r.rotas),
      timetable: each(sources, 'timetable', importTimetable, gathered).flatMap((r) => r.timetable),
      spending: each(sources, 'spending', importSpending, gathered).flatMap((r) => r.spending),
    },
  }
  const timed = each(sources, 'minutes', importMinutes, gathered)
  const minutes = timed.length > 0 ? { entries: timed.flatMap((r) => r.minutes.entries) } : null
  findings.push(
    ...divisionsAbsent(county),
    ...checkReferences(gathered.references, known(county, context)),
  )
  return { county: hasErrors(findings) ? null : county, minutes, findings }
}

/** The model holds WGS-84 whatever its files said. */
const writtenSystem = ({ coordinates }: CountySettings): CountySettings['coordinates'] =>
  coordinates === 'CGCS2000' ? 'CGCS2000' : 'WGS-84'

function divisionsAbsent(county: County): Finding[] {
  const codes = new Set(county.settlements.map((s) => s.division).filter(Boolean))
  if (county.divisions.length > 0 || codes.size === 0) return []
  return [finding('divisions-absent', {}, { count: codes.size })]
}

const ids = (items: readonly { id: string }[]): Set<string> => new Set(items.map((i) => i.id))

const known = (county: County, { catalogue }: TablesContext) => ({
  settlements: ids(county.settlements),
  facilities: ids(county.facilities),
  vehicles: ids(county.vehicles),
  staff: ids(county.staff),
  funds: ids(county.funds),
  services: ids(catalogue.services),
})
