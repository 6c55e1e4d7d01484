import type { RoutingCustomer, RoutingInstance } from '../../../../plan/routing.ts'
import type { TimeWindow } from '../../../../plan/routing-rules.ts'
import { customersOf, largest, upTo, withCustomerRules, withCustomers } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfTime } from './step.ts'

const windowsOf = (c: RoutingCustomer): readonly TimeWindow[] => c.rules?.windows ?? [c]

/** A customer whose windows are all changed alike; those of one day that come to overlap count as one. */
function withWindows<T extends TimeWindow>(
  c: RoutingCustomer,
  change: (window: T) => T,
): RoutingCustomer {
  const windows = c.rules?.windows
  if (windows === undefined) {
    const { open, close } = change({ open: c.open, close: c.close } as T)
    return { ...c, open, close }
  }
  return withCustomerRules(c, { windows: windows.map((w) => change(w as unknown as T)) })
}

const lastClose = ({ depots, fleets }: RoutingInstance): number =>
  largest([...depots.map((d) => d.close), ...fleets.map((f) => f.rules?.close)])

/** All windows of the customer close later, by up to the end of the longest day. */
export const windowLater: Probe<'window-later'> = {
  kind: 'window-later',
  answers: ['windows', 'shift'],
  step: stepOfTime,
  widest: ({ instance, customers }) => {
    const own = customersOf(instance, customers).flatMap(windowsOf)
    const closes = own.map((w) => w.close)
    const end = lastClose(instance) || 2 * largest(closes)
    return upTo('window-later', own.length === 0 ? 0 : end - Math.min(...closes))
  },
  apply: (instance, customers, { amount = 0 }) =>
    withCustomers(instance, customers, (c) =>
      withWindows(c, (w) => ({ ...w, close: w.close + amount })),
    ),
}

/** All windows of the customer open earlier, at 0 at the earliest. */
export const windowEarlier: Probe<'window-earlier'> = {
  kind: 'window-earlier',
  answers: ['windows', 'shift'],
  step: stepOfTime,
  widest: ({ instance, customers }) =>
    upTo(
      'window-earlier',
      largest(customersOf(instance, customers).flatMap((c) => windowsOf(c).map((w) => w.open))),
    ),
  apply: (instance, customers, { amount = 0 }) =>
    withCustomers(instance, customers, (c) =>
      withWindows(c, (w) => ({ ...w, open: Math.max(Math.min(0, w.open), w.open - amount) })),
    ),
}
