import { addDays, type PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../plan/routing.ts'
import { type RuleName, ruleNames } from './random-ruled/rule-names.fixture.ts'
import { rulesOfCustomer } from './random-ruled/rules-of-customer.fixture.ts'
import { rulesOfFleet } from './random-ruled/rules-of-fleet.fixture.ts'
import { joinedPlaces, randomTravel } from './random-ruled/travel.fixture.ts'

export interface RandomRuled {
  customers: number
  days: number
  /** Most visits of all customers together. Default 7. */
  visits?: number
  /** The rules that stand in the instance. Default: each is drawn now and then, about four together. */
  rules?: readonly RuleName[]
}

/** When depots close: the scale of all times. */
const dayLength = 60

/**
 * A small instance with rules, objective `levels`, in whole numbers: one to three depots, one to three kinds of vehicle. Often but not
 * always everyone can be served.
 */
export function randomRuledInstance(random: Random, options: RandomRuled): RoutingInstance {
  const { days } = options
  const share = random.between(0.05, 0.3)
  const rules = new Set(options.rules ?? ruleNames.filter(() => random.next() < share))
  const has = (rule: RuleName) => rules.has(rule)
  const wantsPlaces = ['endDepot', 'reload', 'nights'].some((r) => has(r as RuleName))
  const depots = Array.from(
    { length: wantsPlaces ? 2 + random.below(2) : 1 + random.below(2) },
    (_, k) => ({
      id: k + 1,
      ...point(random),
      open: random.below(3) === 0 ? random.below(8) : 0,
      close: dayLength - (random.below(3) === 0 ? random.below(10) : 0),
    }),
  )
  const base = plainCustomers(random, options, depots.length)
  const customers = has('places') ? joinedPlaces(random, base) : base
  const fleets = plainFleets(random, days, depots.length, has('maxDuration'))
  const instance: RoutingInstance = {
    name: 'random with rules',
    days,
    objective: 'levels',
    convention: 'round',
    depots,
    fleets,
    customers,
    ...(has('dates') ? { dates: someDates(random, days) } : {}),
  }
  const { periodDays, unions } = ofThePeriod(random, instance, has)
  const travel = has('travel') ? randomTravel(random, instance) : undefined
  return {
    ...instance,
    ...(travel ? { travel } : {}),
    ...(periodDays ? { periodDays } : {}),
    ...(unions ? { unions } : {}),
    fleets: fleets.map((fleet) => withRules(fleet, rulesOfFleet(random, instance, fleet, has))),
    customers: withDeliveries(
      random,
      customers.map((c) => withRules(c, rulesOfCustomer(random, instance, c, has))),
      has('deliveries'),
    ),
  }
}

const point = (random: Random) => ({ x: random.below(11), y: random.below(11) })

/** Customers with patterns: one number of visits each, one to three sets of days. */
function plainCustomers(
  random: Random,
  { customers, days, visits = 7 }: RandomRuled,
  firstId: number,
): RoutingCustomer[] {
  let left = visits
  return Array.from({ length: customers }, (_, k) => {
    const most = Math.max(1, Math.min(days, left - (customers - k - 1)))
    const own = random.below(2) === 0 ? 1 : 1 + random.below(most)
    left -= own
    const sets = Array.from({ length: 2 ** days }, (_, bits) => bits).filter(
      (bits) => bits.toString(2).replaceAll('0', '').length === own,
    )
    const patterns = random.shuffle(sets).slice(0, 1 + random.below(3))
    return {
      id: firstId + k + 1,
      ...point(random),
      service: random.below(9),
      demand: random.below(5),
      open: random.below(3) === 0 ? random.below(30) : 0,
      close: random.below(3) === 0 ? 30 + random.below(15) : dayLength,
      patterns,
      prize: random.below(10),
      optional: random.below(4) === 0,
    }
  })
}

/** One or two kinds of vehicle at each of the first two depots; now and then another on some days. */
function plainFleets(
  random: Random,
  days: number,
  depots: number,
  limited: boolean,
): RoutingFleet[] {
  const all = Array.from({ length: days }, (_, k) => k + 1)
  const fleet = (depot: number, vehicles: number[], on: number[]): RoutingFleet => ({
    days: on,
    depot,
    vehicles,
    capacity: 6 + random.below(8),
    maxDuration: limited && random.below(3) > 0 ? 25 + random.below(30) : Infinity,
  })
  const first = fleet(0, random.below(2) === 0 ? [1] : [1, 2], all)
  const second = random.below(3) === 0 ? [fleet(depots - 1, [7], all)] : []
  const split = days > 1 && random.below(4) === 0
  if (!split) return [first, ...second]
  const cut = 1 + random.below(days - 1)
  return [
    { ...first, days: all.slice(0, cut) },
    fleet(0, [...first.vehicles], all.slice(cut)),
    ...second,
  ]
}

function someDates(random: Random, days: number): PlainDate[] {
  const dates: PlainDate[] = [addDays('2026-01-05' as PlainDate, random.below(20))]
  while (dates.length < days) dates.push(addDays(dates.at(-1)!, 1 + random.below(4)))
  return dates
}

function ofThePeriod(random: Random, instance: RoutingInstance, has: (rule: RuleName) => boolean) {
  const periodDays = has('wraps') && random.below(2) === 0 ? instance.days * 3 + random.below(4) : 0
  if (!has('unions')) return { periodDays }
  const customers = random
    .shuffle(instance.customers.map((c) => c.id))
    .slice(0, 2 + random.below(2))
  const minGap = 1 + random.below(2)
  const maxGap = minGap + random.below(3)
  const union = { customers, minGap, maxGap, ...(has('wraps') ? { wraps: true } : {}) }
  return { periodDays, unions: [union] }
}

const withRules = <T extends object, R extends object>(thing: T, rules: R) =>
  Object.keys(rules).length === 0 ? thing : { ...thing, rules }

/** One or two customers send something to others, and have their days. */
function withDeliveries(
  random: Random,
  customers: readonly RoutingCustomer[],
  wanted: boolean,
): RoutingCustomer[] {
  if (!wanted || customers.length < 2) return [...customers]
  const [first, second, third] = random.shuffle(customers.map((_, k) => k))
  const to = customers[second!]!
  const givers = third !== undefined && random.below(3) === 0 ? [first, third] : [first]
  return customers.map((c, k) => {
    if (!givers.includes(k)) return c
    const spacing = to.rules?.spacing
    const { spacing: _, ...own } = c.rules ?? {}
    const rules = {
      ...own,
      pickup: random.below(6),
      deliverTo: to.id,
      ...(spacing ? { spacing } : {}),
    }
    return { ...c, patterns: to.patterns, optional: to.optional, rules }
  })
}
