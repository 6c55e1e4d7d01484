import type { Tour } from '../../plan/plan.ts'
import type { RouteGround } from '../first-tours/measure-route.ts'
import { type Driven, driveRun } from './drive-run.ts'
import { type FloorBook, floorBook } from './floor-book.ts'
import type { Job } from './job.ts'
import type { ReplanGround } from './replan-ground.ts'

/** One vehicle's day in the schedule. */
export interface Run extends Driven {
  vehicle: number
  day: number
  jobs: readonly Job[]
  /** The published tour, as long as it is driven exactly so. */
  published: Tour | null
}

/** Visits that differ from the published plan, by how. A visit counts once. */
export interface Changes {
  moved: number
  otherVehicle: number
  retimed: number
  cancelled: number
  /** Calls that no visit answers yet. */
  unanswered: number
}

/** All visits and where they stand while the search goes on; totals are kept up with every step. */
export interface Schedule {
  ground: ReplanGround
  jobs: readonly Job[]
  route: RouteGround
  /** By slot: vehicle × days + day. */
  runs: Map<number, Run>
  /** Slot of each job; −1 where it stands nowhere. */
  slotOf: Int32Array
  arriveOf: Int32Array
  /** Working days on which each stop has a visit. */
  daysOf: Map<string, Set<number>>
  floors: FloorBook
  changes: Changes
  /** Cash for days out and kilometres, and crew hours at the county's price: fen over the horizon. */
  value: number
  /** Crew seconds by depot, and crew out by depot and day. */
  crewSeconds: Map<string, number>
  crewOut: Map<string, number>
  /** Runs that were replaced, newest last. */
  log: { slot: number; before: Run | undefined }[]
}

/** An announced time still holds when the visit is no more than a quarter of an hour off it. */
export const announcedWithin = 15 * 60

export const slotAt = ({ ground }: Schedule, vehicle: number, day: number): number =>
  vehicle * ground.days.length + day

/** A schedule in which no job stands anywhere. */
export function emptySchedule(ground: ReplanGround, jobs: readonly Job[]): Schedule {
  const { needs, ground: plan, dayNumbers, places, placeOf } = ground
  const changes = { moved: 0, otherVehicle: 0, retimed: 0, cancelled: 0, unanswered: 0 }
  for (const job of jobs) changes[job.home === null ? 'unanswered' : 'cancelled']++
  return {
    ground,
    jobs,
    route: {
      places: places.length,
      place: Int32Array.from(jobs, (job) => placeOf.get(job.stop.settlement)!),
      service: Int32Array.from(jobs, (job) => job.staySeconds),
    },
    runs: new Map(),
    slotOf: new Int32Array(jobs.length).fill(-1),
    arriveOf: new Int32Array(jobs.length),
    daysOf: new Map(jobs.map((job) => [job.stop.id, new Set<number>()])),
    floors: floorBook(needs, dayNumbers, plan.horizonDays),
    changes,
    value: 0,
    crewSeconds: new Map(),
    crewOut: new Map(),
    log: [],
  }
}

/** How visits would be driven by a vehicle on a day, whoever stands there now. */
export function drive(
  schedule: Schedule,
  vehicle: number,
  day: number,
  jobs: readonly Job[],
  keepTimes: boolean,
): Driven | 'no-road' | 'late' {
  const { fleet, roads } = schedule.ground
  const own = fleet[vehicle]!
  const travel = roads(own.vehicle, day)
  return driveRun({ route: schedule.route, vehicle: own.tour, travel, day, keepTimes }, jobs)
}

const moneyOf = ({ ground }: Schedule, run: Run): number => {
  const { tour, vehicle } = ground.fleet[run.vehicle]!
  const road = Math.round((run.metres * tour.costPerKmFen) / 1000) + tour.costPerDayFen
  const hours = ((run.finish - run.depart) * vehicle.crew) / 3600
  return road + Math.round(hours * ground.ground.county.settings.prices.staffHourFen)
}

