import { isInArea, placesOf } from '../territory/area.ts'
import { codeDigits } from '../territory/division.ts'
import type { County } from './county.ts'
import type { Plan } from './plan.ts'

/**
 * A county as it is shown to who works in an area: its settlements and divisions there, with the divisions above, so that
 * the way down to them can be named. Buildings, vehicles, staff, funds and standards are the county's common knowledge.
 */
export function partOfCounty(county: County, area: string): County {
  if (area === '') return county
  const places = placesOf(area)
  const isAbove = (digits: string) => places.some((place) => place.startsWith(digits))
  return {
    ...county,
    divisions: county.divisions.filter(
      ({ code, level }) => isInArea(code, area) || isAbove(code.slice(0, codeDigits[level])),
    ),
    settlements: county.settlements.filter(({ division }) => isInArea(division, area)),
  }
}

/** Ids of the settlements of a county that lie in an area. */
export const settlementsIn = (
  { settlements }: Pick<County, 'settlements'>,
  area: string,
): ReadonlySet<string> =>
  new Set(settlements.filter(({ division }) => isInArea(division, area)).map(({ id }) => id))

/**
 * A plan as it is shown to who works in an area of the county: visits, rides, assignments and shortages of its settlements.
 * Costs, fleet and buildings stay the county's. What it was edited from is left out: edits name other places.
 */
export function partOfPlan(plan: Plan, county: Pick<County, 'settlements'>, area: string): Plan {
  if (area === '') return plan
  const here = settlementsIn(county, area)
  const isHere = ({ settlement }: { settlement: string }) => here.has(settlement)
  const stops = plan.stops
    .map((stop) => ({ ...stop, serves: stop.serves.filter(isHere) }))
    .filter((stop) => isHere(stop) || stop.serves.length > 0)
  const stopIds = new Set(stops.map(({ id }) => id))
  const tours = plan.tours
    .map((tour) => ({ ...tour, visits: tour.visits.filter(({ stop }) => stopIds.has(stop)) }))
    .filter(({ visits }) => visits.length > 0)
  const rides = plan.rides
    .map((ride) => ({
      ...ride,
      pickups: ride.pickups
        .map((pickup) => ({ ...pickup, riders: pickup.riders.filter(isHere) }))
        .filter(({ riders }) => riders.length > 0),
    }))
    .filter(({ pickups }) => pickups.length > 0)
  const { origin: _, experts, locked, ...rest } = plan
  const visits = new Set(tours.flatMap((tour) => tour.visits.map(({ id }) => id)))
  const atStops = <T extends { stop: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ stop }) => stopIds.has(stop))
  return {
    ...rest,
    stops,
    tours,
    rides,
    assignments: plan.assignments.filter(isHere),
    shortages: plan.shortages.filter(isHere),
    ...(locked ? { locked: locked.filter((id) => visits.has(id)) } : {}),
    ...(experts
      ? { experts: { days: atStops(experts.days), readings: atStops(experts.readings) } }
      : {}),
  }
}
