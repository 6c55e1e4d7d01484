import type { Service } from '../catalogue/service.ts'
import { daysOutToday } from '../plan/costs-today.ts'
import type { Plan, Stop, Tour } from '../plan/plan.ts'
import { visitLoad } from '../plan/visit-load.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { CountyGround } from './county-ground.ts'
import { servicesAboard } from './vehicle-offers.ts'

/**
 * Today's timetable in the form of a plan's tours, so that both are costed by the same code. Person-times at a visit are
 * those due there (docs/methods/floors.md) of the people for whom it is the nearest stop, and no more than its time
 * allows. Departure is at the vehicle's earliest hour: today's clock times are not known.
 */
export function toursOfToday(ground: CountyGround): Pick<Plan, 'stops' | 'tours'> {
  const { county, travel } = ground
  const days = daysOutToday(county, travel)
  const visitsYear = new Map<string, number>()
  for (const { vehicle, stays } of days) {
    for (const { settlement } of stays) {
      const key = `${vehicle.kind} ${settlement}`
      visitsYear.set(key, (visitsYear.get(key) ?? 0) + 365 / ground.horizonDays)
    }
  }
  const due = dueAtStops(ground, visitsYear)
  const stops = new Map<string, Stop>()
  const tours = days.map(({ vehicle, date, stays, metres, driveSeconds }): Tour => {
    const id = `${date} ${vehicle.id}`
    const depart = vehicle.earliest
    const served = stays.reduce((sum, s) => sum + s.seconds, 0)
    let clock = depart
    const visits = stays.map(({ settlement, seconds }) => {
      const stop = `${vehicle.kind} ${settlement}`
      stops.set(stop, { id: stop, settlement, kind: vehicle.kind, serves: [] })
      const arrive = clock
      clock += seconds
      const personTimes = due(vehicle, settlement, seconds)
      return { id: `${id} ${settlement}`, stop, arrive, leave: clock, services: [], personTimes }
    })
    const finish = depart + served + driveSeconds
    return { id, vehicle: vehicle.id, date, depart, finish, metres, driveSeconds, visits }
  })
  return { stops: [...stops.values()], tours }
}

/** Person-times at one visit of a vehicle: what is due, up to what fits into its time. */
function dueAtStops(ground: CountyGround, visitsYear: ReadonlyMap<string, number>) {
  const { county, catalogue, measurement } = ground
  const floors = new Map(
    measurement.floors.flatMap((f) =>
      f.metric === 'minServicesPerPersonYear' ? [[f.service, f.value]] : [],
    ),
  )
  const uptake = county.settings.assumptions.uptakePerVisit
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const people = peopleByStop(ground)
  return (vehicle: Vehicle, settlement: string, seconds: number): number => {
    const lines = servicesAboard(vehicle, catalogue).flatMap((id) => {
      const there = people.get(`${id} ${settlement}`)
      const service = services.get(id)
      if (there === undefined || service === undefined) return []
      return [
        {
          people: there,
          servicesPerPersonYear: floors.get(id) ?? 0,
          minutesPerPerson: minutesOf(service, vehicle),
        },
      ]
    })
    const load = visitLoad(lines, visitsYear.get(`${vehicle.kind} ${settlement}`) ?? 1, uptake)
    const room = Math.max(0, seconds - vehicle.setupSeconds) * vehicle.stations
    if (load.personSeconds <= room || load.personSeconds === 0) return load.personTimes
    return load.personTimes * (room / load.personSeconds)
  }
}

const minutesOf = (service: Service, vehicle: Vehicle): number | undefined =>
  service.channels.find((c) => c.mode === 'vehicle' && c.kind === vehicle.kind)?.minutesPerPerson

/** People entitled whom a stop reaches first, by `service settlement`: nobody with a site within the limit. */
function peopleByStop({ measurement }: CountyGround): Map<string, number> {
  const found = new Map<string, number>()
  for (const { service, people, reach } of measurement.cells) {
    const first = reach[0]
    if (first?.mode !== 'vehicle') continue
    const key = `${service} ${first.place}`
    found.set(key, (found.get(key) ?? 0) + people)
  }
  return found
}
