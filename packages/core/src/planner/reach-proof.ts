import { servicesAboard } from '../access/vehicle-offers.ts'
import type { ScopedService } from '../catalogue/scope.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { placesIn, rowsReaching, thereAndBack } from '../travel/read-table.ts'
import { profileOf } from './fleet-class.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'

/**
 * Whether no plan could reach the people of a cell: in no season is there a way to a building that gives the service
 * or could be made to, nor for a vehicle from its depot to a stop within their walk and back.
 */
export const unreachableIn = oncePer((ground: PlanGround): ((cell: NeedCell) => boolean) => {
  const { county, catalogue, travel } = ground
  const states = [...new Set([travel.base, ...travel.seasons.map((s) => s.travel)])].map((t) => ({
    joined: new Map(Object.entries(t.vehicle).map(([k, table]) => [k, thereAndBack(table)])),
    walks: t.walkToStops,
    rows: placesIn(t.walkToStops.from),
    residents: placesIn(t.resident.from),
    reaching: new Map<string, Uint8Array>(),
    resident: t.resident,
  }))
  const fleet = county.vehicles.map((vehicle) => ({
    vehicle,
    services: new Set(servicesAboard(vehicle, catalogue)),
  }))
  /** Settlements with a way to a building that gives a service or could be made to. */
  const toBuildings = (state: (typeof states)[number], scoped: ScopedService): Uint8Array => {
    const id = scoped.service.id
    const known = state.reaching.get(id)
    if (known !== undefined) return known
    const kinds: readonly string[] = [...scoped.fixedKinds, ...scoped.doorstepKinds]
    const buildings = new Set(
      county.facilities.flatMap((f) =>
        kinds.includes(f.kind) ||
        f.services.includes(id) ||
        f.conversions.some((c) => kinds.includes(c.toKind) || c.services?.includes(id))
          ? [f.id]
          : [],
      ),
    )
    const found = rowsReaching(state.resident, (to) => buildings.has(to))
    state.reaching.set(id, found)
    return found
  }
  const aboard = new Map<string, readonly Vehicle[]>()
  return ({ settlement, scoped, limits }) => {
    const { id } = scoped.service
    const brings = aboard.get(id) ?? fleet.flatMap((f) => (f.services.has(id) ? [f.vehicle] : []))
    aboard.set(id, brings)
    return states.every((state) => {
      const { joined, walks, rows } = state
      const near = [settlement.id]
      const row = rows.get(settlement.id)
      if (row !== undefined)
        for (let k = walks.offsets[row]!; k < walks.offsets[row + 1]!; k++)
          if (walks.seconds[k]! <= limits.walkSeconds) near.push(walks.to[walks.target[k]!]!)
      const reaching = toBuildings(state, scoped)
      if (near.some((from) => reaching[state.residents.get(from) ?? -1] === 1)) return false
      const stops = near.filter((stop) => ground.settlements.get(stop)?.canStop === true)
      return !brings.some((vehicle) => {
        const way = joined.get(profileOf(vehicle))
        return stops.some(
          (stop) =>
            // Without a table nothing is known of the roads, so nothing is proven.
            way === undefined || way(vehicle.depot, stop),
        )
      })
    })
  }
})
