import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { AdoptedStandard } from '../../catalogue/standard.ts'
import { type Finding, finding, hasErrors } from '../../kernel/finding.ts'
import type { Facility } from '../../resources/facility.ts'
import { importConversions } from '../../resources/import/conversions.ts'
import { importFacilities } from '../../resources/import/facilities.ts'
import { importFunds } from '../../resources/import/funds.ts'
import { importStaff } from '../../resources/import/staff.ts'
import { importVehicles } from '../../resources/import/vehicles.ts'
import { toWgs84 } from '../../territory/coordinates.ts'
import type { Division } from '../../territory/division.ts'
import type { Area } from '../../territory/import/check-places.ts'
import { areaOfBox } from '../../territory/import/check-places.ts'
import type { TableName } from '../../territory/import/column.ts'
import { divisionIndex } from '../../territory/import/division-code.ts'
import { importDivisions } from '../../territory/import/divisions.ts'
import { isOnlyExample } from '../../territory/import/example-row.ts'
import { importMinutes } from '../../territory/import/minutes.ts'
import { importNeeds } from '../../territory/import/needs.ts'
import type { PlaceContext } from '../../territory/import/place-context.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { checkReferences } from '../../territory/import/references.ts'
import { importSettlements } from '../../territory/import/settlements.ts'
import { mergeSources } from '../../territory/merging.ts'
import type { MinuteTable } from '../../territory/roads.ts'
import type { Settlement } from '../../territory/settlement.ts'
import type { Baseline } from '../baseline.ts'
import type { County, CountySettings } from '../county.ts'
import { importBuses } from './buses.ts'
import {
  each,
  type Gathered,
  type Read,
  type Sources,
  type TableSource,
  unite,
} from './table-sources.ts'
import { tableWords } from './table-words.ts'
import { importOpening, importRotas, importSpending, importTimetable } from './today.ts'

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

const sourceName = ({ table, mapping }: TableSource): string => mapping?.source ?? table.file

function absentTables(sources: Sources): Finding[] {
  const wanted: readonly TableName[] = ['divisions', 'facilities', 'vehicles', 'staff', 'funds']
  const isThere = (table: TableName): boolean =>
    (sources[table] ?? []).some((source) => !isOnlyExample(source.table))
  const missing = (table: TableName, code: 'table-missing' | 'table-absent'): Finding[] =>
    isThere(table) ? [] : [finding(code, {}, { table, tableZh: tableWords[table].zh })]
  return [
    ...(sources.settlements?.length ? [] : missing('settlements', 'table-missing')),
    ...wanted.flatMap((table) => missing(table, 'table-absent')),
  ]
}

function importPlaces(
  sources: Sources,
  divisions: readonly Division[],
  { settings, area }: TablesContext,
  gathered: Gathered,
): { settlements: Settlement[]; facilities: Facility[] } {
  const index = divisionIndex(divisions)
  const placesOf = ({ mapping }: TableSource): PlaceContext => ({
    divisions: index,
    coordinates: settings.coordinates,
    area: mapping?.bounds ? areaOfBox(mapping.bounds) : area,
  })
  const settled = each(
    sources.settlements,
    (table, source) => ({
      name: sourceName(source),
      ...importSettlements(table, placesOf(source), source),
    }),
    gathered,
  )
  const housed = each(
    sources.facilities,
    (table, source) => ({
      name: sourceName(source),
      ...importFacilities(table, placesOf(source), source),
    }),
    gathered,
  )
  const settlements = mergeSources(
    settled.map(({ name, settlements: items }) => ({ name, items })),
    'settlements',
  )
  const facilities = mergeSources(
    housed.map(({ name, facilities: items }) => ({ name, items })),
    'facilities',
  )
  gathered.findings.push(...settlements.findings, ...facilities.findings)
  return { settlements: settlements.items, facilities: facilities.items }
}

/** Tables that say more about places of other tables. */
function completePlaces(
  sources: Sources,
  places: { settlements: Settlement[]; facilities: Facility[] },
  gathered: Gathered,
): { settlements: Settlement[]; facilities: Facility[] } {
  let { settlements, facilities } = places
  const needs = (table: RawTable, options: TableSource) => {
    const read = importNeeds(table, settlements, options)
    settlements = read.settlements
    return read
  }
  const housed =
    (reader: typeof importConversions | typeof importOpening) =>
    (table: RawTable, options: TableSource) => {
      const read = reader(table, facilities, options)
      facilities = read.facilities
      return read
    }
  each(sources.needs, needs, gathered)
  each(sources.conversions, housed(importConversions), gathered)
  each(sources.opening, housed(importOpening), gathered)
  return { settlements, facilities }
}

