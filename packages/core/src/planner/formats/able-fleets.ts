import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../plan/routing.ts'

const dimensions = [0, 1, 2, 3] as const

/** Load that one visit asks for at once, by dimension: what is brought or what is taken, whichever is more. */
export const loadOf = ({ demand, rules }: RoutingCustomer): number[] => {
  const brought = [demand, ...(rules?.otherDemands ?? [])]
  const taken = [rules?.pickup ?? 0, ...(rules?.otherPickups ?? [])]
  return dimensions.map((d) => Math.max(brought[d] ?? 0, taken[d] ?? 0))
}

/** What a vehicle of the fleet takes, by dimension. */
export const roomOf = ({ capacity, rules }: RoutingFleet): number[] => {
  const all = [capacity, ...(rules?.otherCapacities ?? [])]
  return dimensions.map((d) => all[d] ?? Infinity)
}

/** Days, ascending, on which a customer is open and an able vehicle may go out; null where no vehicle is able. */
export type ServableDays = (customer: RoutingCustomer) => number[] | null

/** Fleets are gone through once for each load and set of skills, of which customers share a few. */
export function servableDays({ fleets }: RoutingInstance): ServableDays {
  const able = fleets
    .filter((fleet) => fleet.vehicles.length > 0)
    .map((fleet) => ({ fleet, room: roomOf(fleet), skills: new Set(fleet.rules?.skills) }))
  const known = new Map<string, number[] | null>()
  const outFor = (load: readonly number[], skills: readonly string[]): number[] | null => {
    const fitting = able.filter(
      (a) => load.every((l, d) => l <= a.room[d]!) && skills.every((skill) => a.skills.has(skill)),
    )
    if (fitting.length === 0) return null
    const days = new Set<number>()
    for (const { fleet } of fitting) for (const day of fleet.days) days.add(day)
    return [...days].sort((a, b) => a - b)
  }
  return (customer) => {
    const { windows, skills = [] } = customer.rules ?? {}
    const load = loadOf(customer)
    const key = JSON.stringify([load, skills])
    const out = known.has(key) ? known.get(key)! : outFor(load, skills)
    known.set(key, out)
    return (
      out?.filter((day) => !windows || windows.some((w) => w.day === undefined || w.day === day)) ??
      null
    )
  }
}
