import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'

/** A visit as a bound may take it: never longer, never narrower than the truth. */
export interface RelaxedVisit {
  /** Before the start of service. */
  setup: number
  service: number
  open: number
  close: number
  /** Whether it can be on any of the days. */
  possible: boolean
}

/** Visits that a customer must have at least and can have at most. */
export function visitCounts(customer: RoutingCustomer): { least: number; most: number } {
  const { spacing } = customer.rules ?? {}
  if (spacing) return { least: spacing.visits, most: spacing.visits }
  const sizes = customer.patterns.map(daysIn)
  if (sizes.length === 0) return { least: 0, most: 0 }
  return { least: Math.min(...sizes), most: Math.max(...sizes) }
}

function daysIn(pattern: number): number {
  let count = 0
  for (let rest = pattern; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/** Whether some allowed pattern has a visit on one of the days. */
function mayBeOn(customer: RoutingCustomer, instance: RoutingInstance, days: readonly number[]) {
  if (customer.rules?.spacing) return true
  return customer.patterns.some((pattern) =>
    days.some((day) => Math.floor(pattern / 2 ** (instance.days - day)) % 2 === 1),
  )
}

/**
 * The hull of a customer's windows over `days`, its least service. Customers of one `place` may be served side by side after
 * one setup, so of each only its share counts, and its window is dropped: shares could come in another order than services.
 */
export function relaxVisit(
  customer: RoutingCustomer,
  instance: RoutingInstance,
  days: readonly number[],
  neighbours: readonly RoutingCustomer[],
): RelaxedVisit {
  const rules = customer.rules ?? {}
  const service = rules.serviceByGap
    ? Math.min(customer.service, ...rules.serviceByGap.map((entry) => entry.service))
    : customer.service
  const windows = rules.windows
    ? rules.windows.filter((w) => w.day === undefined || days.includes(w.day))
    : [customer]
  const possible = windows.length > 0 && mayBeOn(customer, instance, days)
  const setup = rules.setup ?? 0
  if (neighbours.length > 1) {
    const stations = new Set(neighbours.map((c) => c.rules?.station ?? '')).size
    const share = service / stations + leastSetup(neighbours)
    return { setup: 0, service: share, open: -Infinity, close: Infinity, possible }
  }
  const open = Math.min(...windows.map((w) => w.open))
  const close = Math.max(...windows.map((w) => w.close))
  return { setup, service, open, close, possible }
}

/** Each one's share of the longest setup when all of a place are visited together; no share is larger in a smaller company. */
const leastSetup = (neighbours: readonly RoutingCustomer[]): number =>
  Math.min(...neighbours.map((c) => c.rules?.setup ?? 0)) / neighbours.length
