import { compareText } from '../../kernel/order.ts'
import type { Job } from './job.ts'
import type { Cause, VisitAt, VisitDifference } from './replan-problem.ts'
import { announcedWithin, type Schedule } from './schedule.ts'

/** Every visit that differs from the published plan, by settlement and date. */
export function differencesOf(
  schedule: Schedule,
  causes: ReadonlyMap<Job, Cause>,
): VisitDifference[] {
  const { ground, slotOf } = schedule
  return schedule.jobs
    .flatMap((job): VisitDifference[] => {
      const before = homeOf(schedule, job)
      const after = slotOf[job.key]! < 0 ? null : standsAt(schedule, job)
      const what = whatOf(before, after)
      if (what === null) return []
      return [
        {
          what,
          visit: job.id,
          stop: job.stop.id,
          settlement: job.stop.settlement,
          services: job.services,
          personTimes: job.personTimes,
          before,
          after,
          cause: causes.get(job) ?? null,
          next: after === null ? nextVisit(schedule, job) : null,
        },
      ]
    })
    .sort(
      (a, b) =>
        compareText(a.settlement, b.settlement) ||
        compareText(dateOf(a), dateOf(b)) ||
        compareText(a.visit, b.visit),
    )

  function nextVisit({ daysOf }: Schedule, job: Job) {
    const middle = job.around
    const later = [...daysOf.get(job.stop.id)!].filter((day) => day > middle)
    return later.length === 0 ? null : ground.days[Math.min(...later)]!
  }
}

const dateOf = (d: VisitDifference): string => (d.before ?? d.after)?.date ?? ''

function homeOf({ ground }: Schedule, job: Job): VisitAt | null {
  if (job.home === null) return null
  const { vehicle, day, arrive } = job.home
  return { date: ground.days[day]!, vehicle: ground.fleet[vehicle]!.vehicle.id, arrive }
}

function standsAt({ ground, slotOf, arriveOf }: Schedule, job: Job): VisitAt {
  const slot = slotOf[job.key]!
  const vehicle = Math.floor(slot / ground.days.length)
  return {
    date: ground.days[slot % ground.days.length]!,
    vehicle: ground.fleet[vehicle]!.vehicle.id,
    arrive: arriveOf[job.key]!,
  }
}

function whatOf(before: VisitAt | null, after: VisitAt | null): VisitDifference['what'] | null {
  if (before === null) return after === null ? 'cancelled' : 'added'
  if (after === null) return 'cancelled'
  if (before.date !== after.date) return 'moved'
  if (before.vehicle !== after.vehicle) return 'other-vehicle'
  return Math.abs(before.arrive - after.arrive) > announcedWithin ? 'retimed' : null
}
