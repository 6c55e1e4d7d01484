import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'
import type { PlannedVisit } from '../../../plan/routing-rules.ts'
import { compileProblem } from '../ruled/compile.ts'
import { isPublished } from '../ruled/levels.ts'
import { stateFrom } from '../ruled/read-solution.ts'
import type { RuledState } from '../ruled/state.ts'
import type { Complaint } from './answer.ts'
import { longDetours } from './detours.ts'
import type { Question } from './question.ts'

/** A served customer that would like its visits otherwise, and the instance in which it gets that. */
export interface BadPlace {
  customer: number
  complaint: Exclude<Complaint, 'unserved'>
  instance: RoutingInstance
}

/** Served customers on days that they don't wish, whose visits are not as published, or far out of the way: the worst first. */
export function badPlaces({
  original,
  solution,
}: Pick<Question, 'original' | 'solution'>): BadPlace[] {
  const problem = compileProblem(original)
  const state = stateFrom(problem, solution)
  return [...unwished(state), ...changed(state), ...detours(state)]
}

function unwished({ problem, visits }: RuledState): BadPlace[] {
  const { instance } = problem
  const found = problem.units.flatMap((unit, u) => {
    const against = visits[u]!.reduce(
      (sum, s) => sum + (unit.unwished.get(problem.slots[s]!.day) ?? 0),
      0,
    )
    if (against === 0 || unit.unwished.size === problem.days) return []
    const { id } = instance.customers[unit.members[0]!]!
    return [{ id, against, days: (day: number) => !unit.unwished.has(day - 1) }]
  })
  found.sort((a, b) => b.against - a.against)
  return found.map(({ id, days }) => ({
    customer: id,
    complaint: 'unwished-day' as const,
    instance: changeCustomer(instance, id, (c) => onlyOn(c, days, instance.days)),
  }))
}

function changed({ problem, visits }: RuledState): BadPlace[] {
  const { instance, slots } = problem
  return problem.units.flatMap((unit, u): BadPlace[] => {
    const own = visits[u]!
    const asPublished = unit.published.every((published) => {
      const kept = own.filter((s) => isPublished(published, slots[s]!)).length
      return kept === published.size && kept === own.length
    })
    if (asPublished || own.length === 0) return []
    const { id } = instance.customers[unit.members[0]!]!
    const members = unit.members.map((c) => instance.customers[c]!)
    const better = members.reduce((was, { id: member, rules }) => {
      const lock = (c: RoutingCustomer) => withLocked(c, rules!.published!)
      return rules?.published ? changeCustomer(was, member, lock) : was
    }, instance)
    return [{ customer: id, complaint: 'changed', instance: better }]
  })
}

/** Its other visits stay where they are; the far one is by the vehicle that has it on its way. */
function detours(state: RuledState): BadPlace[] {
  const { problem, visits } = state
  const { instance } = problem
  return longDetours(state).map(({ unit, slot, better }) => {
    const { id } = instance.customers[problem.units[unit]!.members[0]!]!
    const slots = visits[unit]!.map((s) => (s === slot ? better : s))
    const planned = slots.map((s): PlannedVisit => {
      const { vehicle, day } = problem.slots[s]!
      return { day: day + 1, vehicle: problem.vehicles[vehicle]! }
    })
    const lock = (c: RoutingCustomer) => withLocked(c, planned)
    return { customer: id, complaint: 'detour', instance: changeCustomer(instance, id, lock) }
  })
}

const changeCustomer = (
  instance: RoutingInstance,
  id: number,
  change: (c: RoutingCustomer) => RoutingCustomer,
): RoutingInstance => ({
  ...instance,
  customers: instance.customers.map((c) => (c.id === id ? change(c) : c)),
})

const withLocked = (c: RoutingCustomer, planned: readonly PlannedVisit[]): RoutingCustomer => ({
  ...c,
  rules: {
    ...c.rules,
    locked: planned.map(({ day, vehicle }) => ({
      day,
      ...(vehicle ? { vehicle: { depot: vehicle.depot, number: vehicle.number } } : {}),
    })),
  },
})

/** A customer with windows on some of its days alone. */
function onlyOn(
  c: RoutingCustomer,
  wished: (day: number) => boolean,
  days: number,
): RoutingCustomer {
  const windows = c.rules?.windows ?? [{ open: c.open, close: c.close }]
  const own = Array.from({ length: days }, (_, d) => d + 1).flatMap((day) =>
    wished(day)
      ? windows.filter((w) => w.day === undefined || w.day === day).map((w) => ({ ...w, day }))
      : [],
  )
  return { ...c, rules: { ...c.rules, windows: own } }
}
