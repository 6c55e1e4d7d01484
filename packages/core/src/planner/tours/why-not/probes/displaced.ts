import type { RoutingCustomer } from '../../../../plan/routing.ts'
import type { Part } from '../answer.ts'
import { groupOf, type Question } from '../question.ts'
import type { Probe } from './probe.ts'

const nearest = 6
const least = 3

/** Another customer is left out: one that is near, or one that counts least. */
export const displaced: Probe<'displaced'> = {
  kind: 'displaced',
  answers: ['shift', 'load', 'stops', 'windows', 'driving'],
  widest: (question) =>
    candidates(question).map(
      (customers): Part<'displaced'> => ({ kind: 'displaced', what: { customers } }),
    ),
  apply: (instance) => instance,
}

function candidates({ instance, customers, served }: Question): number[][] {
  const own = instance.customers.find((c) => c.id === customers[0])!
  const others = instance.customers.filter(
    (c) => served.has(c.id) && !customers.includes(c.id) && !c.rules?.locked?.length,
  )
  const far = (c: RoutingCustomer) => Math.hypot(c.x - own.x, c.y - own.y)
  const near = others.toSorted((a, b) => far(a) - far(b) || a.id - b.id).slice(0, nearest)
  const light = others.toSorted((a, b) => worth(a, b) || far(a) - far(b) || a.id - b.id)
  const found = new Map<string, number[]>()
  for (const c of [...near, ...light.slice(0, least)]) {
    const group = groupOf(instance, c.id)
    found.set(group.join(), group)
  }
  return [...found.values()]
}

/** Those that may be left out first, of them the last class and the least prize. */
const worth = (a: RoutingCustomer, b: RoutingCustomer): number =>
  Number(b.optional) - Number(a.optional) ||
  (b.rules?.priority ?? 0) - (a.rules?.priority ?? 0) ||
  a.prize - b.prize
