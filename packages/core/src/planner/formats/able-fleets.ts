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

/** Whether a vehicle of the fleet has the skills and the room for the customer alone. */
export const isAble = (fleet: RoutingFleet, customer: RoutingCustomer): boolean => {
  const room = roomOf(fleet)
  const skills = fleet.rules?.skills ?? []
  return (
    fleet.vehicles.length > 0 &&
    loadOf(customer).every((load, d) => load <= room[d]!) &&
    (customer.rules?.skills ?? []).every((skill) => skills.includes(skill))
  )
}

/** Days, ascending, on which the customer is open and an able vehicle may go out. */
export function servableDays(customer: RoutingCustomer, instance: RoutingInstance): number[] {
  const { windows } = customer.rules ?? {}
  const out = new Set<number>()
  for (const fleet of instance.fleets)
    if (isAble(fleet, customer)) for (const day of fleet.days) out.add(day)
  return [...out]
    .filter((day) => !windows || windows.some((w) => w.day === undefined || w.day === day))
    .sort((a, b) => a - b)
}
