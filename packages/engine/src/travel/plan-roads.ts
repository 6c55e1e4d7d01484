import { availableParallelism } from 'node:os'
import type { CountyInput, Season } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import {
  graphOfTimed,
  type TimedNetwork,
  timedNetwork,
} from '@kuashan/core/travel/build-road-graph.ts'
import { travelProfile } from '@kuashan/core/travel/profile-table.ts'
import { type RoadState, roadStates } from '@kuashan/core/travel/road-states.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import { roadSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import {
  type CountyTravel,
  type TravelTable,
  vehicleProfile,
  type YearTravel,
} from '@kuashan/core/travel/travel-table.ts'
import { vehiclePlaces } from './county-places.ts'
import { type CountyGround, countyGround, vehicleProfiles } from './county-tables.ts'
import { countyTravel } from './county-travel.ts'
import { minuteCountyTravel } from './minute-county-travel.ts'
import { sharedBytes } from './shared-arrays.ts'
import { denseTable, travelEngine } from './travel-engine.ts'
import { type TravelPool, travelPool } from './travel-pool.ts'

/** The roads as the vehicles of one plan meet them; what is known of one state of the roads is never worked out again. */
export interface PlanRoads {
  /**
   * The year's travel with other closures. States of the roads that were met before cost nothing. `also` are
   * settlements with no stop in the plan that are wanted on these days.
   */
  under(county: CountyInput['county'], also?: AlsoWanted): Promise<YearTravel>
  close(): Promise<void>
}

interface AlsoWanted {
  settlements: readonly string[]
  from: string
  to: string
}

export interface PlanRoadsOptions {
  workers?: number
  signal?: AbortSignal
}

type Tables = Pick<CountyTravel, 'vehicle' | 'resident'>

/**
 * Opens the roads for re-planning. Tables of vehicles hold the stops and pick-ups of the plan, the stops of today's timetable and the depots only, by the same code and to
 * the same second as `yearTravel`; how residents travel and walk is that of the base state everywhere, the ways to the
 * sites of rides apart, which is all that floors are read from (docs/methods/floors.md), and a closure takes no one's last way that the base state lacks.
 */
export async function planRoads(
  input: CountyInput,
  plan: Plan,
  options: PlanRoadsOptions = {},
): Promise<PlanRoads> {
  const { roads } = input
  if (roads === null) {
    const { travel } = minuteCountyTravel(input, travelProfile)
    return { under: async () => ({ base: travel, seasons: [] }), close: async () => undefined }
  }
  const pool = travelPool(options.workers ?? availableParallelism(), options.signal)
  const { travel: base } = await countyTravel(input, { ...options, vehicle: false })
  const elevation = roadSampler(input.terrain)
  const places = vehiclePlaces(input.county)
  const own = new Set([
    ...plan.stops.map((s) => s.settlement),
    ...input.county.vehicles.map((v) => v.depot),
    ...input.county.baseline.timetable.map((line) => line.settlement),
    ...plan.rides.flatMap((r) => r.pickups.map((p) => p.settlement)),
  ])
  const timed = new Map<string, TimedNetwork>()
  const known = new Map<string, Promise<Tables>>()
  const timesIn = (season: Season | null): TimedNetwork => {
    const name = season?.id ?? ''
    const times =
      timed.get(name) ?? timedNetwork(roads, { elevation, season, profile: travelProfile })
    timed.set(name, times)
    return times
  }
  for (const season of [null, ...input.county.settings.seasons]) timesIn(season)
  const ground = countyGround(input)
  const rideSites = new Set(plan.rides.map((r) => r.site))
  const sites = ground.facilities.filter((f) => rideSites.has(f.id))
  const tables = (season: Season | null, closed: readonly string[], also: readonly string[]) => {
    const key = [season?.id ?? '', ...closed, '+', ...also].join('\n')
    const found =
      known.get(key) ??
      tablesOf(input, timesIn(season), closed, {
        pool,
        ground,
        sites,
        base: base.resident,
        places: places.filter((p) => own.has(p.id) || also.includes(p.id)),
      })
    known.set(key, found)
    return found
  }
  return {
    under: async ({ settings }, also) => {
      const wanted = (also?.settlements ?? []).filter((id) => !own.has(id)).sort()
      const touches = ({ range }: RoadState<Season>) =>
        also !== undefined && range.from <= also.to && range.to >= also.from
      const states = roadStates(settings.horizon, settings.seasons, settings.closures)
      const { vehicle } = await tables(null, [], wanted)
      const seasons: YearTravel['seasons'][number][] = []
      for (const state of states) {
        const own = await tables(state.season, state.closed, touches(state) ? wanted : [])
        const season = [state.season?.id ?? 'base', ...state.closed.map((way) => `closed:${way}`)]
        const travel = { ...base, season: season.join('+'), ...own }
        seasons.push({ range: state.range, travel })
      }
      return { base: { ...base, vehicle }, seasons }
    },
    close: () => pool.close(),
  }
}

interface TableGround {
  pool: TravelPool
  ground: CountyGround
  places: readonly TravelPlace[]
  /** Where rides bring people: on a day a ride's way is that of the day. */
  sites: readonly TravelPlace[]
  base: TravelTable
}

/** Tables of every kind of vehicle in one state of the roads, and of the ways to the sites of rides. */
async function tablesOf(
  { county }: CountyInput,
  times: TimedNetwork,
  closed: readonly string[],
  { pool, ground, places, sites, base }: TableGround,
): Promise<Tables> {
  const graph = graphOfTimed(times, { closed: new Set(closed), allocate: sharedBytes })
  const { elevation, memory, settlements } = ground
  const engine = travelEngine({ graph, elevation, profile: travelProfile, pool, memory })
  const vehicle: Record<string, TravelTable> = {}
  for (const { widthM, weightT } of vehicleProfiles(county.vehicles)) {
    const spec = { kind: 'vehicle', widthM, weightT } as const
    vehicle[vehicleProfile(spec)] = await denseTable(engine, spec, places, places)
  }
  const resident =
    sites.length === 0 ? base : await denseTable(engine, { kind: 'resident' }, settlements, sites)
  return { vehicle, resident }
}
