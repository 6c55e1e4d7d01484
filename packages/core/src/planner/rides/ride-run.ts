import { compareText } from '../../kernel/order.ts'
import { rideAssumption } from '../../plan/ride-assumptions.ts'
import { rideFenOf } from '../../plan/ride-cost.ts'
import { doorToDoor } from '../../plan/ride-times.ts'
import { mayCarry, type Vehicle } from '../../resources/vehicle.ts'
import type { FleetClass } from '../fleet-class.ts'
import type { StopChoice } from '../joint/option.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { type BusRun, busRunsIn } from './bus-runs.ts'
import type { Waiting } from './pool-runs.ts'
import type { RideRoads } from './ride-roads.ts'
import { doorLimit, stayOf } from './riders-of-cell.ts'
import type { SiteWindow } from './site-window.ts'
import { type RunPlan, type TimedRun, timeRun } from './time-run.ts'

export const carriesPeople = (fleet: FleetClass): boolean => fleet.vehicles.some(mayCarry)

/** By what a run goes: a class of the county's vehicles, a hired bus, or bus lines that run anyway. */
export type Carrier =
  | { by: 'vehicle'; fleet: FleetClass }
  | { by: 'hired' }
  | { by: 'bus'; run: BusRun }

/** A run that the choice may take: from one pick-up to one site and home. */
export interface RideRun {
  key: string
  pickup: string
  site: string
  carrier: Carrier
}

export const seatsOf = (vehicle: Vehicle | null, { county }: PlanGround): number =>
  vehicle?.seats ?? rideAssumption(county.settings, 'hiredSeats')

/** Seconds from door to door of a run on the road: the county's vehicles are waited for as a hired one is. */
export const doorSecondsOf = (
  { arrive, leave }: Pick<TimedRun, 'arrive' | 'leave'>,
  at: { depart: number; home: number },
  walkSeconds: number,
  { county }: PlanGround,
): number => doorToDoor({ by: 'hired', arrive, leave }, at, walkSeconds, county.settings)

/** Hours of a site for the stay that a cell's people need. */
export const windowFor = (cell: NeedCell, site: string, ground: PlanGround): SiteWindow | null =>
  ground.windowOf(site, stayOf(cell, ground))

/** The ride by two given lines from one pick-up to a site; null where they don't bring a cell's people there and home. */
export function rideByLines(
  cell: NeedCell,
  { site, pickup, lines }: { site: string; pickup: string; lines: readonly string[] },
  ground: PlanGround,
): BusRun | null {
  const window = windowFor(cell, site, ground)
  if (window === null) return null
  const near = [[pickup, 0]] as const
  const find = busRunsIn(ground.county.buses, ground.travel.base)
  return find({ near, site, window, staySeconds: stayOf(cell, ground), lines })
}

/** Vehicles of a class that carry people, the nearest to a pick-up first; those without a way there are left out. */
export const nearestVehicles = (
  { vehicles }: FleetClass,
  pickup: string,
  between: (vehicle: Vehicle) => RideRoads['between'],
): Vehicle[] =>
  vehicles
    .filter(mayCarry)
    .map((vehicle) => ({ vehicle, seconds: between(vehicle).seconds(vehicle.depot, pickup) }))
    .filter(({ seconds }) => seconds >= 0)
    .sort((a, b) => a.seconds - b.seconds || compareText(a.vehicle.id, b.vehicle.id))
    .map(({ vehicle }) => vehicle)

/** How long a cell's people stay, and from when a stay is off duty. */
export const staysOf = (cell: NeedCell, ground: PlanGround) => ({
  staySeconds: stayOf(cell, ground),
  longStaySeconds: 60 * rideAssumption(ground.county.settings, 'longStayMin'),
})

/** What is timed for a cell's people on the way to a site. */
export const runPlan = (
  cell: NeedCell,
  { site, pickups, vehicle }: Pick<RunPlan, 'site' | 'pickups' | 'vehicle'>,
  window: SiteWindow,
  ground: PlanGround,
): RunPlan => ({
  site,
  pickups,
  vehicle,
  window,
  ...staysOf(cell, ground),
})

/**
 * A run timed on one state of the roads, within everybody's limit, at the site no earlier than `notBefore`; null where
 * it may not go.
 */
export function timedWithin(
  ground: PlanGround,
  roads: RideRoads,
  site: string,
  run: readonly Waiting[],
  vehicle: Vehicle | null,
  notBefore = 0,
): TimedRun | null {
  const first = run[0]!.riders[0]!.cell
  const hours = windowFor(first, site, ground)
  if (hours === null) return null
  const window = { ...hours, opens: Math.max(hours.opens, notBefore) }
  const pickups = run.map((w) => w.pickup)
  const timed = timeRun(runPlan(first, { site, pickups, vehicle }, window, ground), roads)
  if (timed === null) return null
  const fits = run.every((w, k) =>
    w.riders.every(
      ({ cell, walkSeconds }) =>
        doorSecondsOf(timed, timed.pickups[k]!, walkSeconds, ground) <= doorLimit(cell),
    ),
  )
  return fits ? timed : null
}

/** What the cost of a run depends on. */
type Effort = Pick<TimedRun, 'metres' | 'dutySeconds'>

/** Cash of one date in fen, and fen to choose by with the hours of the crew. */
function fenOfDate({ county }: PlanGround, timed: Effort, vehicle: Vehicle | null) {
  const by = vehicle === null ? 'hired' : 'vehicle'
  const hours = vehicle === null ? 0 : (timed.dutySeconds * vehicle.crew) / 3600
  const cash = rideFenOf({ by, vehicle, metres: timed.metres }, county)
  return { cash, value: cash + hours * county.settings.prices.staffHourFen }
}

/** Fen to choose by of one date of a run. */
export const costOfDate = (ground: PlanGround, timed: Effort, vehicle: Vehicle | null): number =>
  fenOfDate(ground, timed, vehicle).value

/** A run as a stop of the choice: the value of one date a year's worth, and what it takes. `by` is hired or a class. */
export function runCost(
  ground: PlanGround,
  timed: TimedRun,
  vehicle: Vehicle | null,
  by: string,
): Omit<StopChoice, 'key'> {
  const { cash, value } = fenOfDate(ground, timed, vehicle)
  const perYear = 365 / ground.horizonDays
  return {
    valuePerVisit: value * perYear,
    usesPerVisit: [
      ...(vehicle === null ? [] : [[`fleet ${by}`, 1] as const]),
      ['cash', cash * perYear],
    ],
  }
}
