import { customersOf, largest, upTo, withCustomerRules, withCustomers } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfTime } from './step.ts'

/** Service of the customer takes less, down to nothing. */
export const shorterService: Probe<'shorter-service'> = {
  kind: 'shorter-service',
  answers: ['shift', 'windows'],
  step: stepOfTime,
  widest: ({ instance, customers }) =>
    upTo(
      'shorter-service',
      largest(
        customersOf(instance, customers).flatMap((c) => [
          c.service,
          ...(c.rules?.serviceByGap ?? []).map((step) => step.service),
        ]),
      ),
    ),
  apply: (instance, customers, { amount = 0 }) => {
    const less = (service: number) => Math.max(0, service - amount)
    return withCustomers(instance, customers, (c) => {
      const shorter = { ...c, service: less(c.service) }
      const byGap = c.rules?.serviceByGap
      if (byGap === undefined) return shorter
      return withCustomerRules(shorter, {
        serviceByGap: byGap.map(({ gap, service }) => ({ gap, service: less(service) })),
      })
    })
  },
}
