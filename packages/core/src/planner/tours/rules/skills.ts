import type { RoutingCustomer, RoutingFleet } from '../../../plan/routing.ts'

/** Whether the crew and kit of a fleet have every skill that all of the customers ask for. */
export const skillsSuffice = (
  fleet: RoutingFleet,
  customers: readonly RoutingCustomer[],
): boolean => {
  const has = new Set(fleet.rules?.skills ?? [])
  return customers.every((c) => (c.rules?.skills ?? []).every((skill) => has.has(skill)))
}
