import type { CountySettings } from './county.ts'
import type { Ride, RidePickup } from './plan.ts'
import { rideAssumption } from './ride-assumptions.ts'

/**
 * Seconds from door to site or home again, the longer of the two (docs/methods/rides.md): out the walk to the pick-up, the
 * wait there and the ride; home the ride and the walk. By bus nobody waits beyond the timetable.
 */
export function doorToDoor(
  ride: Pick<Ride, 'by' | 'arrive' | 'leave'>,
  pickup: Pick<RidePickup, 'depart' | 'home'>,
  walkSeconds: number,
  settings: Pick<CountySettings, 'assumptions'>,
): number {
  const wait = ride.by === 'bus' ? 0 : 60 * rideAssumption(settings, 'rideWaitMin')
  return walkSeconds + Math.max(wait + ride.arrive - pickup.depart, pickup.home - ride.leave)
}
