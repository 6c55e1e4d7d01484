import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun, RoutingCustomer } from '../../plan/routing.ts'
import type { TimeWindow } from '../../plan/routing-rules.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'

const windowsOn = ({ rules, open, close }: RoutingCustomer, day: number): readonly TimeWindow[] =>
  rules?.windows?.filter((w) => w.day === undefined || w.day === day) ?? [{ open, close }]

export const liesIn = (time: number, windows: readonly TimeWindow[]): boolean =>
  windows.some(({ open, close }) => !exceeds(open, time) && !exceeds(time, close))

export const windowsInWords = (windows: readonly TimeWindow[]): string =>
  windows.map(({ open, close }) => `${open}–${close}`).join(' ')

/** Service starts within a window of the day; a day without any is closed. */
export function checkWindows(on: RouteOnDay, run: RouteRun): Finding[] {
  const { day } = on.route
  return on.visited.flatMap((customer, k): Finding[] => {
    const windows = windowsOn(customer, day)
    const start = run.times[k]![1]
    const facts = { route: on.name, id: customer.id }
    if (windows.length === 0) return [finding('route-customer-closed', {}, { ...facts, day })]
    if (liesIn(start, windows)) return []
    const words = windowsInWords(windows)
    return [finding('route-outside-windows', {}, { ...facts, start, windows: words })]
  })
}
