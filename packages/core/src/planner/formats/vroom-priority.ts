import type { RoutingCustomer } from '../../plan/routing.ts'

/**
 * VROOM compares the sum of the priorities of what is served, then the number of tasks. As one prize: a step of priority is
 * worth more than all tasks together.
 */
export const prizeOf = (priority: number, tasks: number): number => priority * (tasks + 1) + 1

/**
 * Prizes as priorities from 0 to 100: what must be served is 100; prizes made by `prizeOf` become again what they were
 * (`exact`), others are scaled to 0–99.
 */
export function prioritiesOf(customers: readonly RoutingCustomer[]): {
  priorities: number[]
  exact: boolean
} {
  const optional = customers.filter((c) => c.optional)
  const step = customers.length + 1
  const most = optional.reduce((max, c) => Math.max(max, c.prize), 0)
  const exact =
    most <= prizeOf(100, customers.length) && optional.every((c) => (c.prize - 1) % step === 0)
  const priorities = customers.map((c) => {
    if (!c.optional) return 100
    if (exact) return (c.prize - 1) / step
    return most > 0 ? Math.round((99 * c.prize) / most) : 0
  })
  return { priorities, exact }
}
