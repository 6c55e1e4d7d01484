import { compareText } from '../../kernel/order.ts'
import { measureRoute } from '../first-tours/measure-route.ts'
import { brokenRule } from '../first-tours/rules/route-rules.ts'
import { bestOrder } from './best-order.ts'
import { calledJobs } from './called-jobs.ts'
import { lostJobs } from './earlier-plan.ts'
import { byUrgency, type Job } from './job.ts'
import { type PublishedTour, publishedJobs } from './published-jobs.ts'
import type { ReplanGround } from './replan-ground.ts'
import type { Cause, TouchedTour } from './replan-problem.ts'
import { drive, emptySchedule, type Run, type Schedule, setRun, slotAt } from './schedule.ts'

/** The published plan under the change: what can still be driven stands, what cannot is out. */
export interface Broken {
  schedule: Schedule
  touched: TouchedTour[]
  /** Jobs that cannot be made as published, and why. Calls are among them, and visits wanted again. */
  causes: ReadonlyMap<Job, Cause>
  /** Locked visits that cannot stay. */
  brokenLocks: readonly Job[]
}

/** Puts the published tours down as far as the change lets them stand, and names what falls out. */
export function publishedSchedule(ground: ReplanGround): Broken {
  const { jobs, tours } = publishedJobs(ground)
  const called = calledJobs(ground, jobs.length)
  const again = lostJobs(ground, jobs.length + called.length)
  const schedule = emptySchedule(ground, [...jobs, ...called, ...again])
  const causes = new Map<Job, Cause>([
    ...called.map((job) => [job, 'called'] as const),
    ...again.map((job) => [job, 'again'] as const),
  ])
  const touched: TouchedTour[] = []
  const note = (of: PublishedTour, cause: TouchedTour['cause'], dropped: readonly Job[]) => {
    const { id, vehicle, date } = of.tour
    touched.push({ tour: id, vehicle, date, cause, dropped: dropped.map((job) => job.id) })
    if (cause !== 'other-way') for (const job of dropped) causes.set(job, cause)
  }
  for (const tour of tours) {
    const slot = slotAt(schedule, tour.vehicle, tour.day)
    if (tour.day < ground.firstDay || stillHolds(schedule, tour))
      setRun(schedule, slot, asPublished(tour))
    else if (ground.fleet[tour.vehicle]!.free[tour.day] === 0) note(tour, 'vehicle-down', tour.jobs)
    else {
      const { run, dropped, cause } = driveWhatCan(schedule, tour)
      setRun(schedule, slot, run)
      note(tour, cause, dropped)
    }
  }
  for (const tour of withoutCrew(schedule, tours)) {
    const slot = slotAt(schedule, tour.vehicle, tour.day)
    const standing = schedule.runs.get(slot)!.jobs
    setRun(schedule, slot, undefined)
    note(tour, 'crew-missing', standing)
  }
  for (const tour of withoutHours(schedule, tours)) {
    const slot = slotAt(schedule, tour.vehicle, tour.day)
    const standing = schedule.runs.get(slot)!.jobs
    setRun(schedule, slot, undefined)
    note(tour, 'staff-hours', standing)
  }
  schedule.log.length = 0
  const brokenLocks = [...causes.keys()].filter((job) => job.locked)
  return { schedule, touched, causes, brokenLocks }
}

const asPublished = ({ tour, vehicle, day, jobs }: PublishedTour): Run => ({
  vehicle,
  day,
  jobs,
  published: tour,
  depart: tour.depart,
  finish: tour.finish,
  metres: tour.metres,
  driveSeconds: tour.driveSeconds,
  arrive: tour.visits.map((v) => v.arrive),
})

/** Whether the vehicle is there and the roads of the day give the very figures that were published. */
function stillHolds(schedule: Schedule, { tour, vehicle, day, jobs }: PublishedTour): boolean {
  const { fleet, roads } = schedule.ground
  const own = fleet[vehicle]!
  if (own.free[day] === 0) return false
  const travel = roads(own.vehicle, day)
  const order = jobs.map((job) => job.key)
  const totals = measureRoute(schedule.route, travel, own.tour.depot, order)
  return (
    brokenRule(totals, own.tour) === null &&
    totals.driveSeconds === tour.driveSeconds &&
    totals.metres === tour.metres &&
    inTime(schedule, { tour, vehicle, day, jobs })
  )
}

function inTime(schedule: Schedule, { tour, vehicle, day, jobs }: PublishedTour): boolean {
  const { fleet, roads } = schedule.ground
  const { places, place } = schedule.route
  const { seconds } = roads(fleet[vehicle]!.vehicle, day)
  const { depot } = fleet[vehicle]!.tour
  let clock = tour.depart
  let at = depot
  for (const [k, job] of jobs.entries()) {
    const to = place[job.key]!
    if (tour.visits[k]!.arrive < clock + seconds[at * places + to]!) return false
    clock = tour.visits[k]!.leave
    at = to
  }
  return tour.finish >= clock + seconds[at * places + depot]!
}

