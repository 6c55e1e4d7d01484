import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'
import type { PlannedVisit } from '../../../plan/routing-rules.ts'
import { skillsSuffice } from '../rules/skills.ts'
import type { RuledProblem, Unit } from './problem.ts'

type Ground = Omit<RuledProblem, 'units' | 'unitOf' | 'unions' | 'classes' | 'near'>

const mostVehicles = 16
const mostNear = 40

/** Customers and pickup-delivery pairs as units, with what the search asks of each. */
export function compileUnits(
  ground: Ground,
): Pick<RuledProblem, 'units' | 'unitOf' | 'unions' | 'classes' | 'near'> {
  const { instance } = ground
  const indexOf = new Map(instance.customers.map((c, k) => [c.id, k]))
  const delivered = new Set(instance.customers.flatMap((c) => c.rules?.deliverTo ?? []))
  const leaders = instance.customers.filter((c) => !delivered.has(c.id))
  const members = leaders.map((c) => [
    indexOf.get(c.id)!,
    ...(c.rules?.deliverTo === undefined ? [] : [indexOf.get(c.rules.deliverTo)!]),
  ])
  const unitOf = new Int32Array(instance.customers.length)
  members.forEach((list, u) => {
    for (const c of list) unitOf[c] = u
  })
  const classes = [...new Set(leaders.map((c) => c.rules?.priority ?? 0))].sort((a, b) => a - b)
  const unions = (instance.unions ?? []).map(({ customers, ...rest }) => ({
    units: [...new Set(customers.map((id) => unitOf[indexOf.get(id)!]!))],
    minGap: rest.minGap,
    maxGap: rest.maxGap,
    wraps: rest.wraps ?? false,
  }))
  const units = leaders.map((c, u): Unit => {
    const { rules } = c
    const { spacing } = rules ?? {}
    const patterns = spacing ? null : patternDays(c, instance.days)
    return {
      members: members[u]!,
      patterns,
      spacing: spacing
        ? {
            visits: spacing.visits,
            minGap: spacing.minGap,
            maxGap: spacing.maxGap,
            first: spacing.lastBefore ?? -1,
            wraps: spacing.wraps ?? false,
          }
        : null,
      visits: spacing?.visits ?? Math.max(0, ...(patterns ?? []).map((p) => p.length)),
      optional: c.optional,
      prize: c.prize,
      priority: classes.indexOf(rules?.priority ?? 0),
      sameVehicle: rules?.sameVehicle ?? false,
      sameWeekday: rules?.sameWeekday ?? false,
      locked: visitMap(ground, rules?.locked ?? []),
      published: rules?.published ? visitMap(ground, rules.published) : null,
      unwished: unwishedDays(c, instance.days),
      unions: unions.flatMap((union, k) => (union.units.includes(u) ? [k] : [])),
      vehicles: ableVehicles(ground, members[u]!),
      fleets: ableFleets(instance, members[u]!),
      at: ground.customers[members[u]![0]!]!.at,
    }
  })
  return { units, unitOf, unions, classes: classes.length, near: nearUnits(ground, units) }
}

/** Day k of t is the bit 2^(t-k) in the file; here days count from 0. */
const patternDays = (c: RoutingCustomer, days: number): number[][] =>
  [...new Set(c.patterns)].map((pattern) =>
    Array.from({ length: days }, (_, d) => d).filter((d) => pattern & (1 << (days - 1 - d))),
  )

function visitMap(ground: Ground, visits: readonly PlannedVisit[]): Map<number, number> {
  const at = (depot: number, number: number) =>
    ground.vehicles.findIndex((v) => v.depot === depot && v.number === number)
  return new Map(
    visits.map(({ day, vehicle }) => [
      day - 1,
      vehicle === undefined ? -1 : at(vehicle.depot, vehicle.number),
    ]),
  )
}

function unwishedDays({ rules }: RoutingCustomer, days: number): Set<number> {
  const seek = rules?.seekDays ?? []
  const avoid = new Set(rules?.avoidDays ?? [])
  const all = Array.from({ length: days }, (_, d) => d + 1)
  return new Set(
    all
      .filter((day) => avoid.has(day) || (seek.length > 0 && !seek.includes(day)))
      .map((day) => day - 1),
  )
}

/** Vehicles with the skills on some of their days, those whose depot is nearest first; of a large fleet the nearest alone. */
function ableVehicles(ground: Ground, members: readonly number[]): number[] {
  const { instance, vehicles, slots, tables, places } = ground
  const able = ableFleets(instance, members)
  const at = ground.customers[members[0]!]!.at
  const found = vehicles.flatMap(({ depot, slots: own }, v) => {
    if (!own.some((s) => able[slots[s]!.fleet])) return []
    const there = tables[slots[own[0]!]!.table]!.lengths[depot * places + at]!
    return [{ v, far: there < 0 ? Infinity : there }]
  })
  found.sort((a, b) => (a.far === b.far ? a.v - b.v : a.far - b.far))
  return found.slice(0, Math.max(mostVehicles, vehicles.length <= 40 ? 40 : 0)).map(({ v }) => v)
}

function nearUnits({ tables, places }: Ground, units: readonly Unit[]): Int32Array[] {
  const { lengths } = tables[0]!
  return units.map((a, i) => {
    const others = units.flatMap((b, j) => {
      if (i === j) return []
      const [there, back] = [lengths[a.at * places + b.at]!, lengths[b.at * places + a.at]!]
      return [{ j, far: there < 0 || back < 0 ? Infinity : there + back }]
    })
    others.sort((x, y) => (x.far === y.far ? x.j - y.j : x.far - y.far))
    return Int32Array.from(others.slice(0, mostNear), ({ j }) => j)
  })
}

const ableFleets = (instance: RoutingInstance, members: readonly number[]): Uint8Array => {
  const customers = members.map((c) => instance.customers[c]!)
  return Uint8Array.from(instance.fleets, (fleet) => (skillsSuffice(fleet, customers) ? 1 : 0))
}
