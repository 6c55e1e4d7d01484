import { rideAssumption } from '../../plan/ride-assumptions.ts'
import { assumedUptakePerVisit } from '../../plan/visit-load.ts'
import { largestFloor, type NeedCell, type PlanGround } from '../plan-ground.ts'

const frequencies = ['minVisitsPerVillageYear', 'minServicesPerPersonYear'] as const

const isSchool = (cell: NeedCell): boolean => cell.scoped.service.domain === 'education'

/** Rides wanted in the horizon: as often as visits; to a school on every working day. */
export const ridesWanted = (cell: NeedCell, ground: PlanGround): number =>
  isSchool(cell) ? ground.workdays.length : cell.visits

/** Seconds that people stay at the site. */
export const stayOf = (cell: NeedCell, { county }: PlanGround): number =>
  60 * rideAssumption(county.settings, isSchool(cell) ? 'schoolStayMin' : 'rideStayMin')

/** Rides that the floors of a cell ask for in the horizon. */
const ridesAsked = ({ scoped }: NeedCell, { horizonDays }: PlanGround): number =>
  Math.ceil((largestFloor(scoped, frequencies) * horizonDays) / 365 - 1e-9)

/**
 * People expected on one date when there are rides on so many (docs/methods/rides.md); where fewer are planned than
 * floors ask, as many as if those were.
 */
export function peopleOnDate(cell: NeedCell, ground: PlanGround, dates = cell.visits): number {
  if (isSchool(cell)) return cell.steered
  const n = largestFloor(cell.scoped, ['minServicesPerPersonYear'])
  const perYear = (Math.max(dates, ridesAsked(cell, ground)) * 365) / ground.horizonDays
  const uptake = ground.county.settings.assumptions.uptakePerVisit ?? assumedUptakePerVisit
  return n > 0 ? (cell.steered * n) / perYear : cell.steered * uptake
}

/** The longest way from door to door that still counts: of all rides, and of floors on the way that sites don't meet. */
export function doorLimit(cell: NeedCell): number {
  const { scoped, limits, existing } = cell
  const near = existing.nearestSeconds ?? Number.POSITIVE_INFINITY
  return scoped.floors.reduce(
    (limit, { metric, value }) =>
      (metric === 'maxTravelMin' || metric === 'maxTravelMinGrade1to3') && near > value * 60
        ? Math.min(limit, value * 60)
        : limit,
    limits.rideSeconds,
  )
}
