import { isWithin, type PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { faultsOf } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Tour } from '../plan/plan.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { travelOn, vehicleProfile } from '../travel/travel-table.ts'
import {
  type CheckCounty,
  type CheckGround,
  canGive,
  type ReadTravel,
  travelReader,
} from './check-ground.ts'

/** At most four hours at the wheel without a rest of twenty minutes (Road Traffic Safety Law regulation, art. 62(7)). */
const driveWithoutRest = 4 * 3600
const rest = 20 * 60

/** Every tour against the roads of its day, its vehicle and the calendar. */
export function checkTours(ground: CheckGround): Finding[] {
  const readers = roadReaders(ground.base)
  const out = new Map<string, string>()
  const ids = new Set<string>()
  return ground.plan.tours.flatMap((tour, index) => {
    const at = { path: `tours.${index}` }
    const facts = { tour: tour.id, vehicle: tour.vehicle, date: tour.date }
    const found: Finding[] = []
    if (ids.has(tour.id)) found.push(finding('plan-duplicate-id', at, { id: tour.id }))
    ids.add(tour.id)
    const vehicle = ground.vehicles.get(tour.vehicle)
    if (vehicle === undefined) return [...found, finding('plan-unknown-vehicle', at, { ...facts })]
    const key = `${tour.vehicle} ${tour.date}`
    const other = out.get(key)
    if (other !== undefined) found.push(finding('vehicle-out-twice', at, { ...facts, other }))
    out.set(key, tour.id)
    const stops = tour.visits.map((v) => ground.stops.get(v.stop))
    const faults = faultsOf(ground.memory, tour, stops, () => [
      ...checkDay(ground, tour, vehicle, index),
      ...checkVisits(ground, tour, vehicle, index),
      ...checkRoute(ground, tour, vehicle, index, readers(vehicle, tour.date)),
    ])
    return [...found, ...faults]
  })
}

/** Reading a table needs an index of its places: made once for each season and profile. */
const roadReaders = oncePer(({ travel }: CheckCounty) => {
  const known = new Map<unknown, ReadTravel>()
  return (vehicle: Vehicle, date: PlainDate): ReadTravel | null => {
    const table = travelOn(travel, date).vehicle[vehicleProfile(vehicle)]
    if (table === undefined) return null
    const reader = known.get(table) ?? travelReader(table)
    known.set(table, reader)
    return reader
  }
})

function checkDay(ground: CheckGround, tour: Tour, vehicle: Vehicle, index: number): Finding[] {
  const at = { path: `tours.${index}.date` }
  const facts = { tour: tour.id, vehicle: vehicle.id, date: tour.date }
  if (!isWithin(tour.date, ground.county.settings.horizon))
    return [finding('tour-outside-horizon', at, facts)]
  const found: Finding[] = []
  if (!ground.workdays.has(tour.date)) found.push(finding('tour-on-day-off', at, facts))
  if (vehicle.inspectionUntil !== undefined && tour.date > vehicle.inspectionUntil)
    found.push(finding('vehicle-not-inspected', at, { ...facts, until: vehicle.inspectionUntil }))
  for (const { from, to } of vehicle.down ?? [])
    if (from <= tour.date && tour.date <= to)
      found.push(finding('vehicle-down', at, { ...facts, from, to }))
  return found
}

function checkVisits(ground: CheckGround, tour: Tour, vehicle: Vehicle, index: number): Finding[] {
  return tour.visits.flatMap((visit, k) => {
    const at = { path: `tours.${index}.visits.${k}` }
    const stop = ground.stops.get(visit.stop)
    if (stop === undefined)
      return [finding('plan-unknown-stop', at, { tour: tour.id, stop: visit.stop })]
    const found: Finding[] = []
    if (stop.kind !== vehicle.kind)
      found.push(
        finding('stop-of-other-kind', at, {
          stop: stop.id,
          kind: stop.kind,
          vehicle: vehicle.id,
          has: vehicle.kind,
        }),
      )
    for (const id of visit.services) {
      const service = ground.services.get(id)
      if (service === undefined) found.push(finding('plan-unknown-service', at, { service: id }))
      else if (!canGive(vehicle, service))
        found.push(finding('vehicle-cannot-give', at, { vehicle: vehicle.id, service: id }))
    }
    return found
  })
}

/** Drives the tour again from the depot and back by the road state of its day. */
function checkRoute(
  ground: CheckGround,
  tour: Tour,
  vehicle: Vehicle,
  index: number,
  read: ReadTravel | null,
): Finding[] {
  const at = { path: `tours.${index}` }
  const facts = { tour: tour.id, vehicle: vehicle.id, date: tour.date }
  const places = tour.visits.map((v) => ground.stops.get(v.stop)?.settlement)
  if (places.includes(undefined)) return []
  const route = [vehicle.depot, ...(places as string[]), vehicle.depot]
  const found: Finding[] = []
  let [clock, drive, metres, run, longest] = [tour.depart, 0, 0, 0, 0]
  for (const [k, to] of route.slice(1).entries()) {
    const from = route[k]!
    const leg = read?.(from, to) ?? null
    if (leg === null) return [finding('leg-without-road', at, { ...facts, from, to })]
    drive += leg.seconds
    metres += leg.metres
    run += leg.seconds
    longest = Math.max(longest, run)
    const visit = tour.visits[k]
    const due = clock + leg.seconds
    const arrive = visit?.arrive ?? tour.finish
    if (arrive < due)
      found.push(finding('arrival-too-early', at, { ...facts, place: to, arrive, due }))
    clock = visit?.leave ?? tour.finish
    if (visit !== undefined && visit.leave < visit.arrive)
      found.push(
        finding('stay-too-short', at, {
          ...facts,
          stop: visit.stop,
          have: visit.leave - visit.arrive,
          want: 0,
        }),
      )
    if (visit !== undefined && visit.leave - visit.arrive >= rest) run = 0
  }
  return [...found, ...checkTotals({ tour, vehicle, index, drive, metres, longest })]
}

interface Totals {
  tour: Tour
  vehicle: Vehicle
  index: number
  drive: number
  metres: number
  longest: number
}

function checkTotals({ tour, vehicle, index, drive, metres, longest }: Totals): Finding[] {
  const at = { path: `tours.${index}` }
  const facts = { tour: tour.id, vehicle: vehicle.id, date: tour.date }
  const found: Finding[] = []
  if (tour.depart < vehicle.earliest)
    found.push(
      finding('departure-too-early', at, {
        ...facts,
        depart: tour.depart,
        earliest: vehicle.earliest,
      }),
    )
  const out = tour.finish - tour.depart
  if (out > vehicle.shiftSeconds)
    found.push(finding('shift-too-long', at, { ...facts, have: out, limit: vehicle.shiftSeconds }))
  if (drive > vehicle.driveLimitSeconds)
    found.push(
      finding('driving-too-long', at, { ...facts, have: drive, limit: vehicle.driveLimitSeconds }),
    )
  if (longest > driveWithoutRest)
    found.push(finding('driving-without-rest', at, { ...facts, have: longest }))
  if (tour.driveSeconds !== drive || tour.metres !== metres)
    found.push(
      finding('tour-figures-wrong', at, {
        ...facts,
        driveSeconds: tour.driveSeconds,
        drive,
        metres: tour.metres,
        road: metres,
      }),
    )
  return found
}
