import type { RoutingInstance } from '../../../plan/routing.ts'
import { arcMatrix, scaleOf, transposed } from './arc-matrix.ts'
import { nearestFirst } from './nearest-first.ts'

/** No limit, and still far from where whole 32-bit numbers overflow when added to a time. */
export const FAR = 1_000_000_000

/**
 * An instance as whole numbers in flat arrays. Locations: depots first, then customers. Lengths and times are the file's
 * times `scale`. A visit is a customer on a day, numbered `day × customers + customer`; a route slot is a vehicle on a day.
 */
export interface PackedInstance {
  scale: number
  customers: number
  days: number
  depots: number
  /** Row `a` holds the lengths from location `a`; `distTo` the same transposed, the same array when symmetric. */
  dist: Int32Array
  distTo: Int32Array
  time: Int32Array
  timeTo: Int32Array
  demand: Float64Array
  service: Int32Array
  open: Int32Array
  close: Int32Array
  /** What leaving a customer out costs, in lengths. */
  absence: Float64Array
  /** 1 where a customer is left out as soon as visiting costs more than its prize. */
  forgone: Int32Array
  patternFrom: Int32Array
  /** Bit d (0-based day) set when visited on that day. */
  pattern: Int32Array
  near: Int32Array
  nearCount: number
  routeDay: Int32Array
  routeDepot: Int32Array
  routeFleet: Int32Array
  routeVehicle: Int32Array
  capacity: Float64Array
  maxDuration: Int32Array
  /** Length that opening a route costs beside its way. */
  routeCost: number
  /** 1 where times matter beyond a duration limit. */
  windows: number
  /** 1 where some route has a duration limit. */
  limited: number
  profit: number
}

const allInts = (list: readonly number[]) => Int32Array.from(list)

/** File bits (day k of t is bit 2^(t-k)) to day bits (day index k-1 is bit k-1). */
const dayBits = (pattern: number, days: number): number => {
  let bits = 0
  for (let day = 0; day < days; day++) if (pattern & (1 << (days - 1 - day))) bits |= 1 << day
  return bits
}

/**
 * Where only load binds, more than twice the vehicles that the whole demand fills are never needed: of two routes that are at
 * most half full, one can take the other's customers.
 */
function mostRoutes(instance: RoutingInstance, capacity: number): number {
  const { customers, depots, fleets } = instance
  const timed =
    fleets.some((f) => f.maxDuration < Infinity) ||
    [...customers, ...depots].some((p) => p.open > 0 || p.close < Infinity)
  const demand = customers.reduce((sum, c) => sum + c.demand, 0)
  if (timed || !(capacity > 0) || !(demand > 0)) return customers.length
  return Math.min(customers.length, 2 * Math.ceil(demand / capacity) + 1)
}

/** The routes that can be, ordered by day so that a day's slots are neighbours. */
function routeSlots(instance: RoutingInstance) {
  const order = instance.fleets.flatMap(({ days }, fleet) => days.map((day) => ({ day, fleet })))
  order.sort((a, b) => a.day - b.day || a.fleet - b.fleet)
  return order.flatMap(({ day, fleet }) => {
    const { vehicles, depot, capacity, maxDuration } = instance.fleets[fleet]!
    return vehicles
      .slice(0, mostRoutes(instance, capacity))
      .map((vehicle) => ({ day, fleet, vehicle, depot, capacity, maxDuration }))
  })
}

/** Packs an instance whose readers found no errors. Durations are rounded up, windows inwards: what fits here fits there. */
export function packInstance(instance: RoutingInstance): PackedInstance {
  const { customers, depots, days } = instance
  const scale = scaleOf(instance)
  const dist = arcMatrix(instance, scale, instance.matrix)
  const distTo = transposed(dist, depots.length + customers.length)
  const time = instance.durations ? arcMatrix(instance, scale, instance.durations) : dist
  const timeTo = time === dist ? distTo : transposed(time, depots.length + customers.length)
  const up = (value: number) => Math.min(FAR, Math.ceil(value * scale - 1e-6))
  const down = (value: number) => Math.min(FAR, Math.floor(value * scale + 1e-6))
  const places = [...depots.map((d) => ({ ...d, service: 0 })), ...customers]
  const slots = routeSlots(instance)
  const patterns = customers.map((c) => [...new Set(c.patterns.map((p) => dayBits(p, days)))])
  const patternFrom = new Int32Array(customers.length + 1)
  patterns.forEach((list, k) => {
    patternFrom[k + 1] = patternFrom[k]! + list.length
  })
  const longest = dist.reduce((most, d) => Math.max(d, most), 1)
  const profit = instance.objective === 'profit'
  const windows =
    time !== dist || [...customers, ...depots].some((p) => p.open > 0 || p.close < Infinity)
  const near = nearestFirst(dist, depots.length, customers.length)
  return {
    scale,
    customers: customers.length,
    days,
    depots: depots.length,
    dist,
    distTo,
    time,
    timeTo,
    demand: Float64Array.from(customers.map((c) => c.demand)),
    service: allInts(places.map((p) => up(p.service))),
    open: allInts(places.map((p) => up(p.open))),
    close: allInts(places.map((p) => down(p.close))),
    absence: Float64Array.from(
      customers.map((c) =>
        profit || c.optional ? c.prize * (profit ? longest : scale) : longest * 20 * days,
      ),
    ),
    forgone: allInts(customers.map((c) => (c.optional && !profit ? 1 : 0))),
    patternFrom,
    pattern: allInts(patterns.flat()),
    near: near.list,
    nearCount: near.count,
    routeDay: allInts(slots.map((s) => s.day - 1)),
    routeDepot: allInts(slots.map((s) => s.depot)),
    routeFleet: allInts(slots.map((s) => s.fleet)),
    routeVehicle: allInts(slots.map((s) => s.vehicle)),
    capacity: Float64Array.from(slots.map((s) => s.capacity)),
    maxDuration: allInts(slots.map((s) => down(s.maxDuration))),
    routeCost: instance.objective === 'hierarchical' ? longest * 10 : 0,
    windows: windows ? 1 : 0,
    limited: slots.some((s) => s.maxDuration < Infinity) ? 1 : 0,
    profit: profit ? 1 : 0,
  }
}