const byId = (item: { id: string }): string => item.id

/**
 * A county from its tables: each read, sources of one table merged, references checked. All findings of all
 * tables; the county only when none of them is an error. The order of rows and sources does not matter to it.
 */
export function importTables(sources: Sources, context: TablesContext): ImportedTables {
  const gathered: Gathered = { findings: absentTables(sources), references: [] }
  const { findings } = gathered
  for (const id of context.settings.services ?? [])
    gathered.references.push({
      id,
      tables: ['services'],
      at: { file: 'county.yaml', path: 'services' },
    })
  const divided = importDivisions(
    (sources.divisions ?? []).map((source) => ({ table: source.table, options: source })),
  )
  findings.push(...divided.findings)
  const places = importPlaces(sources, divided.divisions, context, gathered)
  const rows = <T extends Read>(
    name: TableName,
    reader: (table: RawTable, options: TableSource) => T,
  ): T[] => each(sources[name], reader, gathered)
  const county: County = {
    settings: heldSettings(context.settings),
    divisions: divided.divisions,
    ...completePlaces(sources, places, gathered),
    vehicles: unite(
      rows('vehicles', importVehicles).map((r) => r.vehicles),
      byId,
      gathered,
    ),
    staff: unite(
      rows('staff', importStaff).map((r) => r.staff),
      byId,
      gathered,
    ),
    funds: unite(
      rows('funds', importFunds).map((r) => r.funds),
      byId,
      gathered,
    ),
    buses: unite(
      rows('buses', importBuses).map((r) => r.buses),
      byId,
      gathered,
    ),
    standards: [...context.standards],
    baseline: importBaseline(rows, gathered),
  }
  if (sources.settlements?.length && county.settlements.length === 0)
    findings.push(finding('settlements-empty', {}))
  const timed = rows('minutes', importMinutes).map((r) => r.minutes.entries)
  const entries = unite(timed, (e) => `${e.from} ${e.to}`, gathered)
  findings.push(
    ...divisionsAbsent(county),
    ...checkReferences(gathered.references, known(county, context)),
  )
  return {
    county: hasErrors(findings) ? null : county,
    minutes: entries.length > 0 ? { entries } : null,
    findings: withOneOfExamples(findings),
  }
}

/** A start package has an example in every table: that they were left out is told once. */
function withOneOfExamples(findings: readonly Finding[]): Finding[] {
  const told = findings.filter(({ code }) => code === 'rows-example')
  const others = findings.filter(({ code }) => code !== 'rows-example')
  const count = told.reduce((sum, { facts }) => sum + Number(facts.count), 0)
  return count === 0 ? others : [...others, finding('rows-example', {}, { count })]
}

function importBaseline(
  rows: <T extends Read>(
    name: TableName,
    reader: (table: RawTable, options: TableSource) => T,
  ) => T[],
  gathered: Gathered,
): Baseline {
  const text = (item: unknown): string => JSON.stringify(item)
  return {
    rotas: unite(
      rows('rotas', importRotas).map((r) => r.rotas),
      text,
      gathered,
    ),
    timetable: unite(
      rows('timetable', importTimetable).map((r) => r.timetable),
      text,
      gathered,
    ),
    spending: unite(
      rows('spending', importSpending).map((r) => r.spending),
      text,
      gathered,
    ),
  }
}

/** The model holds WGS-84 whatever its files said; the county seat is converted like every place. */
function heldSettings(settings: CountySettings): CountySettings {
  const { coordinates, seat } = settings
  if (coordinates === 'WGS-84' || coordinates === 'CGCS2000') return settings
  return { ...settings, coordinates: 'WGS-84', seat: seat && toWgs84(seat, coordinates) }
}

function divisionsAbsent(county: County): Finding[] {
  const codes = new Set(county.settlements.map((s) => s.division).filter(Boolean))
  const without = county.settlements.filter((s) => s.division === '')
  if (county.divisions.length > 0 && without.length > 0) {
    const names = without.slice(0, 5).map((s) => s.name)
    const facts = { count: without.length, names: names.join('、') + (without[5] ? ' …' : '') }
    return [finding('settlements-without-division', {}, facts)]
  }
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
