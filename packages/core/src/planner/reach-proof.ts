import { servicesAboard } from '../access/vehicle-offers.ts'
import { profileOf } from './fleet-class.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'
import { roadReader } from './road-reader.ts'

/**
 * Whether no plan could reach the people of a cell: in no season is there a way to a building that gives the service
 * or could be made to, nor for a vehicle from its depot to a stop within their walk and back.
 */
export function unreachableIn(ground: PlanGround): (cell: NeedCell) => boolean {
  const { county, catalogue, travel } = ground
  const years = [travel.base, ...travel.seasons.map((s) => s.travel)].map((t) => ({
    resident: roadReader(t.resident),
    roads: new Map(Object.entries(t.vehicle).map(([k, table]) => [k, roadReader(table)])),
    walks: t.walkToStops,
    rows: new Map(t.walkToStops.from.map((id, k) => [id, k])),
  }))
  const fleet = county.vehicles.map((vehicle) => ({
    vehicle,
    services: new Set(servicesAboard(vehicle, catalogue)),
  }))
  return ({ settlement, scoped, limits }) => {
    const id = scoped.service.id
    const kinds: readonly string[] = [...scoped.fixedKinds, ...scoped.doorstepKinds]
    const buildings = county.facilities.filter(
      (f) =>
        kinds.includes(f.kind) ||
        f.services.includes(id) ||
        f.conversions.some((c) => kinds.includes(c.toKind)),
    )
    const brings = fleet.filter((f) => f.services.has(id))
    return years.every(({ resident, roads, walks, rows }) => {
      const near = [settlement.id]
      const row = rows.get(settlement.id)
      if (row !== undefined)
        for (let k = walks.offsets[row]!; k < walks.offsets[row + 1]!; k++)
          if (walks.seconds[k]! <= limits.walkSeconds) near.push(walks.to[walks.target[k]!]!)
      const toBuilding = near.some((from) =>
        buildings.some((f) => resident.seconds(from, f.id) >= 0),
      )
      if (toBuilding) return false
      const stops = near.filter((stop) => ground.settlements.get(stop)?.canStop === true)
      return !brings.some(({ vehicle }) => {
        const road = roads.get(profileOf(vehicle))
        return stops.some(
          (stop) =>
            // Without a table nothing is known of the roads, so nothing is proven.
            road === undefined ||
            (road.seconds(vehicle.depot, stop) >= 0 && road.seconds(stop, vehicle.depot) >= 0),
        )
      })
    })
  }
}
