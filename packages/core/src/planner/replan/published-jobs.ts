import type { Plan, Stop, Tour } from '../../plan/plan.ts'
import type { Job } from './job.ts'
import type { ReplanGround } from './replan-ground.ts'

/** Visits of the published plan as jobs, tour by tour in order. Days that are over are locked. */
export interface PublishedTour {
  tour: Tour
  vehicle: number
  day: number
  jobs: readonly Job[]
}

export function publishedJobs(ground: ReplanGround): { jobs: Job[]; tours: PublishedTour[] } {
  const { plan } = ground.office
  const locks = new Set([...ground.problem.locks, ...(plan.locked ?? [])])
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const worth = worthOf(ground, plan)
  const jobs: Job[] = []
  const tours = plan.tours.flatMap((tour): PublishedTour[] => {
    const vehicle = ground.fleetOf.get(tour.vehicle)
    const day = ground.dayOf.get(tour.date)
    if (vehicle === undefined || day === undefined) return []
    const own = tour.visits.flatMap((visit): Job[] => {
      const stop = stops.get(visit.stop)
      if (stop === undefined) return []
      const job: Job = {
        key: jobs.length,
        id: visit.id,
        stop,
        services: visit.services,
        personTimes: visit.personTimes,
        staySeconds: visit.leave - visit.arrive,
        home: { tour: tour.id, vehicle, day, arrive: visit.arrive },
        around: day,
        locked: day < ground.firstDay || locks.has(visit.id) || locks.has(tour.id),
        from: ground.firstFree,
        to: ground.days.length - 1,
        ...worth(stop),
      }
      jobs.push(job)
      return [job]
    })
    return [{ tour, vehicle, day, jobs: own }]
  })
  return { jobs, tours }
}

/** People of the lines that hang on a stop, and whether any of their services is basic. */
export function worthOf(
  { ground }: ReplanGround,
  plan: Plan,
): (stop: Stop) => { people: number; basic: boolean } {
  const basic = new Set(ground.catalogue.services.filter((s) => s.basic).map((s) => s.id))
  const worth = new Map<string, { people: number; basic: boolean }>()
  for (const a of plan.assignments) {
    if (a.mode !== 'vehicle') continue
    const sum = worth.get(a.place) ?? { people: 0, basic: false }
    worth.set(a.place, {
      people: sum.people + a.people,
      basic: sum.basic || basic.has(a.service),
    })
  }
  return (stop) => worth.get(stop.id) ?? { people: 0, basic: false }
}
