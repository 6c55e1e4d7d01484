import { dayNumber, isWithin, type PlainDate } from '../../../kernel/calendar.ts'
import { compareText } from '../../../kernel/order.ts'
import type { Assignment, Plan, Ride } from '../../../plan/plan.ts'
import type { Vehicle } from '../../../resources/vehicle.ts'
import type { NeedCell, PlanGround } from '../../plan-ground.ts'
import { rideRoads } from '../../rides/ride-roads.ts'
import { windowFor } from '../../rides/ride-run.ts'
import type { ReplanProblem, RideDifference } from '../replan-problem.ts'
import { staffRoom } from '../staff-room.ts'
import { rideDriver } from './drive-ride.ts'
import { type RideDay, type Run, rideDaysOf, writeRides } from './ride-days.ts'

/** The rides of a plan after a change, the same for every alternative. */
export interface ReplannedRides {
  rides: readonly Ride[]
  lines: readonly Assignment[]
  differences: readonly RideDifference[]
  /** Cells that ride otherwise than published. */
  cells: ReadonlySet<NeedCell>
}

/** A make-up ride goes at most so many days from its own. */
const mostDays = 42

/**
 * Rides that the change touches are timed again on the roads of their day, by their own vehicle, another of the depot or
 * a hired one; else they go on another day; else they are cancelled (docs/methods/replan.md). Bus lines run as they run.
 */
export function replanRides(
  ground: PlanGround,
  published: Plan,
  problem: ReplanProblem,
): ReplannedRides {
  const work = workOf(ground, published, problem)
  const days: RideDay[] = []
  const broken: { was: RideDay; cause: RideDifference['cause'] }[] = []
  const wanted = rideDaysOf(published)
  for (const was of backToEarlier(work, wanted, problem)) {
    const stays = was.date < problem.today || was.run.row.by === 'bus'
    const cause = stays ? null : troubleOf(work, was)
    if (cause === null) {
      book(work, was)
      days.push(was)
    } else broken.push({ was, cause })
  }
  const differences: RideDifference[] = []
  for (const { was, cause } of broken) {
    const now = onItsDay(work, was) ?? onAnotherDay(work, was)
    if (now !== null) {
      book(work, now)
      days.push(now)
    }
    differences.push(differenceOf(was, now, cause))
  }
  const touched = new Set(broken.flatMap(({ was }) => was.run.lines.map(lineKey)))
  return {
    ...writeRides(days, published, ground),
    differences: differences.sort(
      (a, b) => compareText(a.ride, b.ride) || compareText(a.before.date, b.before.date),
    ),
    cells: new Set(
      ground.cells.filter((c) =>
        touched.has(lineKey({ settlement: c.settlement.id, service: c.scoped.service.id })),
      ),
    ),
  }
}

const lineKey = (l: { settlement: string; service: string }) => `${l.settlement} ${l.service}`

interface Work {
  ground: PlanGround
  problem: ReplanProblem
  driver: ReturnType<typeof rideDriver>
  vehicles: ReadonlyMap<string, Vehicle>
  /** Vehicles and rides out by date, so that none goes twice. */
  out: Set<string>
  /** Crew on rides by depot and date. */
  riding: Map<string, number>
  /** Crew that the depot has on a date, tours not taken off. */
  crew(depot: string, date: PlainDate): number
  /** Crew that the published tours take. */
  touring: ReadonlyMap<string, number>
}

function workOf(ground: PlanGround, published: Plan, problem: ReplanProblem): Work {
  const { county, workdays } = ground
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const room = staffRoom(ground, { ...published, rides: [] }, workdays)
  const dayOf = new Map(workdays.map((day, k) => [day, k]))
  const touring = new Map<string, number>()
  for (const { vehicle, date } of published.tours) {
    const own = vehicles.get(vehicle)
    if (own === undefined) continue
    const key = `${own.depot} ${date}`
    touring.set(key, (touring.get(key) ?? 0) + own.crew)
  }
  return {
    ground,
    problem,
    driver: rideDriver(ground, rideRoads(county.vehicles)),
    vehicles,
    out: new Set(published.tours.map((t) => `${t.vehicle} ${t.date}`)),
    riding: new Map(),
    crew: (depot, date) => room.crew(depot, dayOf.get(date) ?? -1),
    touring,
  }
}

const vehicleOf = ({ vehicles }: Work, { row }: Run): Vehicle | null =>
  row.vehicle === null ? null : (vehicles.get(row.vehicle) ?? null)

function book(work: Work, { run, date, ride }: RideDay): void {
  const vehicle = vehicleOf(work, run)
  work.out.add(`ride ${ride} ${date}`)
  if (vehicle === null) return
  const key = `${vehicle.depot} ${date}`
  work.out.add(`${vehicle.id} ${date}`)
  work.riding.set(key, (work.riding.get(key) ?? 0) + vehicle.crew)
}

const mayGoOut = ({ down = [], inspectionUntil }: Vehicle, date: PlainDate): boolean =>
  !down.some((range) => isWithin(date, range)) &&
  (inspectionUntil === undefined || date <= inspectionUntil)

/** Whether the depot has a crew beside its other rides; beside its tours too on a day that is new to the ride. */
function hasCrew(work: Work, { depot, crew }: Vehicle, date: PlainDate, beside: boolean): boolean {
  const key = `${depot} ${date}`
  const busy = (work.riding.get(key) ?? 0) + (beside ? (work.touring.get(key) ?? 0) : 0)
  return busy + crew <= work.crew(depot, date)
}

