import { weekday } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Ride } from '../plan/plan.ts'
import type { BusLine } from '../travel/bus-line.ts'
import { type CheckGround, walkReader } from './check-ground.ts'

/**
 * A ride on bus lines as their timetables stand: one line out, one line home, on foot between the bus stop and the site,
 * home the same day, on dates on which both run.
 */
export function checkBusRide(ground: CheckGround, ride: Ride, at: { path: string }): Finding[] {
  const wrong = (line: string | undefined) => [
    finding('ride-bus-wrong', at, { ride: ride.id, line: line ?? '-' }),
  ]
  const [pickup] = ride.pickups
  const [out, home] = ride.lines.map((id) => ground.county.buses.find((b) => b.id === id))
  if (pickup === undefined || ride.pickups.length !== 1 || ride.lines.length !== 2)
    return wrong(ride.lines[0])
  if (out === undefined || !goesOut(ground, out, ride)) return wrong(ride.lines[0])
  if (home === undefined || !goesHome(ground, home, ride)) return wrong(ride.lines[1])
  const idle = [ride.metres, ride.driveSeconds, ride.seats ?? 0].some((n) => n !== 0)
  const ends = ride.depart === pickup.depart && ride.finish === pickup.home
  return idle || !ends ? wrong(ride.lines[0]) : []
}

const runs = (line: BusLine, ride: Ride): boolean =>
  ride.dates.every((date) => line.days.includes(weekday(date)))

/** Seconds on foot between a bus stop and the site. */
function walkToSite(ground: CheckGround, place: string, site: string): number | undefined {
  if (place === site) return 0
  return walkReader(ground.travel.base.walkToFacilities)(place).get(site)
}

const secondsOf = (minute: number): number => Math.round(minute * 60)

/** Gets on at the pick-up at its departure, and is at the site, after the walk, at its arrival. */
function goesOut(ground: CheckGround, line: BusLine, ride: Ride): boolean {
  const { settlement, depart } = ride.pickups[0]!
  const on = line.stops.findIndex((s) => s.place === settlement && secondsOf(s.minute) === depart)
  return (
    on >= 0 &&
    runs(line, ride) &&
    line.stops.slice(on + 1).some((s) => {
      const walk = walkToSite(ground, s.place, ride.site)
      return walk !== undefined && secondsOf(s.minute) + walk === ride.arrive
    })
  )
}

/** Leaves the site in time to walk to the bus, and is back at the pick-up the same day. */
function goesHome(ground: CheckGround, line: BusLine, ride: Ride): boolean {
  const { settlement, home } = ride.pickups[0]!
  const off = line.stops.findLastIndex(
    (s) => s.place === settlement && secondsOf(s.minute) === home,
  )
  return (
    off > 0 &&
    home < 86_400 &&
    runs(line, ride) &&
    line.stops.slice(0, off).some((s) => {
      const walk = walkToSite(ground, s.place, ride.site)
      return walk !== undefined && secondsOf(s.minute) - walk === ride.leave
    })
  )
}
