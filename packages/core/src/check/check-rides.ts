import { isWithin, type PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { faultsOf } from '../kernel/memory.ts'
import type { Ride } from '../plan/plan.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { checkBusRide } from './check-bus-ride.ts'
import { type CheckGround, givesOnSite, type ReadWalks, walkReader } from './check-ground.ts'
import { checkRideRoute, rideReaders } from './check-ride-route.ts'
import { checkRideStays } from './check-ride-stays.ts'
import { peopleExpected } from './ride-people.ts'

/** Vehicles that carry people to a service. */
const carriers: readonly string[] = ['bus', 'schoolBus', 'postBus']

/** Rides against the site, the calendar, the roads of their dates, seats and working hours (docs/methods/rides.md). */
export function checkRides(ground: CheckGround): Finding[] {
  const out = new Map(ground.plan.tours.map((t) => [`${t.vehicle} ${t.date}`, t.id]))
  const ids = new Set<string>()
  const readers = rideReaders(ground.base)
  const expected = peopleExpected(ground)
  const walksFrom = walkReader(ground.travel.base.walkToStops)
  return ground.plan.rides.flatMap((ride, index) => {
    const at = { path: `rides.${index}` }
    const found: Finding[] = []
    if (ids.has(ride.id)) found.push(finding('plan-duplicate-id', at, { id: ride.id }))
    ids.add(ride.id)
    const vehicle = ride.vehicle === null ? null : (ground.vehicles.get(ride.vehicle) ?? null)
    if (!rightVehicle(ride, vehicle))
      return [
        ...found,
        finding('ride-vehicle-wrong', at, { ride: ride.id, vehicle: ride.vehicle ?? '-' }),
      ]
    found.push(...outTwice(ride, vehicle, out, at))
    const people = expected.get(ride.id) ?? 0
    const faults = faultsOf(ground.memory, ride, [ground.sites, people], () => [
      ...checkSite(ground, ride, at),
      ...checkPickups(ground, walksFrom, ride, at),
      ...checkDates(ground, ride, vehicle, at),
      ...checkSeats(ground, ride, vehicle, people, at),
      ...checkRideStays(ground, ride, at),
      ...(ride.by === 'bus'
        ? checkBusRide(ground, ride, at)
        : checkRideRoute(ground, readers, ride, vehicle, at)),
    ])
    return [...found, ...faults]
  })
}

type At = { path: string }

/** A vehicle on a ride is on nothing else that day; notes the ride in `out`. */
function outTwice(
  ride: Ride,
  vehicle: Vehicle | null,
  out: Map<string, string>,
  at: At,
): Finding[] {
  if (vehicle === null) return []
  return ride.dates.flatMap((date) => {
    const key = `${vehicle.id} ${date}`
    const other = out.get(key)
    out.set(key, ride.id)
    if (other === undefined) return []
    return [finding('vehicle-out-twice', at, { vehicle: vehicle.id, date, other, tour: ride.id })]
  })
}

const rightVehicle = (ride: Ride, vehicle: Vehicle | null): boolean =>
  ride.by === 'vehicle'
    ? vehicle !== null && carriers.includes(vehicle.kind)
    : ride.vehicle === null

function checkSite(ground: CheckGround, ride: Ride, at: At): Finding[] {
  const site = ground.sites.get(ride.site)
  return ride.services.flatMap((id) => {
    const service = ground.services.get(id)
    if (service === undefined) return [finding('plan-unknown-service', at, { service: id })]
    if (site !== undefined && givesOnSite(site, service)) return []
    return [finding('ride-site-cannot-give', at, { ride: ride.id, site: ride.site, service: id })]
  })
}

function checkPickups(ground: CheckGround, walksFrom: ReadWalks, ride: Ride, at: At): Finding[] {
  return ride.pickups.flatMap((pickup) => {
    const { settlement } = pickup
    const found: Finding[] = []
    if (ground.settlements.get(settlement)?.canStop !== true)
      found.push(finding('ride-pickup-not-allowed', at, { ride: ride.id, settlement }))
    for (const rider of pickup.riders) {
      const want = ground.settlements.has(rider.settlement)
        ? walksFrom(rider.settlement).get(settlement)
        : undefined
      if (want === rider.walkSeconds) continue
      found.push(
        finding('ride-walk-wrong', at, {
          ride: ride.id,
          settlement: rider.settlement,
          have: rider.walkSeconds,
          want: want ?? '-',
        }),
      )
    }
    return found
  })
}

function checkDates(ground: CheckGround, ride: Ride, vehicle: Vehicle | null, at: At): Finding[] {
  const until = vehicle?.inspectionUntil
  const down = vehicle?.down ?? []
  const wrong = (date: PlainDate) =>
    down.some((range) => isWithin(date, range)) ||
    !isWithin(date, ground.county.settings.horizon) ||
    !ground.workdays.has(date) ||
    (until !== undefined && date > until)
  return ride.dates
    .filter((date, k) => wrong(date) || ride.dates.indexOf(date) !== k)
    .map((date) => finding('ride-on-wrong-day', at, { ride: ride.id, date }))
}

/** Seats may be fewer than people only by rounding. */
function checkSeats(
  ground: CheckGround,
  ride: Ride,
  vehicle: Vehicle | null,
  expected: number,
  at: At,
): Finding[] {
  const want =
    ride.by === 'bus'
      ? null
      : (vehicle?.seats ?? ground.county.settings.assumptions.hiredSeats ?? 19)
  const found: Finding[] = []
  if (ride.seats !== want || (want !== null && ride.people > want + 0.01))
    found.push(
      finding('ride-seats-short', at, {
        ride: ride.id,
        seats: ride.seats ?? '-',
        people: ride.people,
        want: want ?? '-',
      }),
    )
  if (Math.abs(ride.people - expected) > 0.5 + 0.01 * expected)
    found.push(
      finding('ride-people-differ', at, {
        ride: ride.id,
        have: ride.people,
        want: Math.round(expected * 10) / 10,
      }),
    )
  return found
}
