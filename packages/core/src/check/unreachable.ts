import type { Service } from '../catalogue/service.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { County } from '../plan/county.ts'
import { placesIn, thereAndBack } from '../travel/read-table.ts'
import { vehicleProfile } from '../travel/travel-table.ts'
import { type CheckCounty, type ReadWalks, walkReader } from './check-ground.ts'
import { nearestSeconds } from './nearest-seconds.ts'

/**
 * Proof that no plan could reach people: no way to any building that gives the service or could be made to, and no
 * vehicle of its kinds that gets from its depot to a place within their walk and back, in any season.
 */
export const isUnreachable = oncePer(
  (ground: CheckCounty): ((settlement: string, service: Service) => boolean) => {
    const { county, travel } = ground
    const years = [travel.base, ...travel.seasons.map((s) => s.travel)]
    const roads = years.map((t) => ({
      residents: t.resident,
      rows: placesIn(t.resident.from),
      /** By service, seconds from each row of the residents' table to the nearest building that gives it. */
      nearestTo: new Map<string, Int32Array>(),
      joined: new Map(Object.entries(t.vehicle).map(([k, table]) => [k, thereAndBack(table)])),
      walksFrom: walkReader(t.walkToStops),
    }))
    const walkLimit = (service: Service) =>
      60 *
      (ground.floors.find((f) => f.service === service.id && f.metric === 'maxWalkMin')?.value ??
        county.settings.assumptions.walkToStopMin ??
        30)
    return (settlement, service) => {
      const at = (mode: string) =>
        service.channels.filter((c) => c.mode === mode).map((c) => c.kind)
      const kinds: readonly string[] = [...at('fixed'), ...at('doorstep')]
      const pickups = (walksFrom: ReadWalks) =>
        [...walksFrom(settlement)].filter(([, s]) => s <= walkLimit(service)).map(([id]) => id)
      const toBuilding = roads.some(({ residents, rows, nearestTo, walksFrom }) => {
        const nearest =
          nearestTo.get(service.id) ??
          nearestSeconds(residents, buildingsFor(county, service, kinds))
        nearestTo.set(service.id, nearest)
        return [settlement, ...pickups(walksFrom)].some(
          (from) => (nearest[rows.get(from) ?? -1] ?? -1) >= 0,
        )
      })
      if (toBuilding) return false
      const brings = county.vehicles.filter((v) =>
        v.services.length > 0
          ? v.services.includes(service.id)
          : at('vehicle').some((kind) => kind === v.kind),
      )
      return !roads.some(({ joined, walksFrom }) => {
        const stops = [...walksFrom(settlement)].filter(([, s]) => s <= walkLimit(service))
        return brings.some((vehicle) => {
          const way = joined.get(vehicleProfile(vehicle))
          return stops.some(
            ([stop]) =>
              ground.settlements.get(stop)?.canStop === true && way?.(vehicle.depot, stop) === true,
          )
        })
      })
    }
  },
)

/** Buildings that give a service, or could be made to. */
const buildingsFor = (
  { facilities }: County,
  service: Service,
  kinds: readonly string[],
): ReadonlySet<string> =>
  new Set(
    facilities.flatMap((f) =>
      kinds.includes(f.kind) ||
      f.services.includes(service.id) ||
      f.conversions.some((c) => kinds.includes(c.toKind))
        ? [f.id]
        : [],
    ),
  )
