import { customersOf, largest, upTo, withCustomerRules, withCustomers } from './loosened.ts'
import type { Probe } from './probe.ts'

/** Visits may follow each other sooner and later by some days, also where several customers' visits are spaced together. */
export const widerSpacing: Probe<'wider-spacing'> = {
  kind: 'wider-spacing',
  answers: ['dates'],
  step: () => 1,
  widest: ({ instance, customers }) => {
    const unions = (instance.unions ?? []).filter((u) => bears(u, customers))
    const own = customersOf(instance, customers).flatMap((c) => c.rules?.spacing ?? [])
    const spaced = [...own, ...unions]
    return upTo('wider-spacing', largest(spaced.flatMap((s) => [s.minGap, s.maxGap])))
  },
  apply: (instance, customers, { amount = 0 }) => {
    const wider = <T extends { minGap: number; maxGap: number }>(s: T): T => ({
      ...s,
      minGap: Math.max(0, s.minGap - amount),
      maxGap: s.maxGap + amount,
    })
    const { unions } = instance
    const spaced = withCustomers(instance, customers, (c) =>
      c.rules?.spacing ? withCustomerRules(c, { spacing: wider(c.rules.spacing) }) : c,
    )
    if (!unions) return spaced
    return { ...spaced, unions: unions.map((u) => (bears(u, customers) ? wider(u) : u)) }
  },
}

const bears = (union: { customers: readonly number[] }, customers: readonly number[]): boolean =>
  union.customers.some((id) => customers.includes(id))
