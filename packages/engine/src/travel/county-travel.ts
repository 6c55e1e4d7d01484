import { availableParallelism } from 'node:os'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput, Season } from '@kuashan/core/plan/county.ts'
import { buildRoadGraph } from '@kuashan/core/travel/build-road-graph.ts'
import { type TravelProfile, travelProfile } from '@kuashan/core/travel/profile-table.ts'
import { roadStates } from '@kuashan/core/travel/road-states.ts'
import { terrainSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import {
  type CountyTravel,
  type TravelTable,
  vehicleProfile,
  type YearTravel,
} from '@kuashan/core/travel/travel-table.ts'
import { facilityPlaces, settlementPlaces, vehiclePlaces } from './county-places.ts'
import { minuteCountyTravel } from './minute-county-travel.ts'
import { sharedBytes } from './shared-arrays.ts'
import { denseTable, elderWalks, type TravelEngine, travelEngine } from './travel-engine.ts'
import { travelFindings } from './travel-findings.ts'
import { travelPool } from './travel-pool.ts'

/** What is being worked on. */
export type TravelStep = 'graph' | 'resident' | 'walk' | 'vehicle'

export interface TravelOptions {
  /** Threads; the result is the same for any number. Those of the machine when not given. */
  workers?: number
  /** Vehicle tables too; by default wherever there are no more than 4,000 places for vehicles. */
  vehicle?: boolean
  /** Seconds beyond which a resident's trip is not looked for; see `residentLimit`. */
  residentLimit?: number
  profile?: TravelProfile
  /** Share of the work that is done, 0 to 1. */
  onProgress?: (share: number, step: TravelStep) => void
  signal?: AbortSignal
}

/** Above this many places a table of vehicles (16 bytes a cell) is made only when asked for. */
const MOST_VEHICLE_PLACES = 4_000
/** Above this many cells residents' trips are looked for up to `CITY_LIMIT` only. */
const MOST_UNBOUNDED_CELLS = 4_000_000
/** Two and a half hours. */
const CITY_LIMIT = 9_000
/** An elder's longest walk that is looked for when no floor allows more: one hour. */
const WALK_LIMIT = 3_600

/** Default bound of residents' trips: none for a county, 150 minutes for a city. */
export const residentLimit = (settlements: number, facilities: number): number =>
  settlements * facilities > MOST_UNBOUNDED_CELLS ? CITY_LIMIT : Number.POSITIVE_INFINITY

/** Longest walk worth knowing: an hour, or what a floor or an assumption of the county allows. */
function walkLimit({ county }: CountyInput): number {
  const floors = county.standards
    .filter((standard) => standard.metric === 'maxWalkMin')
    .map((standard) => standard.value * 60)
  const assumed = (county.settings.assumptions.walkToStopMin ?? 0) * 60
  return Math.max(WALK_LIMIT, assumed, ...floors)
}

/**
 * Travel in one state of a county's roads: residents to facilities, elders on foot, vehicles between stops and depots.
 * Rows and columns are in the order of ids. Places that no road reaches are named by findings and still have their rows.
 */
export async function countyTravel(
  input: CountyInput,
  options: TravelOptions & { season?: Season | null; closed?: readonly string[] } = {},
): Promise<{ travel: CountyTravel; findings: Finding[] }> {
  const { season = null, closed = [], signal } = options
  signal?.throwIfAborted()
  const profile = options.profile ?? travelProfile
  const name = [season?.id ?? 'base', ...closed.map((way) => `closed:${way}`)].join('+')
  if (input.roads === null) return minuteCountyTravel(input, name, profile)
  const elevation = terrainSampler(input.terrain)
  options.onProgress?.(0, 'graph')
  const graph = buildRoadGraph(input.roads, {
    elevation,
    closed: new Set(closed),
    season,
    profile,
    allocate: sharedBytes,
  })
  const pool = travelPool(options.workers ?? availableParallelism(), signal)
  try {
    const engine = travelEngine({ graph, elevation, profile, pool })
    const findings = [...unknownClosures(input, closed), ...travelFindings(input.county, engine)]
    const travel = await tables(input, engine, name, options)
    return { travel, findings }
  } finally {
    await pool.close()
  }
}

/**
 * The year's travel: the base state, and each stretch of the horizon in which a season or a closure holds.
 * States that are alike share one computation. Findings of the base state come first; those of other states
 * only where they are new.
 */
export async function yearTravel(
  input: CountyInput,
  options: TravelOptions = {},
): Promise<{ travel: YearTravel; findings: Finding[] }> {
  const { horizon, seasons, closures } = input.county.settings
  const states = roadStates(horizon, seasons, closures)
  const key = (state: { season: Season | null; closed: readonly string[] }): string =>
    JSON.stringify([state.season?.id ?? null, state.closed])
  const base = { season: null, closed: [] }
  const different = new Map([base, ...states].map((state) => [key(state), state]))
  const made = new Map<string, CountyTravel>()
  const findings = new Map<string, Finding>()
  for (const [name, { season, closed }] of different) {
    const before = made.size
    const result = await countyTravel(input, {
      ...options,
      season,
      closed,
      onProgress: (share, step) => options.onProgress?.((before + share) / different.size, step),
    })
    made.set(name, result.travel)
    for (const f of result.findings) findings.set(JSON.stringify([f.code, f.at, f.facts]), f)
  }
  const travel: YearTravel = {
    base: made.get(key(base))!,
    seasons: states.map((state) => ({ range: state.range, travel: made.get(key(state))! })),
  }
  return { travel, findings: [...findings.values()] }
}

async function tables(
  input: CountyInput,
  engine: TravelEngine,
  season: string,
  options: TravelOptions,
): Promise<CountyTravel> {
  const { county } = input
  const profiles = vehicleProfiles(county.vehicles)
  const stops = vehiclePlaces(county)
  const withVehicles = options.vehicle ?? stops.length <= MOST_VEHICLE_PLACES
  const steps = 3 + (withVehicles ? profiles.length : 0)
  const at = (step: TravelStep, before: number): TravelEngine => ({
    ...engine,
    onProgress: (done, total) => options.onProgress?.((before + done / total) / steps, step),
  })
  const settlements = settlementPlaces(county)
  const facilities = facilityPlaces(county)
  const limit = options.residentLimit ?? residentLimit(settlements.length, facilities.length)
  const people = { kind: 'resident' } as const
  const resident = await denseTable(at('resident', 0), people, settlements, facilities, limit)
  const longest = walkLimit(input)
  const walkToStops = await elderWalks(at('walk', 1), settlements, settlements, longest)
  const walkToFacilities = await elderWalks(at('walk', 2), settlements, facilities, longest)
  const vehicle: Record<string, TravelTable> = {}
  if (withVehicles)
    for (const [k, { widthM, weightT }] of profiles.entries())
      vehicle[vehicleProfile({ widthM, weightT })] = await denseTable(
        at('vehicle', 3 + k),
        { kind: 'vehicle', widthM, weightT },
        stops,
        stops,
      )
  return { season, resident, walkToStops, walkToFacilities, vehicle }
}

/** Each width and weight once, in a fixed order. */
const vehicleProfiles = (vehicles: readonly { widthM: number; weightT: number }[]) =>
  [...new Map(vehicles.map((vehicle) => [vehicleProfile(vehicle), vehicle])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, vehicle]) => vehicle)

function unknownClosures(input: CountyInput, closed: readonly string[]): Finding[] {
  const ways = input.roads?.ways ?? []
  return closed
    .filter((way) => !ways.some((other) => other.id === way || other.name === way))
    .map((way) => finding('closure-unknown', { file: 'county.yaml', path: 'closures' }, { way }))
}
