import type { RoutingCustomer, RoutingSolution } from '../../../../plan/routing.ts'
import type { TimeWindow } from '../../../../plan/routing-rules.ts'
import type { Part } from '../answer.ts'
import { customersOf, withCustomerRules, withCustomers } from './loosened.ts'
import type { Probe } from './probe.ts'

/**
 * Further days are allowed: closed days open with the hours of the others, and a further day may take the place of one day of an
 * allowed set.
 */
export const anotherDay: Probe<'another-day'> = {
  kind: 'another-day',
  answers: ['dates', 'windows'],
  widest: ({ instance, original, customers }) => {
    const own = customersOf(instance, customers)
    const before = customersOf(original, customers)
    const all = Array.from({ length: instance.days }, (_, d) => d + 1)
    const days = all.filter((day) => {
      // A day that only the question rules out is not opened again.
      const asked = own.some((c, k) => isClosed(c, day) && !isClosed(before[k]!, day))
      return !asked && own.some((c) => !freelyOpen(c, day, instance.days))
    })
    return days.length === 0 ? [] : [{ kind: 'another-day', what: { days } }]
  },
  apply: (instance, customers, { what: { days } }) =>
    withCustomers(instance, customers, (c) => withDays(openOn(c, days), days, instance.days)),
  narrow: ({ instance, customers }, part, proof) => {
    const [leader] = customersOf(instance, customers)
    return {
      ...part,
      what: { days: usedDays(leader!, visitDays(proof, leader!.id), instance.days) },
    }
  },
  singles: ({ kind, what: { days } }): Part<'another-day'>[] =>
    days.map((day) => ({ kind, what: { days: [day] } })),
}

const bitOf = (day: number, days: number): number => 1 << (days - day)

const isClosed = (c: RoutingCustomer, day: number): boolean =>
  c.rules?.windows?.every((w) => w.day !== undefined && w.day !== day) ?? false

/** Whether a day needs no leave: open, and no set of days says where it must be. */
const freelyOpen = (c: RoutingCustomer, day: number, days: number): boolean =>
  !isClosed(c, day) && (c.rules?.spacing !== undefined || c.patterns.includes(bitOf(day, days)))

function openOn(c: RoutingCustomer, days: readonly number[]): RoutingCustomer {
  const windows = c.rules?.windows
  if (windows === undefined) return c
  const hours = new Map<string, TimeWindow>()
  for (const { open, close } of windows) hours.set(`${open} ${close}`, { open, close })
  const closed = days.filter((day) => isClosed(c, day))
  const more = closed.flatMap((day) => [...hours.values()].map((w) => ({ ...w, day })))
  return withCustomerRules(c, { windows: [...windows, ...more] })
}

function withDays(c: RoutingCustomer, days: readonly number[], horizon: number): RoutingCustomer {
  if (c.rules?.spacing !== undefined) return c
  const patterns = new Set(c.patterns)
  for (const pattern of c.patterns)
    for (let d = 1; d <= horizon; d++) {
      const was = bitOf(d, horizon)
      if ((pattern & was) === 0) continue
      for (const day of days) {
        const is = bitOf(day, horizon)
        if ((pattern & is) === 0) patterns.add((pattern & ~was) | is)
      }
    }
  return { ...c, patterns: [...patterns] }
}

const visitDays = ({ routes }: RoutingSolution, id: number): number[] =>
  routes.flatMap(({ day, stops }) => (stops.includes(id) ? [day] : []))

/** Of the days of its visits those that need leave: closed ones, and the one that takes another's place. */
function usedDays(c: RoutingCustomer, visits: readonly number[], horizon: number): number[] {
  const closed = visits.filter((day) => isClosed(c, day))
  const mask = visits.reduce((sum, day) => sum | bitOf(day, horizon), 0)
  if (c.rules?.spacing !== undefined || c.patterns.includes(mask)) return closed
  const moved = visits.filter((day) =>
    c.patterns.some((pattern) => {
      const extra = mask & ~pattern
      return extra === bitOf(day, horizon)
    }),
  )
  return [...new Set([...closed, ...moved.slice(0, 1)])].sort((a, b) => a - b)
}
