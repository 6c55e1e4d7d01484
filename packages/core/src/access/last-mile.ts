import { compareText } from '../kernel/order.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn } from '../travel/read-table.ts'
import type { WalkTable } from '../travel/travel-table.ts'

/** The walk from a settlement to the nearest place of service, by an elder's pace. */
export interface LastMile {
  settlement: string
  name: string
  people: number
  households: number | null
  /** Of them, people who walk badly; they must not be sent farther than the limit. */
  limited: number
  /** Settlement of the nearest stop, or facility; null where none is within the walk table's range. */
  place: string | null
  minutes: number | null
  beyond: boolean
}

export interface LastMileInput {
  settlements: readonly Settlement[]
  /** Settlements where vehicles stop. */
  stops: ReadonlySet<string>
  /** Facilities that count as places of service. */
  sites: ReadonlySet<string>
  walkToStops: WalkTable
  walkToFacilities: WalkTable
  limitMinutes: number
  limitedAt: (settlement: Settlement) => number
}

/** Minutes of the last mile for each settlement, farthest first (no place at all before any distance); ties by id. */
export function lastMiles(input: LastMileInput): LastMile[] {
  const toStops = nearestIn(input.walkToStops, input.stops)
  const toSites = nearestIn(input.walkToFacilities, input.sites)
  return input.settlements
    .map((s): LastMile => {
      const own = input.stops.has(s.id) ? { place: s.id, seconds: 0 } : null
      const nearest = [own, toStops(s.id), toSites(s.id)]
        .filter((w) => w !== null)
        .sort((a, b) => a.seconds - b.seconds || compareText(a.place, b.place))[0]
      const minutes = nearest === undefined ? null : nearest.seconds / 60
      return {
        settlement: s.id,
        name: s.name,
        people: s.permanent.total,
        households: s.households,
        limited: input.limitedAt(s),
        place: nearest?.place ?? null,
        minutes,
        beyond: minutes === null || minutes > input.limitMinutes,
      }
    })
    .sort(
      (a, b) =>
        (b.minutes ?? Infinity) - (a.minutes ?? Infinity) ||
        compareText(a.settlement, b.settlement),
    )
}

interface Walk {
  place: string
  seconds: number
}

function nearestIn(
  table: WalkTable,
  wanted: ReadonlySet<string>,
): (settlement: string) => Walk | null {
  const rows = placesIn(table.from)
  return (settlement) => {
    const row = rows.get(settlement)
    if (row === undefined) return null
    for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
      const place = table.to[table.target[k]!]!
      if (wanted.has(place)) return { place, seconds: table.seconds[k]! }
    }
    return null
  }
}

/** What would help people beyond the limit. */
export type LastMileProposal =
  | { kind: 'move-stop'; from: string; to: string; minutes: number }
  | { kind: 'doorstep'; facility: string; minutes: number }
  | { kind: 'none' }

export interface BeyondLimit extends LastMile {
  /** A doorstep visit is planned already: nothing more is wanted. */
  doorstepPlanned: boolean
  proposal: LastMileProposal
}

export interface ProposalInput extends LastMileInput {
  /** Settlements that a doorstep visit is planned for. */
  doorstepPlanned: ReadonlySet<string>
  /** Staff that could come to the house: the nearest facility with a doorstep channel in reach, with minutes one way. */
  doorstepFrom: (settlement: string) => { facility: string; minutes: number } | null
}

/**
 * Everybody whose last mile is beyond the limit, most people who walk badly first, with a proposal: move the nearest
 * stop to where it serves them and still all whom it serves now, else a doorstep visit, else none.
 */
export function beyondLimit(input: ProposalInput): BeyondLimit[] {
  const miles = lastMiles(input)
  const byId = new Map(input.settlements.map((s) => [s.id, s]))
  const walk = walksIn(input.walkToStops, input.limitMinutes * 60)
  const servedBy = new Map<string, string[]>()
  for (const mile of miles) {
    if (mile.place === null || mile.beyond) continue
    servedBy.set(mile.place, [...(servedBy.get(mile.place) ?? []), mile.settlement])
  }
  return miles
    .filter((m) => m.beyond && m.people > 0)
    .map((mile): BeyondLimit => {
      const planned = input.doorstepPlanned.has(mile.settlement)
      const stop = mile.place !== null && input.stops.has(mile.place) ? mile.place : null
      const moved =
        stop === null || planned
          ? null
          : betterStop(stop, [mile.settlement, ...(servedBy.get(stop) ?? [])], walk, byId)
      return { ...mile, doorstepPlanned: planned, proposal: moved ?? doorstep(mile, planned) }
    })
    .sort(
      (a, b) =>
        b.limited - a.limited || b.people - a.people || compareText(a.settlement, b.settlement),
    )

  function doorstep(mile: LastMile, planned: boolean): LastMileProposal {
    const from = planned ? null : input.doorstepFrom(mile.settlement)
    return from === null ? { kind: 'none' } : { kind: 'doorstep', ...from }
  }
}

/** People who walk badly, beyond the limit, with no doorstep visit planned: a plan must leave none (A05). */
export const lastMileBreaches = (beyond: readonly BeyondLimit[]): BeyondLimit[] =>
  beyond.filter((b) => b.limited > 0 && !b.doorstepPlanned)

/** Seconds from a settlement to every place within the limit, itself included. */
type WalksFrom = (settlement: string) => ReadonlyMap<string, number>

function walksIn(table: WalkTable, limitSeconds: number): WalksFrom {
  const rows = placesIn(table.from)
  const known = new Map<string, ReadonlyMap<string, number>>()
  return (settlement) => {
    const cached = known.get(settlement)
    if (cached) return cached
    const found = new Map([[settlement, 0]])
    const row = rows.get(settlement)
    if (row !== undefined) {
      for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
        const place = table.to[table.target[k]!]!
        if (table.seconds[k]! <= limitSeconds && place !== settlement)
          found.set(place, table.seconds[k]!)
      }
    }
    known.set(settlement, found)
    return found
  }
}

/** Of all settlements with room for a vehicle, the one within the limit of all concerned with the least walk for the first. */
function betterStop(
  stop: string,
  concerned: readonly string[],
  walksFrom: WalksFrom,
  byId: ReadonlyMap<string, Settlement>,
): LastMileProposal | null {
  const [first, ...others] = concerned
  const candidates = [...walksFrom(first!)]
    .filter(([id]) => id !== stop && byId.get(id)?.canStop === true)
    .filter(([id]) => others.every((o) => walksFrom(o).has(id)))
    .sort(([a, x], [b, y]) => x - y || compareText(a, b))
  const best = candidates[0]
  return best === undefined
    ? null
    : { kind: 'move-stop', from: stop, to: best[0], minutes: best[1] / 60 }
}
