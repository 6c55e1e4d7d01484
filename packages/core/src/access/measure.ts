import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import type { Need } from '../catalogue/need.ts'
import { type ScopedService, servicesInScope } from '../catalogue/scope.ts'
import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { type Memory, newMemory, recall } from '../kernel/memory.ts'
import { byText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn, reachesAny } from '../travel/read-table.ts'
import type { CountyTravel, TravelTable } from '../travel/travel-table.ts'
import { entitledIn } from './entitled.ts'
import { type TestGround, testFloor } from './floor-test.ts'
import { type Limits, limitsOf } from './limits.ts'
import type { Cell, Measurement, Reach } from './measurement.ts'
import { measurementFindings } from './measurement-findings.ts'
import {
  type FindOpportunities,
  indexOffers,
  type Opportunities,
  opportunitiesOf,
} from './opportunity.ts'
import { remoteSettlements } from './remote-settlements.ts'
import type { Supply } from './supply.ts'

export interface MeasureInput {
  county: County
  catalogue: Catalogue
  travel: CountyTravel
  supply: Supply
  /** The day whose floors hold. */
  asOf: PlainDate
  /** Ids of remote settlements, for rules that ask; worked out from the county's definition when left out. */
  remote?: ReadonlySet<string>
}

/** A service in scope with what is the same at every settlement. */
interface ServiceTest {
  service: Service
  floors: readonly Floor[]
  limits: Limits
  fixedKinds: readonly string[]
  /** People entitled, in the order of settlements. */
  needs: readonly Need[]
}

/** What is asked of any supply of a county: who is entitled to what, and the floors of it. */
export interface MeasureGround extends Omit<MeasureInput, 'supply' | 'remote'> {
  horizonDays: number
  inForce: ReturnType<typeof floorsOn>
  scope: readonly ScopedService[]
  /** By id. */
  settlements: readonly Settlement[]
  states: readonly Cell['state'][]
  tests: readonly ServiceTest[]
  unknown: ReadonlyMap<string, readonly string[]>
}

export function measureGround(input: Omit<MeasureInput, 'supply'>): MeasureGround {
  const { county, catalogue, travel, asOf, remote } = input
  const inForce = floorsOn(catalogue, county.standards, asOf)
  const scope = servicesInScope(catalogue, inForce.floors, county.settings.services)
  const entitledAt = entitledIn(
    county,
    travel,
    remote ?? remoteSettlements(county, travel.resident),
  )
  const settlements = [...county.settlements].sort(byText((x) => x.id))
  const unknown = new Map<string, readonly string[]>()
  const needs = settlements.map((settlement) =>
    scope.map(({ service }) => {
      const need = entitledAt(settlement, service)
      if (need.missing.length > 0) unknown.set(service.id, need.missing)
      return need
    }),
  )
  return {
    county,
    catalogue,
    travel,
    asOf,
    horizonDays: horizonDaysOf(county),
    inForce,
    scope,
    settlements,
    states: settlements.map(statesIn(travel.resident)),
    tests: scope.map(({ service, floors, fixedKinds }, k) => ({
      service,
      floors,
      limits: limitsOf(floors, county.settings.assumptions),
      fixedKinds,
      needs: needs.map((of) => of[k]!),
    })),
    unknown,
  }
}

/**
 * Tests every settlement × service in scope against the floors in force on `asOf` by the rules of
 * docs/methods/floors.md, and names by what each is reached or what is missing. Cells without
 * anybody entitled are left out: a floor does not count there. Ordered by settlement and service id.
 */
export function measure(input: MeasureInput): Measurement {
  const ground = measureGround(input)
  const { asOf, travel, county, inForce, scope, unknown } = ground
  const cells = measuredCells(ground, input.supply)
  return {
    asOf,
    season: travel.season,
    floors: inForce.floors,
    cells,
    findings: [
      ...inForce.findings,
      ...measurementFindings({ county, floors: inForce.floors, scope, cells, unknown }),
    ],
  }
}

/** The cells alone. With a memory, of one ground, services of which the offers are as before are not tested again. */
export function measuredCells(
  ground: MeasureGround,
  supply: Supply,
  memory: Memory = newMemory(),
): Cell[] {
  const { travel, horizonDays, settlements, tests } = ground
  const index = indexOffers(supply, travel, memory)
  const find = opportunitiesOf(index, travel, horizonDays)
  const columns = tests.map((test) => {
    const { id } = test.service
    const sites = sitesByDivision(test, supply)
    const offers = index.get(id)
    const from = [...[...sites].flat(), offers?.standing, ...(offers?.moving ?? [])]
    return recall(memory, `cells ${id}`, from, () => cellsOf(ground, test, sites, find))
  })
  return settlements.flatMap((_, k) => columns.flatMap((column) => column[k] ?? []))
}

/** Open buildings of a service's fixed kinds, by division. */
function sitesByDivision({ fixedKinds }: ServiceTest, { sites }: Supply): Map<string, number> {
  const found = new Map<string, number>()
  for (const { kind, division } of sites)
    if (fixedKinds.includes(kind)) found.set(division, (found.get(division) ?? 0) + 1)
  return found
}

/** A service at each settlement, in the order of these; null where nobody is entitled. */
function cellsOf(
  { settlements, states, horizonDays }: MeasureGround,
  { service, floors, limits, needs }: ServiceTest,
  sites: ReadonlyMap<string, number>,
  find: FindOpportunities,
): (Cell | null)[] {
  return settlements.map(({ id, division }, k): Cell | null => {
    const entitled = needs[k]!
    if (entitled.people <= 0) return null
    const found = find(id, service.id, limits)
    const ground: TestGround = {
      service,
      horizonDays,
      sitesInVillage: division === '' ? 0 : (sites.get(division) ?? 0),
    }
    const missing = floors.flatMap((floor) => testFloor(floor, found, ground) ?? [])
    return {
      settlement: id,
      service: service.id,
      people: entitled.people,
      byGroup: entitled.byGroup,
      estimated: entitled.estimated,
      reach: reachOf(found, horizonDays),
      met: missing.length === 0,
      missing,
      state: states[k]!,
    }
  })
}

/** The best few of each channel: fixed first, then the vehicle stops with the most visits, doorstep, the rest. */
function reachOf(found: Opportunities, horizonDays: number): readonly Reach[] {
  const perYear = 365 / horizonDays
  const vehicle = [...found.vehicle].sort(
    (a, b) => (b.offer.dates?.length ?? 0) - (a.offer.dates?.length ?? 0) || a.seconds - b.seconds,
  )
  return [
    ...found.fixed.slice(0, 2),
    ...vehicle.slice(0, 2),
    ...found.doorstep,
    ...found.rides.slice(0, 2),
    ...found.other,
  ].map(({ offer, seconds }): Reach => {
    const times = offer.dates === null ? (offer.calls ?? null) : offer.dates.length
    return {
      mode: offer.mode,
      place: offer.place,
      seconds,
      opportunities: times === null ? null : Math.round(times * perYear),
      longestGapDays: offer.dates === null ? (offer.longestGapDays ?? null) : found.gapOf(offer),
    }
  })
}

/** Unlocated: no coordinates. No road: located, joined to no road, and no way to any facility. */
function statesIn(table: TravelTable): (settlement: Settlement) => Cell['state'] {
  const rows = placesIn(table.from)
  return (settlement) => {
    if (settlement.at === null) return 'unlocated'
    const row = rows.get(settlement.id)
    if (row === undefined) return 'no-road'
    if (table.fromSnap[row] !== UNREACHABLE) return 'ok'
    return reachesAny(table, row) ? 'ok' : 'no-road'
  }
}
