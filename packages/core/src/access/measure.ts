import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import { type ScopedService, servicesInScope } from '../catalogue/scope.ts'
import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { byText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn, reachesAny } from '../travel/read-table.ts'
import type { CountyTravel, TravelTable } from '../travel/travel-table.ts'
import { type EntitledAt, entitledIn } from './entitled.ts'
import { type TestGround, testFloor } from './floor-test.ts'
import { type Limits, limitsOf } from './limits.ts'
import type { Cell, Measurement, Reach } from './measurement.ts'
import { measurementFindings } from './measurement-findings.ts'
import { type FindOpportunities, type Opportunities, opportunitiesIn } from './opportunity.ts'
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
  /** Open buildings of its fixed kinds, by division. */
  sitesByDivision: ReadonlyMap<string, number>
}

/**
 * Tests every settlement × service in scope against the floors in force on `asOf` by the rules of
 * docs/methods/floors.md, and names by what each is reached or what is missing. Cells without
 * anybody entitled are left out: a floor does not count there. Ordered by settlement and service id.
 */
export function measure(input: MeasureInput): Measurement {
  const { county, catalogue, travel, supply, asOf } = input
  const horizonDays = horizonDaysOf(county)
  const inForce = floorsOn(catalogue, county.standards, asOf)
  const scope = servicesInScope(catalogue, inForce.floors, county.settings.services)
  const tests = serviceTests(scope, county, supply)
  const find = opportunitiesIn(supply, travel, horizonDays)
  const entitledAt = entitledIn(
    county,
    travel,
    input.remote ?? remoteSettlements(county, travel.resident),
  )
  const stateAt = statesIn(travel.resident)
  const unknown = new Map<string, readonly string[]>()
  const cells = [...county.settlements].sort(byText((x) => x.id)).flatMap((settlement) =>
    cellsOf(settlement, tests, {
      find,
      entitledAt,
      horizonDays,
      unknown,
      state: stateAt(settlement),
    }),
  )
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

function serviceTests(
  scope: readonly ScopedService[],
  county: County,
  supply: Supply,
): ServiceTest[] {
  return scope.map(({ service, floors, fixedKinds }) => {
    const sitesByDivision = new Map<string, number>()
    for (const site of supply.sites) {
      if (!fixedKinds.includes(site.kind)) continue
      sitesByDivision.set(site.division, (sitesByDivision.get(site.division) ?? 0) + 1)
    }
    return {
      service,
      floors,
      limits: limitsOf(floors, county.settings.assumptions),
      sitesByDivision,
    }
  })
}

interface CellGround {
  find: FindOpportunities
  entitledAt: EntitledAt
  horizonDays: number
  state: Cell['state']
  /** Filled on the way: attributes that nobody answers, by service. */
  unknown: Map<string, readonly string[]>
}

function cellsOf(
  settlement: Settlement,
  tests: readonly ServiceTest[],
  { find, entitledAt, horizonDays, state, unknown }: CellGround,
): Cell[] {
  const cells: Cell[] = []
  for (const { service, floors, limits, sitesByDivision } of tests) {
    const entitled = entitledAt(settlement, service)
    if (entitled.missing.length > 0) unknown.set(service.id, entitled.missing)
    if (entitled.people <= 0) continue
    const found = find(settlement.id, service.id, limits)
    const ground: TestGround = {
      service,
      horizonDays,
      sitesInVillage:
        settlement.division === '' ? 0 : (sitesByDivision.get(settlement.division) ?? 0),
    }
    const missing = floors.flatMap((floor) => testFloor(floor, found, ground) ?? [])
    cells.push({
      settlement: settlement.id,
      service: service.id,
      people: entitled.people,
      byGroup: entitled.byGroup,
      estimated: entitled.estimated,
      reach: reachOf(found, horizonDays),
      met: missing.length === 0,
      missing,
      state,
    })
  }
  return cells
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
