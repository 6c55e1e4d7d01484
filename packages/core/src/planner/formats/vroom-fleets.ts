import { finding, type Place } from '../../kernel/finding.ts'
import type { RoutingDepot, RoutingFleet } from '../../plan/routing.ts'
import type { FleetRules, TravelMatrix } from '../../plan/routing-rules.ts'
import { mostFar } from './most-far.ts'
import { numbered } from './numbered.ts'
import { windowOf } from './vroom-clock.ts'
import type { PlaceReader, VroomPlace } from './vroom-places.ts'
import type { VroomProblem, VroomVehicle } from './vroom-schema.ts'

/** Ways of travelling, in the order in which vehicles bring them: length is VROOM's cost of the way, time its duration. */
export interface Travelling {
  length(from: number, to: number): number
  time(from: number, to: number): number
}

/** The depots that vehicles and lodgings bring, each once. */
export class DepotList {
  readonly places: VroomPlace[] = []

  indexOf(place: VroomPlace): number {
    const known = this.places.findIndex((p) => p.row === place.row)
    return known >= 0 ? known : this.places.push(place) - 1
  }

  /** Numbered -1, -2 and so on, so as not to meet the tasks' numbers. */
  depots(): RoutingDepot[] {
    return this.places.map(({ x, y }, k) => ({ id: -1 - k, x, y, open: 0, close: Infinity }))
  }
}

/** Vehicles that are alike as one fleet each, the ways of travelling that they need, and the depot of each vehicle. */
export function fleetsOf(
  problem: VroomProblem,
  context: { days: number; epoch: number; places: PlaceReader; list: DepotList; file: string },
): { fleets: RoutingFleet[]; ways: Travelling[]; homes: Map<number, number> } {
  const alike = new Map<string, Omit<RoutingFleet, 'vehicles'> & { vehicles: number[] }>()
  const ways: Travelling[] = []
  const homes = new Map<number, number>()
  const known = new Map<string, number>()
  const lodgings = (problem.kuashan?.places ?? []).map((place, k) =>
    context.list.indexOf(
      context.places.read(place, { file: context.file, path: `kuashan.places.${k}` }),
    ),
  )
  problem.vehicles.forEach((vehicle, k) => {
    const at = { file: context.file, path: `vehicles.${k}` }
    const { profile, speed_factor, costs } = vehicle
    const key = JSON.stringify([profile, speed_factor, costs.per_hour, costs.per_km])
    if (!known.has(key)) {
      known.set(key, ways.length)
      ways.push(travellingOf(vehicle, context.places, at))
    }
    const fleet = fleetOf(vehicle, known.get(key)!, lodgings, at, context)
    homes.set(vehicle.id, fleet.depot)
    const same = alike.get(JSON.stringify(fleet, infinite))
    if (same) same.vehicles.push(vehicle.id)
    else alike.set(JSON.stringify(fleet, infinite), { ...fleet, vehicles: [vehicle.id] })
  })
  return { fleets: [...alike.values()], ways, homes }
}

/** JSON would write Infinity like the end at the last stop, as null. */
const infinite = (_: string, value: unknown) => (value === Infinity ? 'no limit' : value)

function travellingOf(vehicle: VroomVehicle, places: PlaceReader, at: Place): Travelling {
  const { profile, speed_factor, costs } = vehicle
  const ways = places.ways(profile, costs.per_km > 0, at)
  if (!ways) return { length: () => 0, time: () => 0 }
  const time = (a: number, b: number) => {
    const seconds = ways.time(a, b)
    return seconds > mostFar ? -1 : Math.round(seconds / speed_factor)
  }
  const length = (a: number, b: number) => {
    const seconds = time(a, b)
    if (seconds < 0) return -1
    if (ways.cost) return ways.cost(a, b)
    return (seconds * costs.per_hour) / 3600 + ((ways.metres?.(a, b) ?? 0) * costs.per_km) / 1000
  }
  return { length, time }
}

function fleetOf(
  vehicle: VroomVehicle,
  travel: number,
  lodgings: readonly number[],
  at: Place,
  {
    days,
    epoch,
    places,
    list,
  }: { days: number; epoch: number; places: PlaceReader; list: DepotList },
): Omit<RoutingFleet, 'vehicles'> {
  const place = (location: number[] | undefined, index: number | undefined) =>
    location || index !== undefined
      ? places.read(
          {
            ...(location ? { location } : {}),
            ...(index === undefined ? {} : { location_index: index }),
          },
          at,
        )
      : null
  const start = place(vehicle.start, vehicle.start_index)
  const end = place(vehicle.end, vehicle.end_index)
  if (!start && !end)
    places.findings.push(finding('instance-section-missing', at, { section: 'start' }))
  const nowhere: VroomPlace = { row: null, x: end?.x ?? 0, y: end?.y ?? 0 }
  const depot = list.indexOf(start ?? nowhere)
  const endDepot = end ? list.indexOf(end) : null
  const { days: out, nights, reload, ...kuashan } = vehicle.kuashan ?? {}
  const lodgingsAt = (indices: readonly number[]) =>
    indices.map((k) => {
      if (lodgings[k] === undefined)
        places.findings.push(finding('instance-id-unknown', at, { what: 'kuashan.places', id: k }))
      return lodgings[k] ?? 0
    })
  const rules: FleetRules = {
    ...kuashan,
    ...(vehicle.description ? { name: vehicle.description } : {}),
    ...(endDepot === depot ? {} : { endDepot }),
    ...(vehicle.time_window ? windowOf(vehicle.time_window, epoch) : {}),
    ...((vehicle.capacity?.length ?? 0) > 1 ? { otherCapacities: vehicle.capacity!.slice(1) } : {}),
    ...(vehicle.skills?.length ? { skills: vehicle.skills.map(String) } : {}),
    ...(vehicle.max_travel_time === undefined ? {} : { maxDriving: vehicle.max_travel_time }),
    ...(vehicle.max_tasks === undefined ? {} : { maxStops: vehicle.max_tasks }),
    ...(vehicle.breaks?.length ? { breaks: breaksOf(vehicle, epoch) } : {}),
    ...(nights ? { nights: { ...nights, at: lodgingsAt(nights.at) } } : {}),
    ...(reload ? { reload: { ...reload, at: lodgingsAt(reload.at) } } : {}),
    ...(travel > 0 ? { travel } : {}),
    ...(vehicle.costs.fixed > 0
      ? { costs: { perDay: vehicle.costs.fixed, perLength: 1, perTime: 0 } }
      : {}),
  }
  return {
    days: out ?? numbered(days),
    depot,
    capacity: vehicle.capacity?.[0] ?? Infinity,
    maxDuration: Infinity,
    ...(Object.keys(rules).length > 0 ? { rules } : {}),
  }
}

/** A break without windows may be taken at any time of the vehicle's hours. */
const breaksOf = ({ breaks = [], time_window }: VroomVehicle, epoch: number) =>
  breaks.map(({ time_windows, service }) => ({
    windows: (time_windows ?? [time_window ?? ([0, Infinity] as const)]).map((w) =>
      windowOf(w, epoch),
    ),
    duration: service,
  }))

/** Rows of all depots, then of all customers; the place that may be anywhere is no way from any other. */
export function matrixOver(
  places: readonly VroomPlace[],
  { length, time }: Travelling,
): TravelMatrix {
  const rows = (value: Travelling['length']) =>
    places.map((a) =>
      places.map((b) => (a.row === null || b.row === null ? 0 : value(a.row, b.row))),
    )
  return { lengths: rows(length), times: rows(time) }
}
