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
  type WalkTable,
} from '@kuashan/core/travel/travel-table.ts'
import type { ViewSpec } from '@kuashan/core/travel/travel-view.ts'
import { facilityPlaces, settlementPlaces, vehiclePlaces } from './county-places.ts'
import { keptLegs, keptResidents, keptVehicles } from './kept-table.ts'
import { type OsrmOptions, osrmTable } from './osrm-client.ts'
import {
  denseTable,
  elderWalks,
  finishedTable,
  type TravelEngine,
  type WalkMemory,
} from './travel-engine.ts'
import { type Legs, type VehicleStands, vehicleStands } from './vehicle-stands.ts'

/** What all states of a county's roads share. */
export interface CountyGround {
  settlements: readonly TravelPlace[]
  facilities: readonly TravelPlace[]
  stops: readonly TravelPlace[]
  elevation: ElevationSampler
  memory: WalkMemory
  /** Where vehicles stand in a city: worked out once, on the first walks. */
  stands: (walkToStops: WalkTable, legs: Legs) => VehicleStands
}

export function countyGround(input: CountyInput): CountyGround {
  const stops = vehiclePlaces(input.county)
  let stands: VehicleStands | undefined
  return {
    settlements: settlementPlaces(input.county),
    facilities: facilityPlaces(input.county),
    stops,
    elevation: terrainSampler(input.terrain),
    memory: new WeakMap(),
    stands: (walkToStops, legs) =>
      (stands ??= vehicleStands(input.county, stops, walkToStops, legs)),
  }
}

/** More cells of settlements × facilities than this are a city's: its tables keep only what may decide something. */
const MOST_DENSE_CELLS = 4_000_000

/** Whether tables of a county keep only what may decide something, which hangs on all of its data. */
export const isCity = (
  { settlements, facilities }: CountyInput['county'],
  most = MOST_DENSE_CELLS,
): boolean => settlements.length * facilities.length > most

/** An elder's longest walk that is looked for when no floor allows more: one hour. */
const WALK_LIMIT = 3_600

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
  /** Travel in the usual state. In a city all states keep the same cells, and residents go as usual in each. */
  usual: CountyTravel | null
  vehicle?: boolean
  /** Settlements × facilities above which tables keep only what may decide something; four million when not given. */
  mostDenseCells?: number
  /** Legs of a given plan, kept whatever their length. */
  legs?: Legs
  /** Rides from an OSRM server instead of the graph; walks stay the graph's. */
  osrm?: OsrmOptions
  onProgress: (share: number) => void
}

/** All tables of one state of the roads. */
export async function countyTables(
  input: CountyInput,
  engine: TravelEngine,
  ground: CountyGround,
  options: TableOptions,
): Promise<{ travel: CountyTravel; findings: Finding[] }> {
  const { settlements, facilities, stops } = ground
  const { vehicles } = input.county
  const findings: Finding[] = []
  const rides = async (
    step: TravelEngine,
    spec: ViewSpec,
    from: readonly TravelPlace[],
    to: readonly TravelPlace[],
  ): Promise<TravelTable> => {
    if (options.osrm === undefined) return denseTable(step, spec, from, to)
    const answer = await osrmTable(from, to, {
      ...options.osrm,
      onProgress: (share) => step.onProgress(share, 1),
    })
    findings.push(...answer.findings)
    return finishedTable(step, spec, from, to, answer.table)
  }
  const profiles = options.vehicle === false ? [] : vehicleProfiles(vehicles)
  const steps = 3 + profiles.length
  const at = (step: number): TravelEngine => ({
    ...engine,
    onProgress: (done, total) => options.onProgress((step + done / total) / steps),
  })
  const city = isCity(input.county, options.mostDenseCells) && options.osrm === undefined
  const people = { kind: 'resident' } as const
  const resident = city
    ? (options.usual?.resident ?? (await keptResidents(at(0), input, settlements, facilities)))
    : await rides(at(0), people, settlements, facilities)
  const longest = walkLimit(input)
  const walkToStops =
    options.walks?.walkToStops ?? (await elderWalks(at(1), settlements, settlements, longest))
  const walkToFacilities =
    options.walks?.walkToFacilities ?? (await elderWalks(at(2), settlements, facilities, longest))
  const vehicle: Record<string, TravelTable> = {}
  for (const [k, { widthM, weightT }] of profiles.entries()) {
    const spec = { kind: 'vehicle', widthM, weightT } as const
    const profile = vehicleProfile(spec)
    if (!city) vehicle[profile] = await rides(at(3 + k), spec, stops, stops)
    else {
      const stands = ground.stands(walkToStops, options.legs ?? [])
      const kept =
        options.usual?.vehicle[profile]?.kept ??
        (await keptLegs(at(3 + k), spec, input.county, stands))
      vehicle[profile] = await keptVehicles(at(3 + k), spec, stands, kept)
    }
  }
  const travel = { season: options.name, resident, walkToStops, walkToFacilities, vehicle }
  return { travel, findings }
}

/** Each width and weight once, in a fixed order. */
export const vehicleProfiles = (vehicles: readonly { widthM: number; weightT: number }[]) =>
  [...new Map(vehicles.map((vehicle) => [vehicleProfile(vehicle), vehicle])).entries()]
    .sort(byText(([key]) => key))
    .map(([, vehicle]) => vehicle)
