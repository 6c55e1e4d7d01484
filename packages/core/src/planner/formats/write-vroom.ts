import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import { travelsOf } from './travel-between.ts'
import { vroomLosses } from './vroom-losses.ts'
import { pairsOf } from './vroom-pairs.ts'
import { noWay } from './vroom-places.ts'
import { prioritiesOf } from './vroom-priority.ts'
import { type TaskName, taskNames, type VroomNames } from './vroom-tasks.ts'
import { isWhole, type Units, unitsOf } from './vroom-units.ts'
import { profileName, skillNumbers, vehiclesOf } from './vroom-vehicles.ts'

/**
 * An instance as VROOM's JSON, with matrices over its depots and customers. Days, spacing and whatever else VROOM has no field
 * for is left out, a warning for each kind. `given` is what a VROOM file called its tasks.
 */
export function writeVroom(
  instance: RoutingInstance,
  file: string,
  given?: VroomNames,
): { text: string; findings: Finding[] } {
  const names = taskNames(instance, given)
  const { depots, customers } = instance
  const travels = travelsOf(instance)
  const size = depots.length + customers.length
  const rows = (value: (a: number, b: number) => number) =>
    Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => value(a, b)))
  const matrices = travels.map((t) => ({ durations: rows(t.time), distances: rows(t.length) }))
  const times = [
    ...customers.flatMap((c) => [c.service, c.open, c.close, c.rules?.setup ?? 0]),
    ...depots.flatMap((d) => [d.open, d.close]),
  ]
  const wholeWays = matrices.every((m) => [...m.durations, ...m.distances].every(isWhole))
  const factor = wholeWays && isWhole(times) ? 1 : 1000
  const units = unitsOf(instance, factor, given?.epoch ?? 0)
  const way = (value: number) => (value < 0 ? noWay : Math.round(value * factor))
  const { priorities, exact } = prioritiesOf(customers)
  const problem = {
    ...tasksOf(instance, priorities, units, names),
    vehicles: vehiclesOf(instance, units, names),
    matrices: Object.fromEntries(
      matrices.map(({ durations, distances }, k) => [
        profileName(k),
        {
          durations: durations.map((row) => row.map(way)),
          distances: distances.map((row) => row.map(way)),
        },
      ]),
    ),
  }
  const findings = vroomLosses(instance, exact, file)
  if (factor > 1) findings.push(finding('vroom-times-scaled', { file }, { factor }))
  return { text: `${JSON.stringify(problem)}\n`, findings }
}

function tasksOf(
  { depots, customers }: RoutingInstance,
  priorities: readonly number[],
  units: Units,
  names: (id: number) => TaskName,
) {
  const rowAt = new Map<string | number, number>()
  customers.forEach(({ rules }, k) => {
    const name = rules?.place ?? k
    if (!rowAt.has(name)) rowAt.set(name, depots.length + k)
  })
  const step = (customer: RoutingCustomer, k: number) => {
    const { rules, open, close } = customer
    const windows = rules?.windows ?? (open > 0 || close < Infinity ? [{ open, close }] : [])
    return {
      id: names(customer.id).id,
      ...(rules?.name ? { description: rules.name } : {}),
      location: [customer.x, customer.y],
      location_index: rowAt.get(rules?.place ?? k)!,
      ...(rules?.setup ? { setup: units.time(rules.setup) } : {}),
      service: units.time(customer.service),
      ...(windows.length > 0
        ? { time_windows: windows.map((w) => units.window(w.open, w.close)) }
        : {}),
    }
  }
  const shared = (customer: RoutingCustomer, k: number) => ({
    ...(customer.rules?.skills?.length ? { skills: skillNumbers(customer.rules.skills) } : {}),
    priority: priorities[k]!,
  })
  const amount = (key: string, first: number, others: readonly number[] = []) => {
    const load = units.load([first, ...others])
    return load.some((v) => v > 0) ? { [key]: load } : {}
  }
  const pairs = pairsOf(customers)
  const shipped = new Set(pairs.flatMap(({ pickup, delivery }) => [pickup, delivery]))
  return {
    jobs: customers.flatMap((customer, k) =>
      shipped.has(k)
        ? []
        : [
            {
              ...step(customer, k),
              ...amount('delivery', customer.demand, customer.rules?.otherDemands),
              ...amount('pickup', customer.rules?.pickup ?? 0, customer.rules?.otherPickups),
              ...shared(customer, k),
            },
          ],
    ),
    shipments: pairs.map(({ pickup, delivery }) => {
      const { rules } = customers[pickup]!
      return {
        pickup: step(customers[pickup]!, pickup),
        delivery: step(customers[delivery]!, delivery),
        ...amount('amount', rules?.pickup ?? 0, rules?.otherPickups),
        ...shared(customers[pickup]!, pickup),
      }
    }),
  }
}
