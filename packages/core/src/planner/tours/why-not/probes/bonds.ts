import { customersOf, withCustomerRules, withCustomers } from './loosened.ts'
import type { Probe } from './probe.ts'

/** Its visits need not be by one vehicle. */
export const anyVehicle: Probe<'any-vehicle'> = {
  kind: 'any-vehicle',
  answers: ['dates'],
  widest: ({ instance, customers }) =>
    customersOf(instance, customers).some((c) => c.rules?.sameVehicle)
      ? [{ kind: 'any-vehicle', what: {} }]
      : [],
  apply: (instance, customers) =>
    withCustomers(instance, customers, (c) => withCustomerRules(c, { sameVehicle: false })),
}

/** Its visits need not be on one weekday. */
export const anyWeekday: Probe<'any-weekday'> = {
  kind: 'any-weekday',
  answers: ['dates'],
  widest: ({ instance, customers }) =>
    customersOf(instance, customers).some((c) => c.rules?.sameWeekday)
      ? [{ kind: 'any-weekday', what: {} }]
      : [],
  apply: (instance, customers) =>
    withCustomers(instance, customers, (c) => withCustomerRules(c, { sameWeekday: false })),
}
