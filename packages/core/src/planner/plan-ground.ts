import { entitledIn } from '../access/entitled.ts'
import { testFloor, wantedInHorizon } from '../access/floor-test.ts'
import { type Limits, limitsOf } from '../access/limits.ts'
import { type Opportunities, opportunitiesIn } from '../access/opportunity.ts'
import { remoteSettlements } from '../access/remote-settlements.ts'
import { type SiteUse, siteOffers } from '../access/site-offers.ts'
import type { Offer, Supply } from '../access/supply.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import { type PriorityClass, priorityClassOf } from '../catalogue/priority-class.ts'
import { choiceOf } from '../catalogue/provider-choice.ts'
import { type ScopedService, servicesInScope } from '../catalogue/scope.ts'
import type { Metric } from '../catalogue/standard.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Finding } from '../kernel/finding.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { PaidTour } from '../plan/costs.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import { workdaysOf } from '../plan/workdays.ts'
import type { Facility } from '../resources/facility.ts'
import { townshipOf } from '../territory/division.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { YearTravel } from '../travel/travel-table.ts'
import { closable } from './may-close.ts'
import { type SiteWindow, siteWindows } from './rides/site-window.ts'

/** Visits a year where a service may come by vehicle and no floor says how often. */
export const assumedVisitsYear = 12

/** One settlement × one service that a plan answers for. */
export interface NeedCell {
  settlement: Settlement
  scoped: ScopedService
  limits: Limits
  people: number
  /** Those of them who go where the plan says; the others choose a site themselves. */
  steered: number
  /** People, weighted where the county favours remote places. */
  weight: number
  /** Who goes first where not everybody can be served. */
  priority: PriorityClass
  /** By the sites that stay open whatever is decided. */
  existing: Opportunities
  sitesInVillage: number
  /** Met by those sites alone. */
  met: boolean
  /** Visits or calls wanted in the horizon where it is served by vehicle or at the door. */
  visits: number
  /** With fewer than these no floor of it holds; floors are rounded down to the horizon, what is wanted is rounded up. */
  leastVisits: number
  /** The floor of the longest gap, else null. */
  maxGapDays: number | null
}

/** What goes on as it is besides the firm sites: dated visits that stand, and the tours that are paid for them. */
export interface KeptSupply {
  offers: readonly Offer[]
  tours: readonly PaidTour[]
}

/** What stays the same through all rounds of making a plan. */
export interface PlanGround {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  horizonDays: number
  workdays: readonly PlainDate[]
  cells: readonly NeedCell[]
  /** By settlement id. */
  settlements: ReadonlyMap<string, Settlement>
  facilities: ReadonlyMap<string, Facility>
  withinBorders: 'township' | 'none'
  kept: KeptSupply
  /** Hours of a building in which a stay of so many seconds fits. */
  windowOf: (facility: string, staySeconds: number) => SiteWindow | null
  findings: readonly Finding[]
}

/** Whether one may serve the other under the border rule of the plan. */
export const mayServe = (
  ground: Pick<PlanGround, 'withinBorders'>,
  a: string,
  b: string,
): boolean => ground.withinBorders === 'none' || townshipOf(a) === townshipOf(b)

/** The largest floor of these metrics; 0 where there is none. */
export const largestFloor = (scoped: ScopedService, metrics: readonly Metric[]): number =>
  scoped.floors.reduce((n, f) => (metrics.includes(f.metric) ? Math.max(n, f.value) : n), 0)

export interface GroundInput {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  withinBorders: 'township' | 'none'
  /** Needs that are answered for, by `needKey`; all where not given. */
  needs?: ReadonlySet<string> | undefined
  kept?: KeptSupply | undefined
}

/** A settlement × service in one word. */
export const needKey = (settlement: string, service: string): string => `${settlement} ${service}`

/** The cells of a ground by settlement and service. */
export const cellsByKey = oncePer(
  ({ cells }: PlanGround): ReadonlyMap<string, NeedCell> =>
    new Map(cells.map((c) => [needKey(c.settlement.id, c.scoped.service.id), c])),
)

