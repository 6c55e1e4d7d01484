import type { PlainDate } from '../../kernel/calendar.ts'
import { oncePer } from '../../kernel/once-per.ts'
import { callSeconds } from '../../plan/costs.ts'
import { dutySecondsOf } from '../../plan/ride-cost.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { paidCalls } from '../paid-calls.ts'
import type { PlanGround } from '../plan-ground.ts'
import { hoursMoved } from '../site-staff.ts'
import { hoursLeft, staffThere } from '../staff-hours.ts'
import { crewPresent } from '../vehicle-days.ts'
import type { EditState } from './edit-state.ts'
import { openSeconds } from './tour-seconds.ts'

/** Staff of a county before any plan takes them. */
export interface StaffStock {
  /** Hours over the horizon by facility; one without listed staff is not in it. */
  hours: ReadonlyMap<string, number>
  /** People at work at a facility on a day. */
  present: (facility: string, date: PlainDate) => number
}

export const staffStock = oncePer((ground: PlanGround): StaffStock => {
  const there = staffThere(ground.county)
  const known = new Map<string, (day: number) => number>()
  const dayOf = new Map(ground.workdays.map((date, k) => [date, k]))
  const presentAt = (facility: string) => {
    const counts = known.get(facility) ?? crewPresent(ground, there.get(facility)?.people)
    known.set(facility, counts)
    return counts
  }
  return {
    hours: hoursLeft(ground.county),
    present: (facility, date) => presentAt(facility)(dayOf.get(date) ?? 0),
  }
})

/** What staff have left over when the plan as it stands is carried out. */
export interface Room {
  /** Infinite where no staff are listed for the facility. */
  hoursLeft: (facility: string) => number
  /** People of the vehicle's depot who are not out that day. */
  crewLeft: (vehicle: Vehicle, date: PlainDate) => number
}

export function roomOf(state: EditState): Room {
  const { facilities } = state.base.ground
  const left = new Map(state.staff.hours)
  const spend = (place: string, hours: number) => {
    const had = left.get(place)
    if (had !== undefined) left.set(place, had - hours)
  }
  for (const [place, hours] of hoursMoved(state.base.ground.county, state.sites))
    spend(place, hours)
  const out = new Map<string, number>()
  const takeOut = ({ depot, crew }: Vehicle, date: PlainDate, seconds: number) => {
    spend(depot, (seconds * crew) / 3600)
    out.set(`${depot} ${date}`, (out.get(`${depot} ${date}`) ?? 0) + crew)
  }
  for (const { vehicle, date, seconds } of openSeconds(state)) takeOut(vehicle, date, seconds)
  for (const ride of state.rides.values()) {
    const vehicle = ride.vehicle === null ? undefined : state.vehicles.get(ride.vehicle)
    if (vehicle === undefined) continue
    const seconds = dutySecondsOf(ride, state.base.ground.county)
    for (const date of ride.dates) takeOut(vehicle, date, seconds)
  }
  for (const call of state.doorstep)
    spend(
      call.facility,
      callSeconds(paidCalls(call, facilities.get(call.facility)?.kind ?? '')) / 3600,
    )
  return {
    hoursLeft: (facility) => left.get(facility) ?? Number.POSITIVE_INFINITY,
    crewLeft: ({ depot }, date) =>
      state.staff.present(depot, date) - (out.get(`${depot} ${date}`) ?? 0),
  }
}
