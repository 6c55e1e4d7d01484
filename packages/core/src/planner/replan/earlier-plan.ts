import { byUrgency, type Job } from './job.ts'
import { makeUp } from './make-up.ts'
import { worthOf } from './published-jobs.ts'
import type { Broken } from './published-schedule.ts'
import type { ReplanGround } from './replan-ground.ts'
import { drive, type Run, type Schedule, setRun, slotAt } from './schedule.ts'

/** Visits of the earlier plan that the present one has lost, on days that may still be planned. */
export function lostJobs(ground: ReplanGround, first: number): Job[] {
  const { earlier } = ground.problem
  if (earlier === undefined) return []
  const there = new Set(ground.office.plan.tours.flatMap((t) => t.visits.map((v) => v.id)))
  const stops = new Map(earlier.stops.map((s) => [s.id, s]))
  const worth = worthOf(ground, earlier)
  return earlier.tours
    .flatMap((tour) => {
      const day = ground.dayOf.get(tour.date) ?? -1
      if (day < ground.firstFree) return []
      return tour.visits.flatMap((visit) => {
        const stop = stops.get(visit.stop)
        if (stop === undefined || there.has(visit.id)) return []
        return [{ visit, stop, day }]
      })
    })
    .map(
      ({ visit, stop, day }, k): Job => ({
        key: first + k,
        id: visit.id,
        stop,
        services: visit.services,
        personTimes: visit.personTimes,
        staySeconds: visit.leave - visit.arrive,
        home: null,
        around: day,
        locked: false,
        from: ground.firstFree,
        to: ground.days.length - 1,
        ...worth(stop),
      }),
    )
}

/**
 * Goes back to the earlier plan on all days that may still be planned; what it has no place for is made up. False where
 * a locked visit would not stay as it is.
 */
export function restoreEarlier({ schedule, causes }: Broken): boolean {
  const { ground } = schedule
  const { earlier } = ground.problem
  if (earlier === undefined) return false
  for (const [slot, run] of [...schedule.runs]) {
    if (run.day < ground.firstFree) continue
    if (run.jobs.some((job) => job.locked)) return false
    setRun(schedule, slot, undefined)
  }
  const jobs = new Map(schedule.jobs.map((job) => [job.id, job]))
  for (const tour of earlier.tours) {
    const day = ground.dayOf.get(tour.date) ?? -1
    const vehicle = ground.fleetOf.get(tour.vehicle)
    if (vehicle === undefined || day < ground.firstFree) continue
    const own = tour.visits.flatMap((visit) => {
      const job = jobs.get(visit.id)
      return job === undefined || schedule.slotOf[job.key]! >= 0 ? [] : [job]
    })
    const run = driven(schedule, vehicle, day, own)
    if (run !== null) setRun(schedule, slotAt(schedule, vehicle, day), run)
  }
  const waiting = schedule.jobs.filter((job) => schedule.slotOf[job.key]! < 0)
  makeUp(schedule, [...new Set([...waiting, ...causes.keys()])].sort(byUrgency))
  return true
}

function driven(
  schedule: Schedule,
  vehicle: number,
  day: number,
  jobs: readonly Job[],
): Run | null {
  if (jobs.length === 0 || schedule.ground.fleet[vehicle]!.free[day] === 0) return null
  const times = drive(schedule, vehicle, day, jobs, false)
  return typeof times === 'string' ? null : { vehicle, day, jobs, published: null, ...times }
}
