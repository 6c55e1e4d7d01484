import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { ElevationSampler } from '@kuashan/core/territory/terrain.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import { terrainSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import {
  type CountyTravel,
  type TravelTable,
  vehicleProfile,
} from '@kuashan/core/travel/travel-table.ts'
import type { ViewSpec } from '@kuashan/core/travel/travel-view.ts'
import { facilityPlaces, settlementPlaces, vehiclePlaces } from './county-places.ts'
import { type OsrmOptions, osrmTable } from './osrm-client.ts'
import {
  denseTable,
  elderWalks,
  finishedTable,
  type TravelEngine,
  type WalkMemory,
} from './travel-engine.ts'

/** What all states of a county's roads share. */
export interface CountyGround {
  settlements: readonly TravelPlace[]
  facilities: readonly TravelPlace[]
  stops: readonly TravelPlace[]
  elevation: ElevationSampler
  memory: WalkMemory
}

export const countyGround = (input: CountyInput): CountyGround => ({
  settlements: settlementPlaces(input.county),
  facilities: facilityPlaces(input.county),
  stops: vehiclePlaces(input.county),
  elevation: terrainSampler(input.terrain),
  memory: new WeakMap(),
})

/** Above this many places a table of vehicles (16 bytes a cell) is made only when asked for. */
const MOST_VEHICLE_PLACES = 4_000
/** More cells of settlements × facilities than this are a city's. */
const MOST_COUNTY_CELLS = 4_000_000
/** How far a resident's trip is looked for in a city: two and a half hours. */
const CITY_LIMIT = 9_000
/** An elder's longest walk that is looked for when no floor allows more: one hour. */
const WALK_LIMIT = 3_600

/** Too large for unbounded searches and for tables of every season. */
export const isCity = ({ county }: CountyInput): boolean =>
  county.settlements.length * county.facilities.length > MOST_COUNTY_CELLS

/** Longest walk worth knowing: an hour, or what a floor or an assumption of the county allows. */
function walkLimit({ county }: CountyInput): number {
  const floors = county.standards
    .filter((standard) => standard.metric === 'maxWalkMin')
    .map((standard) => standard.value * 60)
  const assumed = (county.settings.assumptions.walkToStopMin ?? 0) * 60
  return Math.max(WALK_LIMIT, assumed, ...floors)
}

export interface TableOptions {
  name: string
  /** Travel whose walk tables hold in this state too. */
  walks: CountyTravel | null
  vehicle?: boolean
  residentLimit?: number
  /** Rides from an OSRM server instead of the graph; walks stay the graph's. */
  osrm?: OsrmOptions
  onProgress: (share: number) => void
}

/** All tables of one state of the roads. */
export async function countyTables(
  input: CountyInput,
  engine: TravelEngine,
  { settlements, facilities, stops }: CountyGround,
  options: TableOptions,
): Promise<{ travel: CountyTravel; findings: Finding[] }> {
  const { vehicles } = input.county
  const findings: Finding[] = []
  const rides = async (
    step: TravelEngine,
    spec: ViewSpec,
    from: readonly TravelPlace[],
    to: readonly TravelPlace[],
    limit?: number,
  ): Promise<TravelTable> => {
    if (options.osrm === undefined) return denseTable(step, spec, from, to, limit)
    const answer = await osrmTable(from, to, {
      ...options.osrm,
      onProgress: (share) => step.onProgress(share, 1),
    })
    findings.push(...answer.findings)
    return finishedTable(step, spec, from, to, answer.table)
  }
  const withVehicles = options.vehicle ?? stops.length <= MOST_VEHICLE_PLACES
  const profiles = withVehicles ? vehicleProfiles(vehicles) : []
  const steps = 3 + profiles.length
  const at = (step: number): TravelEngine => ({
    ...engine,
    onProgress: (done, total) => options.onProgress((step + done / total) / steps),
  })
  const limit = options.residentLimit ?? (isCity(input) ? CITY_LIMIT : Number.POSITIVE_INFINITY)
  const people = { kind: 'resident' } as const
  const resident = await rides(at(0), people, settlements, facilities, limit)
  const longest = walkLimit(input)
  const walkToStops =
    options.walks?.walkToStops ?? (await elderWalks(at(1), settlements, settlements, longest))
  const walkToFacilities =
    options.walks?.walkToFacilities ?? (await elderWalks(at(2), settlements, facilities, longest))
  const vehicle: Record<string, TravelTable> = {}
  for (const [k, { widthM, weightT }] of profiles.entries()) {
    const spec = { kind: 'vehicle', widthM, weightT } as const
    vehicle[vehicleProfile(spec)] = await rides(at(3 + k), spec, stops, stops)
  }
  const travel = { season: options.name, resident, walkToStops, walkToFacilities, vehicle }
  return { travel, findings }
}

/** Each width and weight once, in a fixed order. */
export const vehicleProfiles = (vehicles: readonly { widthM: number; weightT: number }[]) =>
  [...new Map(vehicles.map((vehicle) => [vehicleProfile(vehicle), vehicle])).entries()]
    .sort(byText(([key]) => key))
    .map(([, vehicle]) => vehicle)
