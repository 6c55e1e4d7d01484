import { availableParallelism } from 'node:os'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput, Season } from '@kuashan/core/plan/county.ts'
import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import {
  graphOfTimed,
  type TimedNetwork,
  timedNetwork,
} from '@kuashan/core/travel/build-road-graph.ts'
import { type TravelProfile, travelProfile } from '@kuashan/core/travel/profile-table.ts'
import { roadStates } from '@kuashan/core/travel/road-states.ts'
import { roadSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import type { CountyTravel, YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { countyGround, countyTables } from './county-tables.ts'
import { minuteCountyTravel } from './minute-county-travel.ts'
import type { OsrmOptions } from './osrm-client.ts'
import { sharedBytes } from './shared-arrays.ts'
import { travelEngine } from './travel-engine.ts'
import { cutOffFindings, travelFindings } from './travel-findings.ts'
import { travelPool } from './travel-pool.ts'
import type { Legs } from './vehicle-stands.ts'

export interface TravelOptions {
  /** Threads; the result is the same for any number. Those of the machine when not given. */
  workers?: number
  /** Vehicle tables too, unless false. */
  vehicle?: boolean
  /** Legs of a plan made elsewhere: kept in a city's tables whatever their length. */
  legs?: Legs
  /** Settlements × facilities above which tables are kept sparse; four million when not given. */
  mostDenseCells?: number
  profile?: TravelProfile
  /** Rides from an OSRM server, which knows neither our seasons nor our vehicles' limits. */
  osrm?: OsrmOptions
  /** Share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Travel in one state of a county's roads: residents to facilities, elders on foot, vehicles between stops and depots.
 * Rows and columns are in the order of ids. Places that no road reaches are named by findings and still have their rows.
 * Closures are ids or names of ways.
 */
export async function countyTravel(
  input: CountyInput,
  options: TravelOptions & { season?: Season | null; closed?: readonly string[] } = {},
): Promise<{ travel: CountyTravel; findings: Finding[] }> {
  const state = { season: options.season ?? null, closed: options.closed ?? [] }
  const { states, findings } = await travelInStates(input, [state], options)
  return { travel: states[0]!, findings }
}

/**
 * The year's travel: the base state, and each stretch of the horizon in which a season or a closure holds.
 * States that are alike share one computation. In a city residents go as in the base state all year, as no figure of a plan asks
 * otherwise; with rides from a server only the base state is made, and a finding says so.
 */
export async function yearTravel(
  input: CountyInput,
  options: TravelOptions = {},
): Promise<{ travel: YearTravel; findings: Finding[] }> {
  const { horizon, seasons, closures } = input.county.settings
  const inYear = roadStates(horizon, seasons, closures)
  const stretches = options.osrm !== undefined ? [] : inYear
  const base: State = { season: null, closed: [] }
  const different = new Map([base, ...stretches].map((state) => [nameOf(state), state]))
  const { states, findings } = await travelInStates(input, [...different.values()], options)
  const byName = new Map([...different.keys()].map((name, k) => [name, states[k]!]))
  if (stretches.length < inYear.length)
    findings.push(finding('seasons-left-out', {}, { states: inYear.length }))
  const travel: YearTravel = {
    base: states[0]!,
    seasons: stretches.map((state) => ({ range: state.range, travel: byName.get(nameOf(state))! })),
  }
  return { travel, findings }
}

interface State {
  season: Season | null
  closed: readonly string[]
}

const nameOf = ({ season, closed }: State): string =>
  [season?.id ?? 'base', ...closed.map((way) => `closed:${way}`)].join('+')

/** One travel a state. Findings of the first state come first; of the others, who is cut off. */
async function travelInStates(
  input: CountyInput,
  states: readonly State[],
  options: TravelOptions,
): Promise<{ states: CountyTravel[]; findings: Finding[] }> {
  const { signal } = options
  signal?.throwIfAborted()
  const profile = options.profile ?? travelProfile
  const { roads } = input
  if (roads === null) {
    const { travel, findings } = minuteCountyTravel(input, profile)
    return { states: states.map((state) => ({ ...travel, season: nameOf(state) })), findings }
  }
  const pool = travelPool(options.workers ?? availableParallelism(), signal)
  const ground = countyGround(input)
  const elevation = roadSampler(input.terrain)
  const timed = new Map<string, TimedNetwork>()
  const findings = new Map<string, Finding>()
  const made: CountyTravel[] = []
  let usual: readonly Finding[] | undefined
  try {
    for (const state of states) {
      signal?.throwIfAborted()
      const { season } = state
      const name = season?.id ?? 'base'
      const times = timed.get(name) ?? timedNetwork(roads, { elevation, season, profile })
      timed.set(name, times)
      const graph = graphOfTimed(times, { closed: new Set(state.closed), allocate: sharedBytes })
      const engine = travelEngine({
        graph,
        elevation: ground.elevation,
        profile,
        pool,
        memory: ground.memory,
      })
      // A season slows driving only: without closures people walk as in the base state.
      const walks = made.find((_, k) => states[k]!.closed.join() === state.closed.join())
      if (walks === undefined) {
        const own = travelFindings(input.county, engine)
        usual ??= own
        const told = made.length === 0 ? own : cutOffFindings(own, usual, state.closed)
        for (const f of [...unknownClosures(roads, state.closed), ...told])
          findings.set(JSON.stringify([f.code, f.at, f.facts]), f)
      }
      const { travel, findings: more } = await countyTables(input, engine, ground, {
        ...options,
        name: nameOf(state),
        walks: walks ?? null,
        usual: made[0] ?? null,
        onProgress: (share) => options.onProgress?.((made.length + share) / states.length),
      })
      made.push(travel)
      for (const f of more) findings.set(JSON.stringify([f.code, f.at, f.facts]), f)
    }
  } finally {
    await pool.close()
  }
  return { states: made, findings: [...findings.values()] }
}

function unknownClosures(roads: RoadNetwork, closed: readonly string[]): Finding[] {
  return closed
    .filter((way) => !roads.ways.some((other) => other.id === way || other.name === way))
    .map((way) => finding('closure-unknown', { file: 'county.yaml', path: 'closures' }, { way }))
}