/** What keeps a ride from going as published; null where nothing does. */
function troubleOf(work: Work, { run, date }: RideDay): RideDifference['cause'] | null {
  const vehicle = vehicleOf(work, run)
  if (run.row.by === 'vehicle' && (vehicle === null || !mayGoOut(vehicle, date)))
    return 'vehicle-down'
  if (vehicle !== null && work.out.has(`${vehicle.id} ${date}`)) return 'vehicle-down'
  if (vehicle !== null && !hasCrew(work, vehicle, date, false)) return 'crew-missing'
  return work.driver.stands(run, vehicle, date) ? null : 'no-road'
}

/** By its own vehicle, another of the depot that is free, or a hired one; whoever takes most people along, in this order. */
function onItsDay(work: Work, was: RideDay): RideDay | null {
  const announced = was.date < work.problem.frozenUntil
  let best: Run | null = null
  for (const carrier of carriersOf(work, was, was.date, false)) {
    const run = work.driver.again(was.run, carrier, was.date, announced)
    if (run !== null && (best === null || run.row.people > best.row.people + 1e-6)) best = run
  }
  return best === null ? null : { ...was, run: best }
}

/** Working days from the first free one, the nearest first, on which the site is open and the whole run can go. */
function onAnotherDay(work: Work, was: RideDay): RideDay | null {
  const { ground, problem } = work
  const { run, ride } = was
  const line = run.lines[0]
  const cell = ground.cells.find(
    (c) => c.settlement.id === line?.settlement && c.scoped.service.id === line.service,
  )
  if (cell === undefined || cell.scoped.service.domain === 'education') return null
  const window = windowFor(cell, run.row.site, ground)
  const far = (date: PlainDate) => Math.abs(dayNumber(date) - dayNumber(was.date))
  const able = ground.workdays
    .filter(
      (date) =>
        date >= problem.frozenUntil &&
        date >= problem.today &&
        far(date) <= mostDays &&
        window?.isOpen(date) === true,
    )
    .filter((date) => !work.out.has(`ride ${ride} ${date}`))
    .sort((a, b) => far(a) - far(b) || compareText(a, b))
  for (const date of able)
    for (const carrier of carriersOf(work, was, date, true)) {
      const again = work.driver.again(run, carrier, date, false)
      if (again !== null && again.row.pickups.length === run.row.pickups.length)
        return { ride, date, run: again }
    }
  return null
}

/** Carriers of a ride on a date: its own, others of the depot with no larger a crew, a hired one where there is a price. */
function carriersOf(
  work: Work,
  { run }: RideDay,
  date: PlainDate,
  beside: boolean,
): (Vehicle | null)[] {
  const own = vehicleOf(work, run)
  const mayHire = work.ground.county.settings.prices.busPerKmFen > 0
  const hired = own === null || mayHire ? [null] : []
  if (own === null) return hired
  const others = [...work.vehicles.values()].filter(
    (v) =>
      v.id !== own.id &&
      v.depot === own.depot &&
      v.kind === own.kind &&
      v.seats >= own.seats &&
      v.crew <= own.crew,
  )
  const able = [own, ...others].filter(
    (v) =>
      mayGoOut(v, date) &&
      !work.out.has(`${v.id} ${date}`) &&
      hasCrew(work, v, date, beside || v !== own),
  )
  return [...able, ...hired]
}

/**
 * Rides of an earlier plan that this one has lost or times otherwise go as they did where the roads let them again; no
 * ride goes on more days than it did.
 */
function backToEarlier(
  work: Work,
  now: readonly RideDay[],
  { earlier, frozenUntil }: ReplanProblem,
): RideDay[] {
  if (earlier === undefined) return [...now]
  const keyOf = ({ ride, date }: RideDay) => `${ride} ${date}`
  const was = rideDaysOf(earlier).filter(
    (day) => day.date >= frozenUntil && day.run.row.by !== 'bus' && troubleOf(work, day) === null,
  )
  const back = new Set(was.map(keyOf))
  const counts = new Map<string, number>()
  for (const day of rideDaysOf(earlier)) counts.set(day.ride, (counts.get(day.ride) ?? 0) + 1)
  const frozen = now.filter((day) => day.date < frozenUntil)
  const others = now.filter((day) => day.date >= frozenUntil && !back.has(keyOf(day)))
  return [...frozen, ...was, ...others].filter((day) => {
    const left = counts.get(day.ride) ?? Number.POSITIVE_INFINITY
    counts.set(day.ride, left - 1)
    return left > 0 || day.date < frozenUntil
  })
}

function differenceOf(
  was: RideDay,
  now: RideDay | null,
  cause: RideDifference['cause'],
): RideDifference {
  const at = ({ date, run: { row } }: RideDay) => ({
    date,
    by: row.by,
    vehicle: row.vehicle,
    arrive: row.arrive,
    pickups: row.pickups.map((p) => p.settlement),
  })
  const what =
    now === null
      ? 'cancelled'
      : now.date !== was.date
        ? 'moved'
        : now.run.row.vehicle !== was.run.row.vehicle
          ? 'other-vehicle'
          : 'retimed'
  const left = new Set(now?.run.row.pickups.map((p) => p.settlement))
  return {
    what,
    ride: was.ride,
    site: was.run.row.site,
    services: was.run.row.services,
    people: was.run.row.people,
    before: at(was),
    after: now === null ? null : at(now),
    leftOut: was.run.row.pickups.map((p) => p.settlement).filter((id) => !left.has(id)),
    cause,
  }
}
