import type { Random } from '../../kernel/random.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { CustomerRules, PlannedVisit, Spacing, TimeWindow } from '../../plan/routing-rules.ts'
import type { HasRule } from './rule-names.fixture.ts'

/** What one customer draws of the rules in the instance: each in two of three. */
export function rulesOfCustomer(
  random: Random,
  instance: RoutingInstance,
  customer: RoutingCustomer,
  has: HasRule,
): CustomerRules {
  const draws: HasRule = (rule) => has(rule) && random.below(3) > 0
  const amounts = () => [0, 0, 0].map(() => random.below(5)).slice(random.below(2))
  const days = Array.from({ length: instance.days }, (_, k) => k + 1)
  const someDays = () => days.filter(() => random.below(2) === 0)
  return {
    ...(draws('windows') ? { windows: windowsOf(random, days) } : {}),
    ...(draws('spacing') ? { spacing: spacingOf(random, instance, customer, has) } : {}),
    ...(draws('serviceByGap') ? { serviceByGap: serviceOf(random, customer) } : {}),
    ...(has('places') ? placeOf(random, instance, customer) : {}),
    ...(draws('dimensions') ? { otherDemands: amounts() } : {}),
    ...(draws('pickups') ? { pickup: random.below(6) } : {}),
    ...(draws('pickups') && has('dimensions') ? { otherPickups: amounts() } : {}),
    ...(draws('skills') ? { skills: [random.below(3) === 0 ? 'teeth' : 'x-ray'] } : {}),
    ...(draws('sameVehicle') ? { sameVehicle: true } : {}),
    ...(draws('sameWeekday') ? { sameWeekday: true } : {}),
    ...(draws('priorities') ? { priority: random.below(3) } : {}),
    ...(draws('locked') && random.below(2) === 0
      ? { locked: [plannedOn(random, instance, random.pick(days))] }
      : {}),
    ...(draws('published')
      ? { published: someDays().map((day) => plannedOn(random, instance, day)) }
      : {}),
    ...(draws('wishes') ? { seekDays: someDays(), avoidDays: someDays() } : {}),
  }
}

/** One or two windows, now and then on a single day only. */
function windowsOf(random: Random, days: readonly number[]): (TimeWindow & { day?: number })[] {
  const open = random.below(25)
  const first = { open, close: open + random.below(15) }
  const second = { open: first.close + 5, close: first.close + 5 + random.below(15) }
  const shown = random.below(2) === 0 ? [first, second] : [first]
  return shown.map((window) =>
    random.below(4) === 0 ? { ...window, day: random.pick(days) } : window,
  )
}

function spacingOf(
  random: Random,
  instance: RoutingInstance,
  { patterns }: RoutingCustomer,
  has: HasRule,
): Spacing {
  const visits = patterns[0]!.toString(2).replaceAll('0', '').length
  const minGap = random.below(3)
  return {
    visits,
    minGap,
    maxGap: minGap + 1 + random.below(4) + (has('wraps') ? instance.days : 0),
    ...(has('lastBefore') && random.below(2) === 0 ? { lastBefore: random.below(4) } : {}),
    ...(has('wraps') && random.below(2) === 0 ? { wraps: true } : {}),
  }
}

function serviceOf(random: Random, { service }: RoutingCustomer) {
  const gap = 1 + random.below(2)
  const first = { gap, service: service + random.below(4) }
  const second = { gap: gap + 1 + random.below(2), service: first.service + random.below(4) }
  return random.below(2) === 0 ? [first] : [first, second]
}

/** Customers at the same point share a place; each has its setup and perhaps a station. */
function placeOf(random: Random, { customers }: RoutingInstance, { id, x, y }: RoutingCustomer) {
  const shared = customers.some((c) => c.id !== id && c.x === x && c.y === y)
  return {
    ...(shared ? { place: `${x}/${y}` } : {}),
    ...(shared && random.below(4) > 0 ? { station: random.pick(['a', 'b', 'c']) } : {}),
    ...(random.below(2) === 0 ? { setup: random.below(5) } : {}),
  }
}

function plannedOn(random: Random, { fleets }: RoutingInstance, day: number): PlannedVisit {
  const fleet = random.pick(fleets)
  if (random.below(2) === 0) return { day }
  return { day, vehicle: { depot: fleet.depot, number: random.pick(fleet.vehicles) } }
}
