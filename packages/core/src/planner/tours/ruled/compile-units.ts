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
  const members = groups(ground)
  const unitOf = new Int32Array(instance.customers.length)
  members.forEach((list, u) => {
    for (const c of list) unitOf[c] = u
  })
  const optional = instance.customers.filter((c) => c.optional)
  const classes = [...new Set(optional.map((c) => c.rules?.priority ?? 0))].sort((a, b) => a - b)
  const unions = (instance.unions ?? []).map(({ customers, ...rest }) => ({
    units: [...new Set(customers.map((id) => unitOf[indexOf.get(id)!]!))],
    minGap: rest.minGap,
    maxGap: rest.maxGap,
    wraps: rest.wraps ?? false,
  }))
  const units = members.map((list, u): Unit => {
    const customers = list.map((c) => instance.customers[c]!)
    const rules = customers.flatMap((c) => c.rules ?? [])
    const spacing = rules.find((r) => r.spacing)?.spacing
    const patterns = spacing ? null : commonPatterns(customers, instance.days)
    return {
      members: list,
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
      must: customers.filter((c) => !c.optional).length,
      prizes: customers
        .filter((c) => c.optional)
        .map((c) => ({ priority: classes.indexOf(c.rules?.priority ?? 0), prize: c.prize })),
      sameVehicle: rules.some((r) => r.sameVehicle),
      sameWeekday: rules.some((r) => r.sameWeekday),
      locked: new Map(rules.flatMap((r) => [...visitMap(ground, r.locked ?? [])])),
      published: rules.flatMap((r) => (r.published ? [visitMap(ground, r.published)] : [])),
      unwished: unwishedDays(customers, instance.days),
      unions: unions.flatMap((union, k) => (union.units.includes(u) ? [k] : [])),
      vehicles: ableVehicles(ground, list),
      fleets: ableFleets(instance, list),
      at: ground.customers[list[0]!]!.at,
    }
  })
  return { units, unitOf, unions, classes: classes.length, near: nearUnits(ground, units) }
}

/** Customers that send to each other in groups, senders first; all others alone. In order of their first customer. */
function groups({ customers }: Ground): number[][] {
  const root = customers.map((_, k) => k)
  const find = (k: number): number => (root[k] === k ? k : find(root[k]!))
  customers.forEach((c, k) => {
    if (c.deliversTo >= 0)
      root[Math.max(find(k), find(c.deliversTo))] = Math.min(find(k), find(c.deliversTo))
  })
  const found = new Map<number, number[]>()
  customers.forEach((_, k) => {
    found.set(find(k), [...(found.get(find(k)) ?? []), k])
  })
  const depth = (k: number, steps = 0): number =>
    customers[k]!.deliversTo < 0 || steps > customers.length
      ? 0
      : 1 + depth(customers[k]!.deliversTo, steps + 1)
  return [...found.values()].map((list) => list.sort((a, b) => depth(b) - depth(a) || a - b))
}

/** Day sets (0-based) that all of the customers allow. */
function commonPatterns(customers: readonly RoutingCustomer[], days: number): number[][] {
  const [first, ...others] = customers
  const allowed = first!.patterns.filter((p) => others.every((c) => c.patterns.includes(p)))
  return patternDays(allowed, days)
}

/** Day k of t is the bit 2^(t-k) in the file; here days count from 0. */
const patternDays = (patterns: readonly number[], days: number): number[][] =>
  [...new Set(patterns)].map((pattern) =>
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

function unwishedDays(customers: readonly RoutingCustomer[], days: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const { rules } of customers)
    for (let day = 1; day <= days; day++) {
      const { seekDays = [], avoidDays = [] } = rules ?? {}
      const against =
        Number(avoidDays.includes(day)) + Number(seekDays.length > 0 && !seekDays.includes(day))
      if (against > 0) found.set(day - 1, (found.get(day - 1) ?? 0) + against)
    }
  return found
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
