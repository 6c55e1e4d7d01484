import { inventedStandards } from '@kuashan/core/catalogue/invented-standards.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { addDays, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { type CountyInput, CountySettings } from '@kuashan/core/plan/county.ts'
import { assumedFleet } from '@kuashan/core/resources/assumed-fleet.ts'
import { Facility } from '@kuashan/core/resources/facility.ts'
import { metresBetween } from '@kuashan/core/territory/earth.ts'
import type { OsmFacility } from '@kuashan/core/territory/import/osm-facility.ts'
import { osmSettlements } from '@kuashan/core/territory/import/osm-settlements.ts'
import { overridePeople } from '@kuashan/core/territory/import/people-table.ts'
import type { LngLat, Settlement } from '@kuashan/core/territory/settlement.ts'
import type { Terrain } from '@kuashan/core/territory/terrain.ts'
import { withoutElevation } from '@kuashan/core/territory/terrain-elevation.ts'
import type { OsmExtract } from '../geo/read-osm.ts'

/** What a county is made of when there is no folder yet. */
export interface CountySources {
  extract: OsmExtract
  /** Name of the OSM file, for provenance and findings. */
  file: string
  terrain: Terrain
  /** Rows of a population table, with the table's name. */
  people?: { rows: readonly Settlement[]; file: string }
  name: string
  nameEn: string
  /** The first day of the year that is planned. */
  asOf: PlainDate
}

/**
 * A county out of a map: settlements and facilities as mapped, everything else assumed and marked as such, so that it
 * can be measured and planned at once. Null with findings when nobody lives on the map.
 */
export function countyFromSources(sources: CountySources): {
  input: CountyInput | null
  findings: Finding[]
} {
  const { extract, file, terrain } = sources
  const placed = osmSettlements(extract.places, sources, terrain, file)
  const first = placed.townships[0]
  if (!first) return { input: null, findings: placed.findings }
  const people = sources.people
    ? overridePeople(placed.settlements, sources.people.rows, sources.people.file)
    : { settlements: placed.settlements, findings: [] }
  const seat = seatOf(people.settlements)
  const mapped = extract.facilities.flatMap((f) => facilityOf(f, people.settlements, file))
  const facilities = mapped.length > 0 ? mapped : [assumedDepot(seat)]
  const townships = placed.townships.map((t) => ({
    code: t.code,
    name: t.place.name,
    at: t.place.at,
  }))
  const fleet = assumedFleet(townships, seat.at!, facilities)
  const standards = inventedStandards(sources.asOf)
  const input: CountyInput = {
    county: {
      settings: settingsOf(sources, placed.divisions[0]!.code, seat.at!),
      divisions: placed.divisions,
      settlements: people.settlements,
      facilities,
      ...fleet,
      funds: [],
      buses: [],
      standards,
      baseline: { rotas: [], timetable: [], spending: [] },
    },
    catalogue: startingCatalogue(),
    roads: extract.roads,
    terrain,
    minutes: null,
  }
  const findings = [
    ...placed.findings,
    ...people.findings,
    ...withoutElevation(terrain, people.settlements),
    ...(mapped.length > 0 ? [] : [finding('facilities-none', { file })]),
    finding(
      'resources-assumed',
      {},
      { vehicles: fleet.vehicles.length, staff: fleet.staff.length },
    ),
    finding('standards-invented', {}, { count: standards.length }),
  ]
  return { input, findings }
}

/** The most populous settlement stands for the county seat; the first on a tie. */
const seatOf = (settlements: readonly Settlement[]): Settlement =>
  settlements.reduce((best, s) => (s.permanent.total > best.permanent.total ? s : best))

function facilityOf(
  found: OsmFacility,
  settlements: readonly Settlement[],
  file: string,
): Facility[] {
  if (found.kind === null) return []
  const nearest = settlements.toSorted(
    (a, b) => metresBetween(found.at, a.at!) - metresBetween(found.at, b.at!),
  )[0]!
  return [
    Facility.parse({
      id: `F-${found.id}`,
      name: found.name || `${found.tag} ${found.id}`,
      ...(found.nameEn === undefined ? {} : { nameEn: found.nameEn }),
      kind: found.kind,
      state: 'open',
      division: nearest.division,
      at: found.at,
      provenance: { file, method: 'imported', note: `amenity=${found.tag}` },
    }),
  ]
}

const assumedDepot = (seat: Settlement): Facility =>
  Facility.parse({
    id: 'F-seat',
    name: `${seat.name} 便民服务中心`,
    kind: 'convenienceCentre',
    state: 'open',
    division: seat.division,
    at: seat.at,
    provenance: { method: 'assumed', note: 'no facility on the map: a depot at the seat' },
  })

/** China keeps one clock; elsewhere the nautical zone stands in until someone says. */
const utcOffsetAt = ([lng, lat]: LngLat): number =>
  lng >= 73 && lng <= 135 && lat >= 18 && lat <= 54 ? 8 : Math.round(lng / 15)

const settingsOf = (sources: CountySources, code: string, seat: LngLat): CountySettings =>
  CountySettings.parse({
    format: 1,
    code,
    name: sources.name,
    nameEn: sources.nameEn,
    utcOffset: utcOffsetAt(seat),
    coordinates: 'WGS-84',
    asOf: sources.asOf,
    horizon: { from: sources.asOf, to: addDays(sources.asOf, 364) },
    seat,
    remote: {
      version: 'assumed-1',
      atLeast: 1,
      minMinutesToTownship: 30,
      minMinutesToCountySeat: 60,
    },
    prices: {
      fuelPerKmFen: 80,
      staffHourFen: 5_000,
      residentHourFen: 2_000,
      busPerKmFen: 500,
    },
    assumptions: { fixedMaxMin: 60, walkToStopMin: 30, doorstepMaxMin: 60, uptakePerVisit: 0.12 },
  })
