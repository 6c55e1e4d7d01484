import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { isWithin } from '@kuashan/core/kernel/calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import { buildRoadGraph } from '@kuashan/core/travel/build-road-graph.ts'
import { travelProfile } from '@kuashan/core/travel/profile-table.ts'
import { roadIndex } from '@kuashan/core/travel/road-index.ts'
import { type LineGround, roadLinesFrom } from '@kuashan/core/travel/road-line.ts'
import { roadStates } from '@kuashan/core/travel/road-states.ts'
import { snapContext, snapPlaces } from '@kuashan/core/travel/snap.ts'
import { roadSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import { travelView } from '@kuashan/core/travel/travel-view.ts'
import { vehiclePlaces } from './county-places.ts'

/** A leg that a vehicle drives on a day. */
export interface DrivenLeg {
  date: PlainDate
  vehicle: Pick<Vehicle, 'widthM' | 'weightT'>
  /** Ids of a settlement or a depot. */
  from: string
  to: string
}

/** Draws legs of tours along the roads; what was drawn once is kept. */
export interface TourRoads {
  /** A line for each leg, in order; null where there are no roads or no way. */
  lines(legs: readonly DrivenLeg[]): Promise<(LngLat[] | null)[]>
}

interface State {
  ground: LineGround
  numberOf: ReadonlyMap<string, number>
  known: Map<string, LngLat[] | null>
}

/** Opens the roads of a county for drawing. The roads of a day are those of its season and closures, as in the tables. */
export function tourRoads(input: CountyInput): TourRoads {
  const { roads, county } = input
  if (roads === null) return { lines: async (legs) => legs.map(() => null) }
  const { horizon, seasons, closures } = county.settings
  const stretches = roadStates(horizon, seasons, closures)
  const elevation = roadSampler(input.terrain)
  const places = vehiclePlaces(county)
  const numberOf = new Map(places.map((place, k) => [place.id, k]))
  const states = new Map<string, State>()
  const stateOf = ({ date, vehicle: { widthM, weightT } }: DrivenLeg): State => {
    const { season = null, closed = [] } = stretches.find((s) => isWithin(date, s.range)) ?? {}
    const key = [season?.id ?? '', ...closed, widthM, weightT].join('\n')
    const known = states.get(key)
    if (known) return known
    const graph = buildRoadGraph(roads, { elevation, season, closed: new Set(closed) })
    const view = travelView(graph, { kind: 'vehicle', widthM, weightT }, travelProfile)
    const choice = { single: true }
    const context = snapContext(roadIndex(graph), view, elevation, travelProfile, choice)
    const access = snapPlaces(context, places)
    const made = { ground: { graph, view, access }, numberOf, known: new Map() }
    states.set(key, made)
    return made
  }
  return {
    lines: async (legs) => {
      for (const [state, own] of groupedBy(legs, stateOf)) await draw(state, own)
      return legs.map((leg) => stateOf(leg).known.get(keyOf(leg)) ?? null)
    },
  }
}

/** To a metre. */
const rounded = ([lng, lat]: LngLat): LngLat => [
  Math.round(lng * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
]

const keyOf = ({ from, to }: DrivenLeg): string => `${from}\n${to}`

/** Draws what is not known yet: one search from each place that legs begin at, and a breath between two. */
async function draw({ ground, numberOf, known }: State, legs: readonly DrivenLeg[]): Promise<void> {
  const missing = legs.filter((leg) => !known.has(keyOf(leg)))
  for (const [from, own] of groupedBy(missing, (leg) => leg.from)) {
    const start = numberOf.get(from)
    const there = own.filter((leg) => start !== undefined && numberOf.has(leg.to))
    const lines = roadLinesFrom(
      ground,
      start ?? 0,
      there.map((leg) => numberOf.get(leg.to)!),
    )
    for (const leg of own) known.set(keyOf(leg), null)
    there.forEach((leg, k) => {
      known.set(keyOf(leg), lines[k]?.map(rounded) ?? null)
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function groupedBy<Key>(legs: readonly DrivenLeg[], of: (leg: DrivenLeg) => Key) {
  const groups = new Map<Key, DrivenLeg[]>()
  for (const leg of legs) {
    const key = of(leg)
    const group = groups.get(key)
    if (group) group.push(leg)
    else groups.set(key, [leg])
  }
  return groups
}
