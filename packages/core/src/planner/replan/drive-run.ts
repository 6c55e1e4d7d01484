import { measureRoute, type RouteGround } from '../first-tours/measure-route.ts'
import type { TourTravel, TourVehicle } from '../first-tours/problem.ts'
import { brokenRule } from '../first-tours/rules/route-rules.ts'
import type { Job } from './job.ts'

/** A vehicle's day as it runs. Seconds after midnight. */
export interface Driven {
  depart: number
  finish: number
  metres: number
  driveSeconds: number
  /** By visit, in order. */
  arrive: readonly number[]
}

/** What the drives of a day are worked out on. `route` holds place and stay by job key. */
export interface DriveGround {
  route: RouteGround
  vehicle: TourVehicle
  travel: TourTravel
  day: number
  /** Whether visits that stay on their day wait for the time that was announced. */
  keepTimes: boolean
}

/**
 * Drives visits in the order given, or says by which rule it cannot be. A visit that stays on its day is not made
 * before the time announced, where the shift allows to wait; a locked one is made at that second or not at all.
 */
export function driveRun(ground: DriveGround, jobs: readonly Job[]): Driven | 'no-road' | 'late' {
  const { route, vehicle, travel } = ground
  const order = jobs.map((job) => job.key)
  const totals = measureRoute(route, travel, vehicle.depot, order)
  const broken = brokenRule(totals, vehicle)
  if (broken !== null) return broken.reason === 'unreachable' ? 'no-road' : 'late'
  const waiting = ground.keepTimes ? timed(ground, jobs, 'announced') : null
  const times = waiting ?? timed(ground, jobs, 'locked')
  if (times === null) return 'late'
  return { ...times, metres: totals.metres, driveSeconds: totals.driveSeconds }
}

/** Leaves as late as the first visit allows, and waits for the visits named. Null where the day gets too long. */
function timed(
  { route, vehicle, travel, day }: DriveGround,
  jobs: readonly Job[],
  waitFor: 'announced' | 'locked',
): Pick<Driven, 'depart' | 'finish' | 'arrive'> | null {
  const { places, place } = route
  const arrive: number[] = []
  let clock: number = vehicle.earliest
  let depart = clock
  let at = vehicle.depot
  for (const job of jobs) {
    const to = place[job.key]!
    const leg = travel.seconds[at * places + to]!
    const announced =
      job.home !== null && job.home.day === day && (job.locked || waitFor === 'announced')
        ? job.home.arrive
        : 0
    const there = Math.max(clock + leg, announced)
    if (job.locked && there !== job.home?.arrive) return null
    if (arrive.length === 0) depart = there - leg
    arrive.push(there)
    clock = there + job.staySeconds
    at = to
  }
  const finish = clock + travel.seconds[at * places + vehicle.depot]!
  return finish - depart > vehicle.shiftSeconds ? null : { depart, finish, arrive }
}
