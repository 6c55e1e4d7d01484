import { weekday } from '../kernel/calendar.ts'
import { clockSeconds } from '../kernel/clock.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Ride } from '../plan/plan.ts'
import type { CheckGround } from './check-ground.ts'

/** Opening hours of a building on a weekday; eight to five on working days where it states none. */
function hoursOn(ground: CheckGround, site: string, day: number): [number, number][] {
  const opening = ground.facilities.get(site)?.opening ?? []
  if (opening.length === 0) return [[8 * 3600, 17 * 3600]]
  return opening
    .filter((o) => o.weekday === day)
    .map((o) => [clockSeconds(o.from), clockSeconds(o.to)])
}

/** Long enough at the site, while it is open, on every date. Reported once, at its worst. */
export function checkRideStays(ground: CheckGround, ride: Ride, at: { path: string }): Finding[] {
  const { assumptions } = ground.county.settings
  const school = ride.services.some((id) => ground.services.get(id)?.domain === 'education')
  const want = 60 * (school ? (assumptions.schoolStayMin ?? 420) : (assumptions.rideStayMin ?? 120))
  let have = Number.POSITIVE_INFINITY
  for (const day of new Set(ride.dates.map(weekday))) {
    const stays = hoursOn(ground, ride.site, day).map(
      ([open, close]) => Math.min(ride.leave, close) - Math.max(ride.arrive, open),
    )
    have = Math.min(have, Math.max(0, ...stays))
  }
  return have >= want ? [] : [finding('ride-stay-too-short', at, { ride: ride.id, have, want })]
}
