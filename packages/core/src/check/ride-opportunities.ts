import type { Service } from '../catalogue/service.ts'
import { dayNumber } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Ride, RidePickup } from '../plan/plan.ts'
import { type CheckGround, givesOnSite } from './check-ground.ts'

/** Rides that people of a settlement can take to a service, and the days of all of them. */
export interface RidesFrom {
  rides: readonly { seconds: number; daily: boolean }[]
  days: readonly number[]
}

/** Longer of the ways out (walk, wait, ride) and home (ride, walk), seconds (docs/methods/rides.md). */
export function doorSeconds(
  { county }: Pick<CheckGround, 'county'>,
  ride: Ride,
  pickup: RidePickup,
  walk: number,
): number {
  const wait = ride.by === 'bus' ? 0 : (county.settings.assumptions.rideWaitMin ?? 5) * 60
  const out = walk + wait + (ride.arrive - pickup.depart)
  const home = pickup.home - ride.leave + walk
  return Math.max(out, home)
}

type FindRides = (
  settlement: string,
  service: Service,
  limit: { ride: number; walk: number },
) => RidesFrom

const none: RidesFrom = { rides: [], days: [] }

/** Rides by settlement, read from the plan once. Rows of one site, walk and time add their days up. */
export const ridesUnder = oncePer((ground: CheckGround): FindRides => {
  const bySettlement = new Map<string, { ride: Ride; walk: number; seconds: number }[]>()
  for (const ride of ground.plan.rides)
    for (const pickup of ride.pickups)
      for (const { settlement, walkSeconds: walk } of pickup.riders) {
        const own = bySettlement.get(settlement) ?? []
        own.push({ ride, walk, seconds: doorSeconds(ground, ride, pickup, walk) })
        bySettlement.set(settlement, own)
      }
  const workdays = [...ground.workdays].map((day) => dayNumber(day))
  return (settlement, service, limit) => {
    if (!bySettlement.has(settlement)) return none
    const runs = new Map<string, { seconds: number; days: Set<number> }>()
    for (const { ride, walk, seconds } of bySettlement.get(settlement) ?? []) {
      const site = ground.sites.get(ride.site)
      if (site === undefined || !givesOnSite(site, service)) continue
      if (!ride.services.includes(service.id)) continue
      if (seconds > limit.ride || walk > limit.walk) continue
      const key = `${ride.site} ${walk} ${seconds}`
      const run = runs.get(key) ?? { seconds, days: new Set<number>() }
      for (const date of ride.dates) run.days.add(dayNumber(date))
      runs.set(key, run)
    }
    const all = new Set<number>()
    for (const run of runs.values()) for (const day of run.days) all.add(day)
    return {
      rides: [...runs.values()].map(({ seconds, days }) => ({
        seconds,
        daily: workdays.every((day) => days.has(day)),
      })),
      days: [...all].sort((a, b) => a - b),
    }
  }
})