/** Drives as many of a tour's visits as the day allows, the most urgent first to stay. */
function driveWhatCan(
  schedule: Schedule,
  { vehicle, day, jobs }: PublishedTour,
): { run: Run | undefined; dropped: Job[]; cause: TouchedTour['cause'] } {
  const reach = (job: Job) => drive(schedule, vehicle, day, [job], true) !== 'no-road'
  const dropped = jobs.filter((job) => !reach(job))
  let kept = jobs.filter(reach)
  let cause: TouchedTour['cause'] = dropped.length > 0 ? 'no-road' : 'other-way'
  while (kept.length > 0) {
    const driven = drive(schedule, vehicle, day, kept, true)
    if (typeof driven !== 'string')
      return { run: { vehicle, day, jobs: kept, published: null, ...driven }, dropped, cause }
    const mayReorder = day >= schedule.ground.firstFree
    const other = mayReorder ? bestOrder(schedule, vehicle, day, kept) : null
    if (other !== null) return { run: other, dropped, cause }
    if (cause === 'other-way') cause = driven
    const without = (job: Job) => kept.filter((other) => other !== job)
    const enough = kept.filter(
      (job) => typeof drive(schedule, vehicle, day, without(job), true) !== 'string',
    )
    const out = [...(enough.length > 0 ? enough : kept)].sort(
      (a, b) => Number(a.locked) - Number(b.locked) || byUrgency(b, a),
    )[0]!
    dropped.push(out)
    kept = without(out)
  }
  return { run: undefined, dropped, cause }
}

/** Tours that stand, those with the least urgent visits first; locked ones are not among them. */
function leastUrgent(schedule: Schedule, tours: readonly PublishedTour[]): PublishedTour[] {
  const worth = ({ jobs }: PublishedTour): [number, number] => [
    Number(jobs.some((job) => job.basic)),
    jobs.reduce((sum, job) => sum + job.people, 0),
  ]
  return tours
    .filter((t) => t.day >= schedule.ground.firstDay && !t.jobs.some((job) => job.locked))
    .filter((t) => schedule.runs.has(slotAt(schedule, t.vehicle, t.day)))
    .map((tour) => ({ tour, worth: worth(tour) }))
    .sort(
      (a, b) =>
        a.worth[0] - b.worth[0] ||
        a.worth[1] - b.worth[1] ||
        compareText(a.tour.tour.id, b.tour.tour.id),
    )
    .map(({ tour }) => tour)
}

/** Tours for which the depot has not the people on the day. */
function withoutCrew(schedule: Schedule, tours: readonly PublishedTour[]): PublishedTour[] {
  const { firstDay, staff, fleet } = schedule.ground
  const over = new Map<string, number>()
  for (const [key, out] of schedule.crewOut) {
    const [depot, text] = key.split(' ') as [string, string]
    const day = Number(text)
    const short = day < firstDay ? 0 : out - staff.crew(depot, day)
    if (short > 0) over.set(key, short)
  }
  if (over.size === 0) return []
  return leastUrgent(schedule, tours).filter((tour) => {
    const { depot, crew } = fleet[tour.vehicle]!.vehicle
    const short = over.get(`${depot} ${tour.day}`) ?? 0
    if (short > 0) over.set(`${depot} ${tour.day}`, short - crew)
    return short > 0
  })
}

/** Tours for which the depot has no staff hours left that it had before; on the days of absence first. */
function withoutHours(schedule: Schedule, tours: readonly PublishedTour[]): PublishedTour[] {
  const { staff, staffBefore, fleet, firstFree } = schedule.ground
  const over = new Map<string, number>()
  for (const [depot, seconds] of schedule.crewSeconds) {
    const limit = staff.seconds(depot)
    if (limit < staffBefore.seconds(depot) && seconds > limit) over.set(depot, seconds - limit)
  }
  if (over.size === 0) return []
  const fewer = ({ vehicle, day }: PublishedTour): boolean => {
    const { depot } = fleet[vehicle]!.vehicle
    return staff.crew(depot, day) < staffBefore.crew(depot, day)
  }
  const ranked = leastUrgent(schedule, tours)
  const later = ranked.filter((t) => !fewer(t) && t.day >= firstFree)
  return [...ranked.filter(fewer), ...later].filter((tour) => {
    const { depot, crew } = fleet[tour.vehicle]!.vehicle
    const left = over.get(depot) ?? 0
    const run = schedule.runs.get(slotAt(schedule, tour.vehicle, tour.day))!
    if (left > 0) over.set(depot, left - (run.finish - run.depart) * crew)
    return left > 0
  })
}
