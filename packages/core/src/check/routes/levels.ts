import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { Visits } from './days.ts'
import { lodging } from './nights.ts'
import { changesOf } from './planned-visits.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { tolerance } from './tolerance.ts'

/** A route and how long it is out. */
export type TimedRoute = RouteOnDay & { duration: number; length: number }

const whole = (value: number): number => Math.ceil(value - tolerance)

/** What solutions are compared by with the objective `levels`, in order; less is better. */
export interface Levels {
  /** Customers left out that may not be, then prize left out by priority class, the lowest number first. */
  leftOut: readonly number[]
  cost: number
  /** The longest time out of any route. */
  longest: number
  /** Against the published tours. */
  changes: number
  /** Visits on days that are avoided, or not sought. */
  wishes: number
}

export function levelsOf(
  instance: RoutingInstance,
  routes: readonly TimedRoute[],
  visits: Visits,
): Levels {
  const { customers } = instance
  const visitsOf = (customer: RoutingCustomer) => visits.get(customer.id) ?? []
  return {
    leftOut: leftOut(customers, visits),
    cost: routes.reduce((sum, route) => sum + costOf(route), 0),
    longest: routes.reduce((most, route) => Math.max(most, whole(route.duration)), 0),
    changes: customers.reduce((sum, c) => sum + changesOf(c, visitsOf(c)), 0),
    wishes: customers.reduce((sum, c) => sum + wishesMissed(c, visits), 0),
  }
}

function leftOut(customers: readonly RoutingCustomer[], visits: Visits): number[] {
  const absent = customers.filter((c) => !visits.has(c.id))
  const classOf = (c: RoutingCustomer) => c.rules?.priority ?? 0
  const optional = customers.filter((c) => c.optional)
  const classes = [...new Set(optional.map(classOf))].sort((a, b) => a - b)
  const prize = (priority: number) =>
    absent.filter((c) => c.optional && classOf(c) === priority).reduce((sum, c) => sum + c.prize, 0)
  return [absent.filter((c) => !c.optional).length, ...classes.map(prize)]
}

/** Day out, length, time out and the night that ends it, rounded up to a whole number. */
function costOf(route: TimedRoute): number {
  const { perDay, perLength, perTime } = route.rules.costs ?? {
    perDay: 0,
    perLength: 1,
    perTime: 0,
  }
  const night = lodging(route) === undefined ? 0 : route.rules.nights!.cost
  return whole(perDay + perLength * route.length + perTime * route.duration + night)
}

function wishesMissed({ id, rules }: RoutingCustomer, visits: Visits): number {
  const { seekDays: sought = [], avoidDays: avoided = [] } = rules ?? {}
  const days = (visits.get(id) ?? []).map((v) => v.day)
  const unsought = sought.length === 0 ? [] : days.filter((day) => !sought.includes(day))
  return unsought.length + days.filter((day) => avoided.includes(day)).length
}
