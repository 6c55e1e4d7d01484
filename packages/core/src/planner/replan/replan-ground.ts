import { servicesAboard } from '../../access/vehicle-offers.ts'
import { dayNumber, isWithin, type PlainDate } from '../../kernel/calendar.ts'
import { byText } from '../../kernel/order.ts'
import type { Seconds } from '../../kernel/units.ts'
import { costsToday } from '../../plan/costs-today.ts'
import type { Costs, Plan } from '../../plan/plan.ts'
import { pricePerKm } from '../../plan/price-per-km.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import type { TourVehicle } from '../first-tours/problem.ts'
import type { PlanGround } from '../plan-ground.ts'
import { type FloorNeed, floorNeeds } from './floor-needs.ts'
import type { ReplanProblem } from './replan-problem.ts'
import { type ReplannedRides, replanRides } from './rides/replan-rides.ts'
import { type RoadsOn, roadsOn } from './roads.ts'
import { type StaffRoom, staffRoom } from './staff-room.ts'

/** What a published plan is re-planned on: made once, so that the answer to a change comes in a second. */
export interface ReplanOffice {
  ground: PlanGround
  plan: Plan
  needs: readonly FloorNeed[]
}

/** Prepares for re-planning. `ground` is that of the county as it was when the plan was made. */
export const replanOffice = (ground: PlanGround, plan: Plan): ReplanOffice => ({
  ground,
  plan,
  needs: floorNeeds(ground, plan),
})

/** A vehicle as the search sees it. */
export interface FleetVehicle {
  vehicle: Vehicle
  tour: TourVehicle
  services: ReadonlySet<string>
  /** 1 on working days on which it may go out. */
  free: Uint8Array
}

/** One change laid out for the search. */
export interface ReplanGround {
  office: ReplanOffice
  /** The county, travel and calendar after the change. */
  ground: PlanGround
  problem: ReplanProblem
  /** The rides after the change, and what they and the buildings leave to the vehicles' visits. */
  rides: ReplannedRides
  needs: readonly FloorNeed[]
  fleet: readonly FleetVehicle[]
  fleetOf: ReadonlyMap<string, number>
  days: readonly PlainDate[]
  dayOf: ReadonlyMap<PlainDate, number>
  dayNumbers: Int32Array
  /** First working day that is not over, and the first that is not frozen. */
  firstDay: number
  firstFree: number
  places: readonly string[]
  placeOf: ReadonlyMap<string, number>
  roads: RoadsOn
  staff: StaffRoom
  /** The same before the change. */
  staffBefore: StaffRoom
  /** What today's timetable costs on the roads as they now are. */
  costsToday: Costs
}

export function replanGround(office: ReplanOffice, problem: ReplanProblem): ReplanGround {
  const { county, travel } = problem
  const ground: PlanGround = { ...office.ground, county, travel }
  const days = ground.workdays
  const called = problem.changes.flatMap((c) => (c.do === 'call-village' ? [c.settlement] : []))
  const earlier = problem.earlier?.stops ?? []
  const vehicles = [...county.vehicles].sort(byText((v) => v.id))
  const places = [
    ...new Set([
      ...vehicles.map((v) => v.depot),
      ...[...office.plan.stops, ...earlier].map((s) => s.settlement),
      ...called,
    ]),
  ].sort()
  const placeOf = new Map(places.map((id, k) => [id, k]))
  const rides = replanRides(ground, office.plan, problem)
  const withRides = { ...office.plan, rides: [...rides.rides] }
  const riding = new Set(rides.rides.flatMap((r) => r.dates.map((date) => `${r.vehicle} ${date}`)))
  const fleet = vehicles.map((vehicle) => fleetVehicle(ground, vehicle, placeOf, riding))
  const from = (date: PlainDate): number => {
    const k = days.findIndex((day) => day >= date)
    return k < 0 ? days.length : k
  }
  return {
    office,
    ground,
    problem,
    rides,
    needs: needsBeside(office, rides),
    fleet,
    fleetOf: new Map(fleet.map(({ vehicle }, k) => [vehicle.id, k])),
    days,
    dayOf: new Map(days.map((day, k) => [day, k])),
    dayNumbers: Int32Array.from(days, (day) => dayNumber(day)),
    firstDay: from(problem.today),
    firstFree: Math.max(from(problem.today), from(problem.frozenUntil)),
    places,
    placeOf,
    roads: roadsOn(travel, days, places),
    staff: staffRoom(ground, withRides, days),
    costsToday: costsToday(county, travel),
    staffBefore: staffRoom(office.ground, office.plan, days),
  }
}

/** What the vehicles' visits must do where rides go otherwise; for everybody else as it was. */
function needsBeside(
  { ground, plan, needs }: ReplanOffice,
  { rides, cells }: ReplannedRides,
): readonly FloorNeed[] {
  if (cells.size === 0) return needs
  const anew = floorNeeds({ ...ground, cells: [...cells] }, { ...plan, rides: [...rides] })
  return [...needs.filter(({ cell }) => !cells.has(cell)), ...anew]
}

function fleetVehicle(
  { county, catalogue, workdays }: PlanGround,
  vehicle: Vehicle,
  placeOf: ReadonlyMap<string, number>,
  riding: ReadonlySet<string>,
): FleetVehicle {
  const { inspectionUntil, down = [] } = vehicle
  const free = Uint8Array.from(workdays, (day) =>
    (inspectionUntil !== undefined && day > inspectionUntil) ||
    down.some((range) => isWithin(day, range)) ||
    riding.has(`${vehicle.id} ${day}`)
      ? 0
      : 1,
  )
  return {
    vehicle,
    services: new Set(servicesAboard(vehicle, catalogue)),
    free,
    tour: {
      id: vehicle.id,
      depot: placeOf.get(vehicle.depot)!,
      kind: vehicle.kind,
      profile: 0,
      shiftSeconds: vehicle.shiftSeconds as Seconds,
      earliest: vehicle.earliest as Seconds,
      driveLimitSeconds: vehicle.driveLimitSeconds as Seconds,
      costPerKmFen: pricePerKm(vehicle, county),
      costPerDayFen: vehicle.costPerDayFen,
      days: new Int32Array(0),
    },
  }
}
