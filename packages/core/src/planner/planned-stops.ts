import type { Stop } from '../plan/plan.ts'
import type { FleetClass } from './fleet-class.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'
import { roadReader } from './road-reader.ts'
import { depotWay, type RoadsOf } from './route-cost.ts'
import type { Walks } from './stop-candidates.ts'
import { fullestVisit, personTimesOf, staySeconds, type VisitBundle } from './visit-bundles.ts'

/** A stop as the plan wants it: what it gives, to whom, how often, and how long a visit takes. */
export interface PlannedStop {
  stop: Stop
  fleet: FleetClass
  settlement: string
  services: readonly string[]
  visits: number
  /** Visits by service, where more are wanted than its floors ask. */
  oftener: ReadonlyMap<string, number>
  maxGapDays: number
  /** Cells served, and the share of their people that comes to this stop (stops with many people are split). */
  cells: readonly NeedCell[]
  share: number
  /** Of the fullest visit; others may carry fewer services (`bundlesOn`). */
  personTimes: number
  serviceSeconds: number
  weight: number
  /** Twice the first priority class served, and one more where the choice found no room: lower goes first. */
  priority: number
}

/** What the joint choice wants at one settlement from one class. */
export interface WantedStop {
  settlement: string
  fleet: FleetClass
  cells: readonly NeedCell[]
  /** Wanted, though the choice found no room for it: served if the calendar has room left. */
  spare: boolean
  /** Visits by service, where more are wanted than its floors ask. */
  oftener: ReadonlyMap<string, number>
}

/** Longest gap where no floor says one: one and a half times the even gap (docs/methods/floors.md). */
const gapTolerance = 1.5
/** Part of the shift's room that one part of a split visit may fill, so that a split is not too tight. */
const fullVisit = 0.98

/** Stops with their loads. One whose visit would not fit a shift is split into several with an equal share each. */
export function plannedStops(
  ground: PlanGround,
  wanted: readonly WantedStop[],
  walks: Walks,
  roads: RoadsOf,
): PlannedStop[] {
  const taken = new Map<string, number>()
  return wanted.flatMap((want) => {
    const visits = Math.max(visitsAsked(want.cells), ...want.oftener.values())
    const maxGapDays = gapAllowed(want.cells, visits, ground.horizonDays)
    const fullest = fullestVisit(ground, { ...want, visits, maxGapDays })
    const parts = partsOf(ground, want, roads, fullest)
    return Array.from({ length: parts }, (): PlannedStop => {
      const base = `${want.settlement}@${want.fleet.kind}`
      const n = (taken.get(base) ?? 0) + 1
      taken.set(base, n)
      return partOf(want, walks, {
        id: n === 1 ? base : `${base}~${n}`,
        visits,
        maxGapDays,
        share: 1 / parts,
        personTimes: personTimesOf(fullest, parts),
        serviceSeconds: staySeconds(fullest, want.fleet, parts),
      })
    })
  })
}

/** Into how many parts a visit is cut: none while it fits a shift in every state of the roads. */
function partsOf(
  { travel }: PlanGround,
  { settlement, fleet }: WantedStop,
  roads: RoadsOf,
  fullest: VisitBundle,
): number {
  const seconds = fullest.personSeconds / fleet.stations
  const way = depotWay(settlement, fleet, roads)
  const free = fleet.shiftSeconds - (way?.seconds ?? 0) - fleet.setupSeconds
  const parts = Math.max(1, Math.ceil(seconds / Math.max(60, free * fullVisit)))
  if (parts === 1 || seconds > free) return parts
  const stay = staySeconds(fullest, fleet, 1)
  const fits = [travel.base, ...travel.seasons.map((s) => s.travel)].every(({ vehicle }) => {
    const there = depotWay(settlement, fleet, (profile) => roadReader(vehicle[profile]))
    return there !== null && there.seconds + stay <= fleet.shiftSeconds
  })
  return fits ? 1 : parts
}

type Part = Pick<PlannedStop, 'visits' | 'maxGapDays' | 'share' | 'personTimes' | 'serviceSeconds'>

function partOf(
  { settlement, fleet, cells, spare, oftener }: WantedStop,
  walks: Walks,
  { id, ...part }: Part & { id: string },
): PlannedStop {
  const served = [...new Set(cells.map((c) => c.settlement.id))].sort()
  return {
    stop: {
      id,
      settlement,
      kind: fleet.kind,
      serves: served.map((id) => ({
        settlement: id,
        walkSeconds: walks.get(id)?.get(settlement) ?? 0,
      })),
    },
    fleet,
    settlement,
    services: [...new Set(cells.map((c) => c.scoped.service.id))].sort(),
    oftener,
    cells,
    ...part,
    weight: cells.reduce((sum, c) => sum + c.weight, 0) * part.share,
    priority: stopPriority(cells, spare),
  }
}

/** Visits that the floors of these cells ask of one stop. */
export const visitsAsked = (cells: readonly NeedCell[]): number =>
  cells.reduce((most, c) => Math.max(most, c.visits), 1)

/** The longest gap that a stop's visits may leave: one and a half even gaps, and no more than a floor of its cells. */
export const gapAllowed = (
  cells: readonly NeedCell[],
  visits: number,
  horizonDays: number,
): number =>
  Math.min(
    Math.ceil((gapTolerance * horizonDays) / visits),
    ...cells.flatMap((c) => (c.maxGapDays === null ? [] : [c.maxGapDays])),
  )

/** Twice the first priority class served, and one more where the choice found no room. */
export const stopPriority = (cells: readonly NeedCell[], spare: boolean): number =>
  2 * Math.min(...cells.map((c) => c.priority)) + (spare ? 1 : 0)
