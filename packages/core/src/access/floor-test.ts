import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import type { Missing } from './measurement.ts'
import type { Opportunities } from './opportunity.ts'

/** What a test needs to know besides the opportunities. */
export interface TestGround {
  service: Service
  horizonDays: number
  /** Open buildings of the service's fixed kinds in the settlement's administrative village. */
  sitesInVillage: number
}

/** A rate per year scaled to the horizon and rounded down. */
export const wantedInHorizon = (perYear: number, horizonDays: number): number =>
  Math.floor((perYear * horizonDays) / 365 + 1e-9)

/** Doorstep calls a person can have in the horizon; infinite where as often as wanted. */
const callsOf = (found: Opportunities): number =>
  found.doorstep.reduce((sum, { offer }) => sum + (offer.calls ?? Infinity), 0)

const minutes = (seconds: number | null): number | null =>
  seconds === null ? null : Math.ceil(seconds / 6) / 10

/** Null when the floor is met, else what is missing. Thresholds are inclusive. */
export function testFloor(floor: Floor, found: Opportunities, ground: TestGround): Missing | null {
  const miss = (want: number, have: number | null): Missing => ({
    metric: floor.metric,
    want,
    have,
  })
  const mobile = found.vehicle.length > 0 || found.doorstep.length > 0
  const fixed = found.fixed.length > 0
  switch (floor.metric) {
    case 'maxTravelMin':
    case 'maxTravelMinGrade1to3': {
      const limit = floor.value * 60
      const near = [found.nearestSeconds, found.stationSeconds].some(
        (s) => s !== null && s <= limit,
      )
      return near || mobile || ridesWithin(found, limit, ground.service)
        ? null
        : miss(floor.value, minutes(found.nearestSeconds))
    }
    case 'maxWalkMin': {
      const limit = floor.value * 60
      const near = [found.nearestWalkSeconds, found.stationWalkSeconds].some(
        (s) => s !== null && s <= limit,
      )
      return near || mobile || found.rides.length > 0
        ? null
        : miss(floor.value, minutes(found.nearestWalkSeconds))
    }
    case 'minVisitsPerVillageYear': {
      const want = wantedInHorizon(floor.value, ground.horizonDays)
      const have = found.visitDates.length
      return fixed || have >= want ? null : miss(want, have)
    }
    case 'minServicesPerPersonYear': {
      const want = wantedInHorizon(floor.value, ground.horizonDays)
      const have = found.visitDates.length + callsOf(found)
      return fixed || have >= want ? null : miss(want, have)
    }
    case 'maxGapDays': {
      const gap = gapOf(found)
      return fixed || (gap !== null && gap <= floor.value) ? null : miss(floor.value, gap)
    }
    case 'minFacilityPerVillage': {
      const byVehicle =
        found.vehicle.length > 0 && ground.service.channels.some((c) => c.mode === 'vehicle')
      const enough = ground.sitesInVillage >= floor.value
      return enough || fixed || byVehicle ? null : miss(floor.value, ground.sitesInVillage)
    }
    default:
      return null
  }
}

/** A ride stands for the way to a site; to a school only one that goes every day. */
const ridesWithin = (found: Opportunities, limit: number, service: Service): boolean =>
  found.rides.some(
    ({ offer, seconds }) =>
      seconds <= limit && (service.domain !== 'education' || offer.daily === true),
  )

/** The longest gap over visits and calls; calls as often as wanted leave no gap. */
function gapOf(found: Opportunities): number | null {
  const gaps = found.doorstep.flatMap(({ offer }) =>
    offer.longestGapDays === null || offer.longestGapDays === undefined
      ? (offer.calls ?? null) === null
        ? [0]
        : []
      : [offer.longestGapDays],
  )
  if (found.visitGap !== null) gaps.push(found.visitGap)
  return gaps.length === 0 ? null : Math.min(...gaps)
}
