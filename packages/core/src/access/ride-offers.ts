import type { PlainDate } from '../kernel/calendar.ts'
import type { CountySettings } from '../plan/county.ts'
import type { Ride } from '../plan/plan.ts'
import { doorToDoor } from '../plan/ride-times.ts'
import { workdaysOf } from '../plan/workdays.ts'
import type { Offer } from './supply.ts'

/**
 * Rides of a plan gathered to offers: one per settlement, service, site and way of going, with its distinct dates. A
 * ride counts for the services that its site gives on the spot, whatever the plan claims (docs/methods/rides.md).
 */
export function rideOffers(
  rides: readonly Ride[],
  onSite: readonly Offer[],
  settings: CountySettings,
): Offer[] {
  if (rides.length === 0) return []
  const given = new Map(
    onSite.flatMap((o) => (o.mode === 'fixed' ? [[`${o.place} ${o.service}`, o] as const] : [])),
  )
  const found = new Map<string, { offer: Offer; dates: Set<PlainDate> }>()
  for (const ride of rides)
    for (const pickup of ride.pickups)
      for (const { settlement, walkSeconds } of pickup.riders) {
        const seconds = doorToDoor(ride, pickup, walkSeconds, settings)
        for (const service of new Set(ride.services)) {
          const site = given.get(`${ride.site} ${service}`)
          if (site === undefined) continue
          const key = `${settlement} ${service} ${ride.site} ${walkSeconds} ${seconds}`
          const own = found.get(key) ?? {
            offer: {
              service,
              mode: 'ride' as const,
              place: ride.site,
              kind: site.kind,
              dates: [],
              capacityYear: null,
              settlement,
              seconds,
              walkSeconds,
            },
            dates: new Set<PlainDate>(),
          }
          for (const date of ride.dates) own.dates.add(date)
          found.set(key, own)
        }
      }
  const workdays = workdaysOf(settings)
  return [...found.values()].map(({ offer, dates }) => ({
    ...offer,
    dates: [...dates].sort(),
    daily: workdays.every((day) => dates.has(day)),
  }))
}
