import type { Vehicle } from '../../../resources/vehicle.ts'
import type { FleetClass } from '../../fleet-class.ts'
import { profileOf } from '../../fleet-class.ts'
import { baseRoads } from '../../route-cost.ts'
import type { Question } from './probe.ts'

/** Stops on foot from the settlement of a need, nearest first. */
export function stopsNear({ world, cell }: Question): string[] {
  const allowed = new Set(world.base.stops)
  return [...(world.base.walks.get(cell.settlement.id) ?? [])]
    .filter(([stop, seconds]) => seconds <= cell.limits.walkSeconds && allowed.has(stop))
    .map(([stop]) => stop)
}

/** For each class that brings the service the vehicle that gets to the need's stop and back soonest. */
export function nearestVehicles(question: Question): { fleet: FleetClass; vehicle: Vehicle }[] {
  const { world, cell } = question
  const [stop] = stopsNear(question)
  if (stop === undefined) return []
  const roads = baseRoads(world.base.ground)
  return world.base.classes.flatMap((fleet) => {
    if (!fleet.services.has(cell.scoped.service.id)) return []
    const there = fleet.vehicles
      .map((vehicle) => {
        const road = roads(profileOf(vehicle))
        const [out, back] = [road.seconds(vehicle.depot, stop), road.seconds(stop, vehicle.depot)]
        return { vehicle, seconds: out < 0 || back < 0 ? Infinity : out + back }
      })
      .filter((v) => Number.isFinite(v.seconds))
      .sort((a, b) => a.seconds - b.seconds)[0]
    return there === undefined ? [] : [{ fleet, vehicle: there.vehicle }]
  })
}
