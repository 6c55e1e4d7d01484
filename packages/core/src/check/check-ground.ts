import { floorsOn } from '../catalogue/floors.ts'
import type { FacilityKind, Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import { dayNumber, type PlainDate } from '../kernel/calendar.ts'
import { type Memory, recall } from '../kernel/memory.ts'
import type { County } from '../plan/county.ts'
import {
  isMade,
  type Plan,
  type SiteDecision,
  type Stop,
  type Tour,
  type Visit,
} from '../plan/plan.ts'
import { workdaysOf } from '../plan/workdays.ts'
import type { Facility } from '../resources/facility.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { Settlement } from '../territory/settlement.ts'
import { cellAt, placesIn } from '../travel/read-table.ts'
import type { TravelTable, WalkTable } from '../travel/travel-table.ts'
import type { CheckInput } from './check-input.ts'
import { type EntitledPeople, entitledPeople } from './entitled-people.ts'

/** A building in use under the plan. */
export interface SiteInUse {
  facility: Facility
  kind: FacilityKind
  /** Services named for it; empty means all of its kind. */
  services: readonly string[]
  decision: SiteDecision | null
}

/** A visit with what it hangs on, for visits whose stop and vehicle exist. */
export interface PlannedVisit {
  visit: Visit
  tour: Tour
  stop: Stop
  vehicle: Vehicle
}

/** A county against which plans are checked, indexed once. */
export interface CheckCounty extends Omit<CheckInput, 'plan'> {
  horizonDays: number
  workdays: ReadonlySet<PlainDate>
  services: ReadonlyMap<string, Service>
  settlements: ReadonlyMap<string, Settlement>
  facilities: ReadonlyMap<string, Facility>
  vehicles: ReadonlyMap<string, Vehicle>
  floors: readonly Floor[]
  people: EntitledPeople
}

/** A plan with its county, indexed once. */
export interface CheckGround extends CheckCounty {
  plan: Plan
  /** What is the same for every plan. */
  base: CheckCounty
  /** What was found of the plan before. */
  memory: Memory
  stops: ReadonlyMap<string, Stop>
  /** The same object while decisions are the same. */
  sites: ReadonlyMap<string, SiteInUse>
  visits: readonly PlannedVisit[]
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))

export function checkCounty(data: Omit<CheckInput, 'plan'>): CheckCounty {
  const { county, catalogue, travel } = data
  const { settings } = county
  return {
    ...data,
    horizonDays: dayNumber(settings.horizon.to) - dayNumber(settings.horizon.from) + 1,
    workdays: new Set(workdaysOf(settings)),
    services: byId(catalogue.services),
    settlements: byId(county.settlements),
    facilities: byId(county.facilities),
    vehicles: byId(county.vehicles),
    floors: floorsOn(catalogue, county.standards, data.floorsOf ?? settings.asOf).floors,
    people: entitledPeople(county, travel.base.resident),
  }
}

export function checkGround(base: CheckCounty, plan: Plan, memory: Memory): CheckGround {
  const { county, vehicles } = base
  const stops = byId(plan.stops)
  return {
    ...base,
    plan,
    base,
    memory,
    stops,
    sites: recall(memory, 'sites in use', [plan.sites], () => sitesInUse(county, plan.sites)),
    visits: plan.tours.flatMap((tour) =>
      tour.visits.flatMap((visit): PlannedVisit[] => {
        const stop = stops.get(visit.stop)
        const vehicle = vehicles.get(tour.vehicle)
        return stop && vehicle ? [{ visit, tour, stop, vehicle }] : []
      }),
    ),
  }
}

/** Open today and not closed by the plan, or made usable by it. The first decision on a building counts. */
function sitesInUse(county: County, decisions: readonly SiteDecision[]): Map<string, SiteInUse> {
  const decided = new Map<string, SiteDecision>()
  for (const decision of decisions)
    if (!decided.has(decision.facility)) decided.set(decision.facility, decision)
  const sites = new Map<string, SiteInUse>()
  for (const facility of county.facilities) {
    const decision = decided.get(facility.id) ?? null
    if (decision?.action === 'close') continue
    const makes = decision !== null && isMade(decision)
    if (facility.state !== 'open' && !makes) continue
    const named = decision?.services ?? []
    sites.set(facility.id, {
      facility,
      kind: makes ? decision.toKind : facility.kind,
      services: named.length > 0 ? named : makes ? [] : facility.services,
      decision,
    })
  }
  return sites
}

/**
 * Whether a building in use gives a service on the spot. A service the county lists counts for any fixed channel, unless
 * its kind is a station of the service over the line or through an agent.
 */
export function givesOnSite(site: SiteInUse, service: Service): boolean {
  const fixed = service.channels.filter((c) => c.mode === 'fixed')
  const ofKind = fixed.some((c) => c.kind === site.kind)
  if (site.services.length === 0) return ofKind
  const station = service.channels.some(
    (c) => (c.mode === 'remote' || c.mode === 'agent') && c.kind === site.kind,
  )
  return site.services.includes(service.id) && (ofKind || (fixed.length > 0 && !station))
}

/** Services a vehicle can give: its own list, else all of its kind. */
export function canGive(vehicle: Vehicle, service: Service): boolean {
  if (vehicle.services.length > 0) return vehicle.services.includes(service.id)
  return service.channels.some((c) => c.mode === 'vehicle' && c.kind === vehicle.kind)
}

/** One cell of a travel table; null where there is no way, none within its bound, or the place is not in it. */
export interface TravelCell {
  seconds: number
  metres: number
}

export type ReadTravel = (from: string, to: string) => TravelCell | null

export function travelReader(table: TravelTable): ReadTravel {
  const rows = placesIn(table.from)
  const columns = placesIn(table.to)
  return (from, to) => {
    const row = rows.get(from)
    const column = columns.get(to)
    if (row === undefined || column === undefined) return null
    const cell = cellAt(table, row, column)
    const seconds = cell < 0 ? -1 : table.p50[cell]!
    return seconds < 0 ? null : { seconds, metres: Math.max(0, table.roadMetres[cell]!) }
  }
}

/** Places within reach on foot, with seconds; people of a place reach it at once. */
export type ReadWalks = (from: string) => ReadonlyMap<string, number>

export function walkReader(table: WalkTable): ReadWalks {
  const rows = placesIn(table.from)
  const last = { from: '', walks: new Map<string, number>() }
  return (from) => {
    if (last.from === from && last.walks.size > 0) return last.walks
    const walks = new Map<string, number>()
    const row = rows.get(from)
    if (row !== undefined)
      for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++)
        walks.set(table.to[table.target[k]!]!, table.seconds[k]!)
    walks.set(from, 0)
    Object.assign(last, { from, walks })
    return walks
  }
}
