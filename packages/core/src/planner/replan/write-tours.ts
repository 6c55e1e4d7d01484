import { compareText } from '../../kernel/order.ts'
import type { Plan, Tour } from '../../plan/plan.ts'
import type { Run, Schedule } from './schedule.ts'

/** Tours of a schedule by date and vehicle. One that is driven exactly as published is the published one. */
export function toursOf(schedule: Schedule): Tour[] {
  const runs = [...schedule.runs.values()]
  const taken = new Set(runs.flatMap((run) => (run.published === null ? [] : [run.published.id])))
  const kept = new Map<string, string>()
  for (const tour of schedule.ground.office.plan.tours)
    kept.set(`${tour.vehicle} ${tour.date}`, tour.id)
  const idOf = (run: Run): string => {
    const { vehicle } = schedule.ground.fleet[run.vehicle]!
    const date = schedule.ground.days[run.day]!
    const wanted = kept.get(`${vehicle.id} ${date}`) ?? `${vehicle.id}-${date}`
    for (let n = 1; ; n++) {
      const id = n === 1 ? wanted : `${wanted}~${n}`
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
  return runs
    .sort((a, b) => a.day - b.day || a.vehicle - b.vehicle)
    .map((run) => run.published ?? tourOf(schedule, run, idOf(run)))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.vehicle, b.vehicle))
}

function tourOf({ ground }: Schedule, run: Run, id: string): Tour {
  return {
    id,
    vehicle: ground.fleet[run.vehicle]!.vehicle.id,
    date: ground.days[run.day]!,
    depart: run.depart,
    finish: run.finish,
    metres: run.metres,
    driveSeconds: run.driveSeconds,
    visits: run.jobs.map((job, k) => ({
      id: job.id,
      stop: job.stop.id,
      arrive: run.arrive[k]!,
      leave: run.arrive[k]! + job.staySeconds,
      services: [...job.services],
      personTimes: job.personTimes,
    })),
  }
}

/** Stops that tours of a schedule still visit, in order of id; those of calls among them. */
export function stopsOf(schedule: Schedule, published: Plan): Plan['stops'] {
  const used = new Set(
    [...schedule.runs.values()].flatMap((run) => run.jobs.map((job) => job.stop.id)),
  )
  const known = new Map(published.stops.map((s) => [s.id, s]))
  for (const job of schedule.jobs) known.set(job.stop.id, known.get(job.stop.id) ?? job.stop)
  return [...known.values()].filter((s) => used.has(s.id)).sort((a, b) => compareText(a.id, b.id))
}
