import { dayNumber, weekday } from '../../../kernel/calendar.ts'
import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'
import { compileFleet } from './compile-fleet.ts'
import { compileUnits } from './compile-units.ts'
import { flatWindows, type RuledCustomer, type RuledProblem, type Slot } from './problem.ts'
import { travelTables } from './travel-tables.ts'

/** Whether an instance asks for anything beyond the families of the literature. */
export const needsRules = (instance: RoutingInstance): boolean =>
  instance.objective === 'levels' ||
  instance.travel !== undefined ||
  instance.dates !== undefined ||
  instance.unions !== undefined ||
  instance.days > 30 ||
  [...instance.fleets, ...instance.customers].some((x) => x.rules !== undefined)

export interface CompileOptions {
  /** No stay is made longer so that it rests the driver: for callers whose stays are as long as is written and no longer. */
  staysAsGiven?: boolean
}

/** Indexes an instance whose readers found no errors. */
export function compileProblem(
  instance: RoutingInstance,
  { staysAsGiven = false }: CompileOptions = {},
): RuledProblem {
  const { days, depots } = instance
  const dates = instance.dates?.map((date) => dayNumber(date))
  const first = dates?.[0] ?? 1
  const numbers = Int32Array.from({ length: days }, (_, d) => (dates?.[d] ?? d + 1) - first)
  const vehicles = vehiclesOf(instance)
  const { slots, slotAt } = slotsOf(instance, vehicles)
  const fleets = instance.fleets.map((fleet) => compileFleet(instance, fleet, staysAsGiven))
  const customers = compileCustomers(instance)
  const base = {
    instance,
    days,
    dayNumber: numbers,
    periodDays: instance.periodDays ?? numbers[days - 1]! + 1,
    weekday: Int32Array.from({ length: days }, (_, d) =>
      instance.dates ? weekday(instance.dates[d]!) - 1 : numbers[d]! % 7,
    ),
    depots: depots.length,
    places: depots.length + customers.length,
    tables: travelTables(instance),
    fleets,
    slots,
    slotsOfDay: Array.from({ length: days }, (_, d) =>
      slots.flatMap((slot, s) => (slot.day === d ? [s] : [])),
    ),
    vehicles: vehicles.map((vehicle, v) => ({
      ...vehicle,
      slots: slots.flatMap((slot, s) => (slot.vehicle === v ? [s] : [])),
      maxDaysOut: Math.min(
        ...instance.fleets
          .filter((f) => f.depot === vehicle.depot && f.vehicles.includes(vehicle.number))
          .map((f) => f.rules?.maxDaysOut ?? Infinity),
      ),
    })),
    slotAt,
    customers,
    severalWindows: customers.some((c) => c.windows.some((w) => w.length > 2)),
  }
  return { ...base, ...compileUnits(base) }
}

function vehiclesOf(instance: RoutingInstance): { depot: number; number: number }[] {
  const found = new Map<string, { depot: number; number: number }>()
  for (const { depot, vehicles } of instance.fleets)
    for (const number of vehicles) found.set(`${depot} ${number}`, { depot, number })
  return [...found.values()].sort((a, b) => a.depot - b.depot || a.number - b.number)
}

function slotsOf(
  instance: RoutingInstance,
  vehicles: readonly { depot: number; number: number }[],
): { slots: Slot[]; slotAt: Int32Array } {
  const index = new Map(vehicles.map((v, k) => [`${v.depot} ${v.number}`, k]))
  const slots = instance.fleets.flatMap((fleet, f) =>
    fleet.days.flatMap((day, k) =>
      fleet.vehicles.map((number): Slot => {
        const travel = fleet.rules?.travel ?? 0
        return {
          vehicle: index.get(`${fleet.depot} ${number}`)!,
          day: day - 1,
          fleet: f,
          table: typeof travel === 'number' ? travel : travel[k]!,
          next: -1,
          previous: -1,
        }
      }),
    ),
  )
  slots.sort((a, b) => a.day - b.day || a.vehicle - b.vehicle)
  const slotAt = new Int32Array(vehicles.length * instance.days).fill(-1)
  slots.forEach((slot, s) => {
    slotAt[slot.vehicle * instance.days + slot.day] = s
  })
  for (const slot of slots) {
    const at = slot.vehicle * instance.days + slot.day
    if (slot.day + 1 < instance.days) slot.next = slotAt[at + 1]!
    if (slot.day > 0) slot.previous = slotAt[at - 1]!
  }
  return { slots, slotAt }
}

function compileCustomers(instance: RoutingInstance): RuledCustomer[] {
  const { depots, days } = instance
  const places = new Map<string, number>()
  const stations = new Map<string, number>()
  const numberOf = (names: Map<string, number>, name: string) => {
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)!
  }
  const byId = new Map(instance.customers.map((c, k) => [c.id, k]))
  const customers = instance.customers.map((c, k): RuledCustomer => {
    const brought = [c.demand, ...(c.rules?.otherDemands ?? [])]
    const taken = [c.rules?.pickup ?? 0, ...(c.rules?.otherPickups ?? [])]
    const four = (list: readonly number[]) =>
      Float64Array.from({ length: 4 }, (_, d) => list[d] ?? 0)
    return {
      at: depots.length + k,
      service: c.service,
      serviceByGap: c.rules?.serviceByGap ?? [],
      windows: windowsByDay(c, days),
      setup: c.rules?.setup ?? 0,
      place: c.rules?.place === undefined ? -1 : numberOf(places, c.rules.place),
      station: numberOf(stations, c.rules?.station ?? ''),
      brought: four(brought),
      change: four(taken).map((amount, d) => amount - (brought[d] ?? 0)),
      deliversTo: c.rules?.deliverTo === undefined ? -1 : byId.get(c.rules.deliverTo)!,
    }
  })
  for (const { rules } of instance.customers) {
    if (rules?.deliverTo === undefined) continue
    const taken = [rules.pickup ?? 0, ...(rules.otherPickups ?? [])]
    const { change } = customers[byId.get(rules.deliverTo)!]!
    for (let d = 0; d < 4; d++) change[d] = change[d]! - (taken[d] ?? 0)
  }
  return customers
}

function windowsByDay(c: RoutingCustomer, days: number) {
  const windows = c.rules?.windows
  if (windows === undefined) {
    const same = flatWindows([c])
    return Array.from({ length: days }, () => same)
  }
  const always = windows.filter((w) => w.day === undefined)
  const same = flatWindows(always)
  const some = new Set(windows.flatMap((w) => (w.day === undefined ? [] : [w.day])))
  return Array.from({ length: days }, (_, d) =>
    some.has(d + 1)
      ? flatWindows(windows.filter((w) => w.day === undefined || w.day === d + 1))
      : same,
  )
}
