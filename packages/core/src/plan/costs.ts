import { compareText } from '../kernel/order.ts'
import type { Conversion, Facility } from '../resources/facility.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { type County, horizonDaysOf } from './county.ts'
import { type Costs, isMade, type SiteDecision } from './plan.ts'
import { dayFenOf } from './price-per-km.ts'
import { dutySecondsOf, type PaidRide, rideFenOf } from './ride-cost.ts'
import { assumedMinutesPerPerson } from './visit-load.ts'

/** One vehicle's day out as it is paid for; `seconds` from leaving the depot to being back. */
export interface PaidTour {
  vehicle: Vehicle
  metres: number
  seconds: number
}

/** Doorstep calls from one facility to one settlement for one service, over the horizon. */
export interface PaidCalls {
  people: number
  calls: number
  /** One way. */
  travelSeconds: number
  minutesPerPerson: number | undefined
  capacityPerSession: number | undefined
}

export interface PaidWorld {
  sites: readonly SiteDecision[]
  tours: readonly PaidTour[]
  calls: readonly PaidCalls[]
  rides: readonly PaidRide[]
}

const conversionOf = (facility: Facility, decision: SiteDecision): Conversion | undefined =>
  isMade(decision) ? facility.conversions.find((c) => c.toKind === decision.toKind) : undefined

/** Staff seconds of doorstep calls in the horizon. */
export function callSeconds(line: PaidCalls): number {
  const rounds = Math.ceil(line.people / (line.capacityPerSession ?? Math.max(1, line.people)))
  const minutes = line.minutesPerPerson ?? assumedMinutesPerPerson
  return rounds * line.calls * 2 * line.travelSeconds + line.people * line.calls * minutes * 60
}

/** What a building in use costs a year, itself or as converted; null where it is not in use. */
export function siteCost(
  facility: Facility,
  decision: SiteDecision | undefined,
): { yearCostFen: number; staffHoursYear: number } | null {
  if (decision?.action === 'close') return null
  const source = (decision && conversionOf(facility, decision)) ?? facility
  if (source === facility && facility.state !== 'open') return null
  return source
}

/**
 * The three columns of a year by docs/methods/costs.md: cash in fen, capital in fen by fund, staff hours. They are never
 * added up.
 */
export function costsOf(county: County, world: PaidWorld): Costs {
  const decisions = new Map(world.sites.map((s) => [s.facility, s]))
  const perYear = (amount: number) => (amount * 365) / horizonDaysOf(county)
  let cash = 0
  let hours = 0
  for (const facility of county.facilities) {
    const cost = siteCost(facility, decisions.get(facility.id))
    cash += cost?.yearCostFen ?? 0
    hours += cost?.staffHoursYear ?? 0
  }
  for (const vehicle of county.vehicles) cash += vehicle.yearCostFen
  let road = 0
  let seconds = 0
  for (const tour of world.tours) {
    const { vehicle } = tour
    road += dayFenOf(vehicle, tour.metres, county)
    seconds += tour.seconds * vehicle.crew
  }
  for (const line of world.calls) seconds += callSeconds(line)
  for (const ride of world.rides) {
    road += rideFenOf(ride, county) * ride.dates.length
    seconds +=
      ride.vehicle === null
        ? 0
        : dutySecondsOf(ride, county) * ride.vehicle.crew * ride.dates.length
  }
  return {
    cashFen: cash + Math.round(perYear(road)),
    capitalFen: capitalByFund(world.sites),
    staffHours: Math.round((hours + perYear(seconds) / 3600) * 100) / 100,
  }
}

function capitalByFund(sites: readonly SiteDecision[]): Record<string, number> {
  const capital: Record<string, number> = {}
  const byFund = [...sites].sort((a, b) => compareText(a.fund ?? 'none', b.fund ?? 'none'))
  for (const { capitalFen, fund } of byFund)
    if (capitalFen > 0) capital[fund ?? 'none'] = (capital[fund ?? 'none'] ?? 0) + capitalFen
  return capital
}

/**
 * One number to choose by, shown nowhere as a cost: cash + capital ÷ its years of life + staff hours at the county's
 * price of an hour, fen a year (docs/methods/costs.md, "To choose by").
 */
export function comparisonValue(
  county: County,
  costs: Costs,
  sites: readonly SiteDecision[],
): number {
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  let capital = 0
  for (const decision of sites) {
    const facility = facilities.get(decision.facility)
    if (decision.capitalFen > 0 && facility)
      capital += decision.capitalFen / (conversionOf(facility, decision)?.lifeYears ?? 20)
  }
  return Math.round(
    costs.cashFen + capital + costs.staffHours * county.settings.prices.staffHourFen,
  )
}
