import { rideAssumption } from '../../plan/ride-assumptions.ts'
import { profileOf } from '../fleet-class.ts'
import { mayServe, type NeedCell } from '../plan-ground.ts'
import { carriesPeople } from '../rides/ride-run.ts'
import { doorLimit } from '../rides/riders-of-cell.ts'
import type { baseRoads } from '../route-cost.ts'
import { standsNear } from '../stands-near.ts'
import { byNearest, givers, nearest } from './bound-by-nearest.ts'
import { type ChannelBound, plainBound } from './channel-bound.ts'
import type { World } from './world.ts'

type Base = World['base']

/** From door to door people walk to a place to stop, and ride at least as long as the way from there takes. */
export function rideBound(base: Base, cell: NeedCell): ChannelBound | null {
  const { ground, classes } = base
  const { county } = ground
  const byLine = county.buses.length > 0
  if (!byLine && county.settings.prices.busPerKmFen === 0 && !classes.some(carriesPeople))
    return plainBound('ride', 'none-there')
  const stands = standsNear(base, cell)
  if (stands.length === 0)
    return { ...plainBound('ride', 'no-stop'), limit: cell.limits.walkSeconds }
  const lines = new Set(county.buses.flatMap((b) => b.stops.map((s) => s.place)))
  const mostWait = 60 * rideAssumption(county.settings, 'rideWaitMin')
  const sites = givers(base, cell).map(({ id }) => {
    const ways = stands.map(([stop, walk]) => ({
      id,
      way: base.resident.seconds(stop, id),
      // A line that stops there keeps its own times: nothing is added to the way itself.
      walk: walk + (lines.has(stop) ? 0 : mostWait),
    }))
    const first = nearest(ways.map((w) => ({ id, seconds: w.way < 0 ? -1 : w.walk + w.way })))
    return first ?? { id, seconds: -1 }
  })
  return byNearest('ride', sites, doorLimit(cell))
}

export interface VehicleWays {
  roads: ReturnType<typeof baseRoads>
  joined: ReadonlyMap<string, (a: string, b: string) => boolean>
}

/** A vehicle with the service gets from its depot to a stop within the walk and back, and sets up there, within a day. */
export function vehicleBound(base: Base, cell: NeedCell, ways: VehicleWays): ChannelBound | null {
  const { ground, classes } = base
  const { service } = cell.scoped
  const able = classes.filter(
    (c) =>
      c.services.has(service.id) &&
      (c.township === null || mayServe(ground, c.township, cell.settlement.division)),
  )
  if (able.length === 0) return plainBound('vehicle', 'none-there')
  const stands = standsNear(base, cell)
  if (stands.length === 0)
    return { ...plainBound('vehicle', 'no-stop'), limit: cell.limits.walkSeconds }
  const trips = able.flatMap(({ vehicles, setupSeconds }) =>
    vehicles.flatMap((vehicle) =>
      stands.flatMap(([stop]) => {
        const way = ways.joined.get(profileOf(vehicle))
        if (way !== undefined && !way(vehicle.depot, stop)) return []
        const road = ways.roads(profileOf(vehicle))
        const [out, back] = [road.seconds(vehicle.depot, stop), road.seconds(stop, vehicle.depot)]
        // A way beyond the bound of a sparse table, or without a table, is not known: nothing is proved.
        const drive = out < 0 || back < 0 ? 0 : out + back
        const over = Math.max(
          drive + setupSeconds - vehicle.shiftSeconds,
          drive - vehicle.driveLimitSeconds,
        )
        return [
          {
            id: vehicle.id,
            over,
            drive,
            limit: Math.min(vehicle.shiftSeconds - setupSeconds, vehicle.driveLimitSeconds),
          },
        ]
      }),
    ),
  )
  if (trips.length === 0) return plainBound('vehicle', 'no-road')
  const best = trips.sort((a, b) => a.over - b.over)[0]!
  if (best.over <= 0) return null
  return {
    mode: 'vehicle',
    by: 'beyond-shift',
    figure: best.drive,
    limit: best.limit,
    place: best.id,
  }
}
