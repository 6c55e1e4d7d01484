import type { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Ride } from '../plan/plan.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { type CountyTravel, travelOn, vehicleProfile } from '../travel/travel-table.ts'
import {
  type CheckCounty,
  type CheckGround,
  type ReadTravel,
  travelReader,
} from './check-ground.ts'

/** Hours at the wheel without a rest (Road Traffic Safety Law regulation, art. 62(7)). */
const driveWithoutRest = 4 * 3600

/** Readers of the roads of one state: between settlements, and from a settlement to a site. */
interface StateRoads {
  between: ReadTravel
  toSite: ReadTravel
}
export type RideReaders = (vehicle: Vehicle | null, date: PlainDate) => StateRoads

const nowhere: ReadTravel = () => null

/** Hired buses go by the roads of the narrowest, then lightest vehicle of the county. */
function hiredProfile({ county }: CheckCounty): string {
  const [least] = [...county.vehicles].sort((a, b) => a.widthM - b.widthM || a.weightT - b.weightT)
  return least === undefined ? '' : vehicleProfile(least)
}

export const rideReaders = oncePer((ground: CheckCounty): RideReaders => {
  const known = new Map<CountyTravel, Map<string, StateRoads>>()
  const hired = hiredProfile(ground)
  return (vehicle, date) => {
    const travel = travelOn(ground.travel, date)
    const profile = vehicle === null ? hired : vehicleProfile(vehicle)
    const of = known.get(travel) ?? new Map<string, StateRoads>()
    known.set(travel, of)
    const table = travel.vehicle[profile]
    const roads = of.get(profile) ?? {
      between: table === undefined ? nowhere : travelReader(table),
      toSite: travelReader(travel.resident),
    }
    of.set(profile, roads)
    return roads
  }
})

type At = { path: string }

/** Drives the run again on every state of the roads among its dates. Each trouble is told once. */
export function checkRideRoute(
  ground: CheckGround,
  readers: RideReaders,
  ride: Ride,
  vehicle: Vehicle | null,
  at: At,
): Finding[] {
  const states = new Set(ride.dates.map((date) => readers(vehicle, date)))
  const told = new Set<string>()
  return [...states]
    .flatMap((roads) => driveOnce(ride, vehicle, roads, at))
    .concat(checkDuty(ground, ride, vehicle, at))
    .filter((f) => {
      const key = `${f.code} ${JSON.stringify(f.facts)}`
      if (told.has(key)) return false
      told.add(key)
      return true
    })
}

/** One leg with the moment by which the ride says it is over. */
interface Leg {
  from: string
  to: string
  read: ReadTravel
  /** The way home to a pick-up is as long as the way out from it. */
  reversed?: boolean
  due: number
}

function legsOf(ride: Ride, vehicle: Vehicle | null, { between, toSite }: StateRoads): Leg[] {
  const { pickups, site } = ride
  const last = pickups.at(-1)!
  const out = pickups.map((p, k): Leg | null => {
    const from = k === 0 ? vehicle?.depot : pickups[k - 1]!.settlement
    return from === undefined ? null : { from, to: p.settlement, read: between, due: p.depart }
  })
  const home = [...pickups].reverse().slice(1)
  const back = home.map((p, k): Leg => {
    const from = pickups[pickups.length - 1 - k]!.settlement
    return { from, to: p.settlement, read: between, due: p.home }
  })
  const first = pickups[0]!.settlement
  return [
    ...out.filter((leg) => leg !== null),
    { from: last.settlement, to: site, read: toSite, due: ride.arrive },
    { from: site, to: last.settlement, read: toSite, reversed: true, due: last.home },
    ...back,
    ...(vehicle === null
      ? []
      : [{ from: first, to: vehicle.depot, read: between, due: ride.finish }]),
  ]
}

function driveOnce(ride: Ride, vehicle: Vehicle | null, roads: StateRoads, at: At): Finding[] {
  const found: Finding[] = []
  let [clock, drive, metres, run] = [ride.depart, 0, 0, 0]
  for (const leg of legsOf(ride, vehicle, roads)) {
    if (leg.reversed) {
      clock = ride.leave
      run = 0
    }
    const way = leg.reversed ? leg.read(leg.to, leg.from) : leg.read(leg.from, leg.to)
    if (way === null)
      return [finding('ride-without-road', at, { ride: ride.id, from: leg.from, to: leg.to })]
    drive += way.seconds
    metres += way.metres
    run += way.seconds
    const due = clock + way.seconds
    if (leg.due < due)
      found.push(
        finding('ride-times-wrong', at, { ride: ride.id, place: leg.to, have: leg.due, due }),
      )
    if (run > driveWithoutRest)
      found.push(
        finding('ride-duty-too-long', at, {
          ride: ride.id,
          have: run,
          limit: driveWithoutRest,
          earliest: '-',
        }),
      )
    clock = leg.due
  }
  if (drive !== ride.driveSeconds || metres !== ride.metres)
    found.push(
      finding('ride-figures-wrong', at, {
        ride: ride.id,
        driveSeconds: ride.driveSeconds,
        drive,
        metres: ride.metres,
        road: metres,
      }),
    )
  return [...found, ...checkEnds(ride, vehicle, at)]
}

/** A hired run begins and ends at its first pick-up; nobody leaves before arriving. */
function checkEnds(ride: Ride, vehicle: Vehicle | null, at: At): Finding[] {
  const first = ride.pickups[0]!
  const wrong = (place: string, have: number, due: number) =>
    finding('ride-times-wrong', at, { ride: ride.id, place, have, due })
  const found: Finding[] = []
  if (ride.leave < ride.arrive) found.push(wrong(ride.site, ride.leave, ride.arrive))
  if (vehicle === null && ride.depart !== first.depart)
    found.push(wrong(first.settlement, ride.depart, first.depart))
  if (vehicle === null && ride.finish !== first.home)
    found.push(wrong(first.settlement, ride.finish, first.home))
  return found
}

/** Seconds of duty on one date: a long stay at the site is off duty. */
export function dutyOf({ county }: CheckGround, ride: Ride): number {
  const stay = ride.leave - ride.arrive
  const long = stay >= 60 * (county.settings.assumptions.longStayMin ?? 180)
  return ride.finish - ride.depart - (long ? stay : 0)
}

function checkDuty(ground: CheckGround, ride: Ride, vehicle: Vehicle | null, at: At): Finding[] {
  if (vehicle === null) return []
  const duty = dutyOf(ground, ride)
  const facts = { ride: ride.id, earliest: vehicle.earliest }
  const found: Finding[] = []
  if (duty > vehicle.shiftSeconds || ride.depart < vehicle.earliest)
    found.push(
      finding('ride-duty-too-long', at, { ...facts, have: duty, limit: vehicle.shiftSeconds }),
    )
  if (ride.driveSeconds > vehicle.driveLimitSeconds)
    found.push(
      finding('ride-duty-too-long', at, {
        ...facts,
        have: ride.driveSeconds,
        limit: vehicle.driveLimitSeconds,
      }),
    )
  return found
}