/** Everything about the county that decisions don't change. `county` must be in order (`countyInOrder`). */
export function planGround(input: GroundInput): PlanGround {
  const { county, catalogue, travel, withinBorders, needs } = input
  const kept = input.kept ?? { offers: [], tours: [] }
  const { settings } = county
  const horizonDays = horizonDaysOf(county)
  const { floors } = floorsOn(catalogue, county.standards, settings.asOf)
  const scope = servicesInScope(catalogue, floors, settings.services)
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  const remote = remoteSettlements(county, travel.base.resident)
  const entitledAt = entitledIn(county, travel.base, remote)
  const firm = firmSupply(county, catalogue)
  const supply = { ...firm, offers: [...firm.offers, ...kept.offers] }
  const find = opportunitiesIn(supply, travel.base, horizonDays)
  const byBorder = { withinBorders }
  const visitsYear = settings.assumptions.visitsWithoutFrequency ?? assumedVisitsYear
  const excepted = new Set(settings.exceptions?.map((e) => e.service))
  const priorities = new Map(
    scope.map(({ service }) => [
      service.id,
      priorityClassOf({ ...service, basic: service.basic || excepted.has(service.id) }),
    ]),
  )
  const cells = county.settlements.flatMap((settlement) =>
    scope.flatMap((scoped): NeedCell[] => {
      if (needs !== undefined && !needs.has(needKey(settlement.id, scoped.service.id))) return []
      const { people } = entitledAt(settlement, scoped.service)
      if (people <= 0) return []
      const limits = limitsOf(scoped.floors, settings.assumptions)
      const found = find(settlement.id, scoped.service.id, limits)
      const fixed = found.fixed.filter((f) =>
        mayServe(byBorder, facilities.get(f.offer.place)?.division ?? '', settlement.division),
      )
      const existing = { ...found, fixed }
      const sitesInVillage =
        settlement.division === ''
          ? 0
          : supply.sites.filter(
              (s) => s.division === settlement.division && scoped.fixedKinds.includes(s.kind),
            ).length
      const cell = {
        settlement,
        scoped,
        limits,
        people,
        steered: people * (choiceOf(scoped.service, settings.assumptions)?.steerable ?? 1),
        weight: people * (remote.has(settlement.id) ? settings.remoteWeight : 1),
        priority: priorities.get(scoped.service.id)!,
        existing,
        sitesInVillage,
        met: false,
        ...frequencyOf(scoped, horizonDays, visitsYear, existing.visitDates.length),
      }
      return [{ ...cell, met: meets(cell, existing, sitesInVillage, horizonDays) }]
    }),
  )
  return {
    county,
    catalogue,
    travel,
    horizonDays,
    workdays: workdaysOf(settings),
    cells,
    settlements: new Map(county.settlements.map((s) => [s.id, s])),
    facilities,
    withinBorders,
    kept,
    windowOf: siteWindows(facilities),
    findings: [],
  }
}

/** Whether all floors of a cell hold with these opportunities. */
export const meets = (
  cell: Pick<NeedCell, 'scoped'>,
  found: Opportunities,
  sitesInVillage: number,
  horizonDays: number,
): boolean =>
  cell.scoped.floors.every(
    (floor) =>
      testFloor(floor, found, { service: cell.scoped.service, horizonDays, sitesInVillage }) ===
      null,
  )

/** Offers of the open sites that no decision may close. */
function firmSupply(county: County, catalogue: Catalogue): Supply {
  const uses = county.facilities
    .filter((f) => f.state === 'open' && !closable(county, f))
    .map((facility): SiteUse => ({ facility, kind: facility.kind, services: facility.services }))
  return {
    offers: uses.flatMap((use) => siteOffers(use, catalogue, county.settings)),
    sites: uses.map(({ facility, kind }) => ({
      facility: facility.id,
      kind,
      division: facility.division,
    })),
  }
}

/** A gap floor asks for visits a quarter closer than itself, so that a calendar with holidays can hold it. */
const gapSlack = 0.75

/** Visits that stand anyway need not be made again; where gaps count, the calendar is made anew. */
function frequencyOf(
  scoped: ScopedService,
  horizonDays: number,
  visitsYear: number,
  standing: number,
): Pick<NeedCell, 'visits' | 'leastVisits' | 'maxGapDays'> {
  const n = largestFloor(scoped, ['minVisitsPerVillageYear', 'minServicesPerPersonYear'])
  const gap = scoped.floors.find((f) => f.metric === 'maxGapDays')?.value ?? null
  const byGap = gap === null ? 0 : Math.ceil(horizonDays / Math.max(1, gap * gapSlack))
  const byRate = Math.ceil((n * horizonDays) / 365 - 1e-9)
  const named = Math.max(byRate, byGap)
  const visits = named > 0 ? named : Math.ceil((visitsYear * horizonDays) / 365 - 1e-9)
  const there = gap === null ? standing : 0
  return {
    visits: Math.max(1, Math.max(visits, wantedInHorizon(n, horizonDays)) - there),
    leastVisits: Math.max(
      1,
      wantedInHorizon(n, horizonDays) - there,
      gap === null ? 0 : Math.ceil(horizonDays / Math.max(1, gap)),
    ),
    maxGapDays: gap,
  }
}
