import { compareText } from '../kernel/order.ts'
import type { ResidentTrip } from '../travel/trip.ts'

/** What a resident's own trip takes, door to door and back. */
export type OwnTrip = Pick<ResidentTrip, 'seconds' | 'fareFen'>

/** Services brought to people of a settlement in a year, by vehicle, doorstep or a new site nearby. */
export interface LocalDelivery {
  settlement: string
  service: string
  /** Person-times a year. */
  personTimes: number
  /** Walk there and back at an elder's pace; 0 at the doorstep. */
  localSeconds: number
}

/** Trips that residents need not make, and what that saves them in a year. */
export interface TripsAvoided {
  settlement: string
  service: string
  /** One trip for each person-time delivered locally. */
  trips: number
  hours: number
  fareFen: number
  /** Person-times of people who had no way at all: they did not travel before, so no trip is avoided. */
  newlyServed: number
}

/**
 * Trips avoided by serving people where they live: as many as services delivered locally, for those who could have gone.
 * @param ownTripOf the trip they would make instead; null where there is none
 */
export function tripsAvoided(
  deliveries: readonly LocalDelivery[],
  ownTripOf: (settlement: string, service: string) => OwnTrip | null,
): TripsAvoided[] {
  const found = new Map<string, TripsAvoided>()
  for (const { settlement, service, personTimes, localSeconds } of deliveries) {
    const key = `${settlement} ${service}`
    const trip = ownTripOf(settlement, service)
    const sum = found.get(key) ?? {
      settlement,
      service,
      trips: 0,
      hours: 0,
      fareFen: 0,
      newlyServed: 0,
    }
    if (trip === null) sum.newlyServed += personTimes
    else {
      sum.trips += personTimes
      sum.hours += (personTimes * Math.max(0, trip.seconds - localSeconds)) / 3600
      sum.fareFen += personTimes * trip.fareFen
    }
    found.set(key, sum)
  }
  return [...found.values()].sort(
    (a, b) =>
      b.hours - a.hours ||
      compareText(a.settlement, b.settlement) ||
      compareText(a.service, b.service),
  )
}
