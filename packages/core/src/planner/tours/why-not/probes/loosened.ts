import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../../../plan/routing-rules.ts'

/** The instance with all its fleets changed. */
export const withFleets = (
  instance: RoutingInstance,
  change: (fleet: RoutingFleet, index: number) => RoutingFleet,
): RoutingInstance => ({ ...instance, fleets: instance.fleets.map(change) })

/** The instance with some customers changed. */
export const withCustomers = (
  instance: RoutingInstance,
  ids: readonly number[],
  change: (customer: RoutingCustomer) => RoutingCustomer,
): RoutingInstance => ({
  ...instance,
  customers: instance.customers.map((c) => (ids.includes(c.id) ? change(c) : c)),
})

export const withFleetRules = (fleet: RoutingFleet, rules: FleetRules): RoutingFleet => ({
  ...fleet,
  rules: { ...fleet.rules, ...rules },
})

export const withCustomerRules = (
  customer: RoutingCustomer,
  rules: CustomerRules,
): RoutingCustomer => ({ ...customer, rules: { ...customer.rules, ...rules } })

/** The customers asked about. */
export const customersOf = (
  instance: RoutingInstance,
  ids: readonly number[],
): readonly RoutingCustomer[] => instance.customers.filter((c) => ids.includes(c.id))

/** The largest finite number; 0 where there is none. */
export const largest = (numbers: readonly (number | undefined)[]): number =>
  Math.max(0, ...numbers.filter((x): x is number => x !== undefined && Number.isFinite(x)))

/** A single part of a kind without facts, with an amount up to `most`; none where that is nothing. */
export const upTo = <K extends string>(
  kind: K,
  most: number,
): { kind: K; amount: number; what: Record<string, never> }[] =>
  most > 0 ? [{ kind, amount: most, what: {} }] : []