/** Which kind of change a job is where it stands. */
function changeOf(schedule: Schedule, job: Job): keyof Changes | null {
  const slot = schedule.slotOf[job.key]!
  const { home } = job
  if (home === null) return slot < 0 ? 'unanswered' : null
  if (slot < 0) return 'cancelled'
  const days = schedule.ground.days.length
  if (slot % days !== home.day) return 'moved'
  if (Math.floor(slot / days) !== home.vehicle) return 'otherVehicle'
  return Math.abs(schedule.arriveOf[job.key]! - home.arrive) > announcedWithin ? 'retimed' : null
}

/** Puts a run in a slot in place of what is there; `undefined` empties it. Jobs of the run must stand nowhere else. */
export function setRun(schedule: Schedule, slot: number, run: Run | undefined): void {
  schedule.log.push({ slot, before: schedule.runs.get(slot) })
  putRun(schedule, slot, run)
}

function putRun(schedule: Schedule, slot: number, run: Run | undefined): void {
  const before = schedule.runs.get(slot)
  const stays = new Set(run?.jobs)
  if (before !== undefined) {
    book(schedule, before, -1)
    for (const job of before.jobs) {
      tally(schedule, job, -1)
      if (stays.has(job)) continue
      schedule.slotOf[job.key] = -1
      schedule.floors.count(job.stop.settlement, job.services, before.day, -1)
      schedule.daysOf.get(job.stop.id)!.delete(before.day)
      tally(schedule, job, 1)
    }
  }
  if (run === undefined) {
    schedule.runs.delete(slot)
    return
  }
  const had = new Set(before?.jobs)
  book(schedule, run, 1)
  schedule.runs.set(slot, run)
  run.jobs.forEach((job, k) => {
    if (!had.has(job)) {
      tally(schedule, job, -1)
      schedule.slotOf[job.key] = slot
      schedule.floors.count(job.stop.settlement, job.services, run.day, 1)
      schedule.daysOf.get(job.stop.id)!.add(run.day)
    }
    schedule.arriveOf[job.key] = run.arrive[k]!
    tally(schedule, job, 1)
  })
}

function tally(schedule: Schedule, job: Job, by: 1 | -1): void {
  const kind = changeOf(schedule, job)
  if (kind !== null) schedule.changes[kind] += by
}

/** Money and staff of one run. */
function book(schedule: Schedule, run: Run, by: 1 | -1): void {
  const { vehicle } = schedule.ground.fleet[run.vehicle]!
  const seconds = (run.finish - run.depart) * vehicle.crew
  const key = `${vehicle.depot} ${run.day}`
  schedule.value += by * moneyOf(schedule, run)
  schedule.crewSeconds.set(
    vehicle.depot,
    (schedule.crewSeconds.get(vehicle.depot) ?? 0) + by * seconds,
  )
  schedule.crewOut.set(key, (schedule.crewOut.get(key) ?? 0) + by * vehicle.crew)
}

/** Undoes what was set since the log was this long. */
export function undoTo(schedule: Schedule, length: number): void {
  while (schedule.log.length > length) {
    const { slot, before } = schedule.log.pop()!
    putRun(schedule, slot, before)
  }
}

/** Whether the depot's staff can send the run out instead of what is in its slot now. */
export function staffAllow(schedule: Schedule, slot: number, run: Run): boolean {
  const { fleet, staff } = schedule.ground
  const { depot, crew } = fleet[run.vehicle]!.vehicle
  const now = schedule.runs.get(slot)
  const out = (schedule.crewOut.get(`${depot} ${run.day}`) ?? 0) + (now === undefined ? crew : 0)
  if (out > staff.crew(depot, run.day)) return false
  const more = (run.finish - run.depart - (now === undefined ? 0 : now.finish - now.depart)) * crew
  return more <= 0 || (schedule.crewSeconds.get(depot) ?? 0) + more <= staff.seconds(depot)
}
