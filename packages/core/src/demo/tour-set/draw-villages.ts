import { dayNumber, weekday } from '../../kernel/calendar.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { Union } from '../../plan/routing-rules.ts'
import { nameSource } from '../names.ts'
import { bundles } from './bundles.ts'
import { type Drawing, drawCustomer, type Village } from './draw-customer.ts'

/** What the villages ask: customers in the order of the villages, and the place of the valleys at which each is. */
export interface Asked {
  customers: RoutingCustomer[]
  at: number[]
  unions: Union[]
}

export function drawVillages(drawing: Drawing): Asked {
  const { ground, traits, random } = drawing
  const names = nameSource(random.fork('names'))
  const asked: Asked = { customers: [], at: [], unions: [] }
  let id = ground.chosen.depots.length + ground.chosen.lodgings.length
  for (const place of ground.chosen.villages) {
    const village = drawVillage(drawing, place, names.village().zh)
    const specs = traits.bundles.map((name) => bundles[name]!)
    const given = specs.filter(({ share }) => random.below(100) < share)
    const own = given.map((spec) => {
      id += 1
      return drawCustomer(drawing, id, spec, village)
    })
    asked.customers.push(...(given.length > 1 ? own.map((c) => withPlace(c, village.name)) : own))
    asked.at.push(...own.map(() => place))
    const sameCrew = own.filter((_, k) => given[k]!.skill === given[0]!.skill)
    if (traits.unions && sameCrew.length > 1 && random.below(2) === 0)
      asked.unions.push(unionOf(sameCrew))
  }
  return asked
}

function drawVillage({ ground, traits, random }: Drawing, place: number, name: string): Village {
  const closedWeekday = traits.markets && random.below(100) < 8 ? 1 + random.below(5) : null
  const days = ground.dates.flatMap((date, d) =>
    ground.reachable(place, d) && weekday(date) !== closedWeekday ? [d + 1] : [],
  )
  const first = dayNumber(ground.dates[0]!)
  return {
    name,
    place,
    days,
    open: {
      calendar: days.map((day) => dayNumber(ground.dates[day - 1]!) - first),
      period: ground.periodDays,
    },
    market: traits.markets && random.below(100) < 30 ? random.below(5) : null,
    closedWeekday,
  }
}

const withPlace = (customer: RoutingCustomer, place: string): RoutingCustomer => ({
  ...customer,
  rules: { ...customer.rules, place },
})

/** Never two crews within three days of each other unless on the same day, and never longer alone than the most frequent bundle allows. */
const unionOf = (own: readonly RoutingCustomer[]): Union => ({
  customers: own.map((c) => c.id),
  minGap: 3,
  maxGap: Math.min(...own.map((c) => c.rules!.spacing!.maxGap)),
  wraps: true,
})
