import { dayNumber, weekday } from '../../kernel/calendar.ts'
import type { Random } from '../../kernel/random.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { CustomerRules, Spacing, TimeWindow, Union } from '../../plan/routing-rules.ts'
import { nameSource } from '../names.ts'
import { type BundleSpec, bundles } from './bundles.ts'
import type { FamilyTraits } from './families.ts'
import type { SetGround } from './set-ground.ts'
import { evenDays, fitsOneWeekday, type OpenDays, roomFor } from './spaced-days.ts'

/** What the villages ask: customers in the order of the villages, and the place of the valleys at which each is. */
export interface Asked {
  customers: RoutingCustomer[]
  at: number[]
  unions: Union[]
}

/** Clock times in seconds. */
const clock = (hours: number, minutes = 0): number => hours * 3600 + minutes * 60

/** Fasting patients are seen before this. */
const morning: TimeWindow = { open: clock(8), close: clock(10, 30) }

/** A village whose last visit, market and days off hold for all its bundles. */
interface Village {
  name: string
  place: number
  open: OpenDays
  /** Numbers of the instance's days, from 1, that belong to `open.calendar`. */
  days: number[]
  market: number | null
  closedWeekday: number | null
}

export function drawVillages(ground: SetGround, traits: FamilyTraits, random: Random): Asked {
  const names = nameSource(random.fork('names'))
  const asked: Asked = { customers: [], at: [], unions: [] }
  let id = ground.chosen.depots.length + ground.chosen.lodgings.length
  for (const place of ground.chosen.villages) {
    const village = drawVillage(ground, traits, place, names.village().zh, random)
    const specs = traits.bundles.map((name) => bundles[name]!)
    const given = specs.filter(({ share }) => random.below(100) < share)
    const own = given.map((spec) => {
      id += 1
      return drawCustomer(id, spec, village, ground, traits, random)
    })
    asked.customers.push(...(given.length > 1 ? own.map((c) => withPlace(c, village.name)) : own))
    asked.at.push(...own.map(() => place))
    const sameCrew = own.filter((_, k) => given[k]!.skill === given[0]!.skill)
    if (traits.unions && sameCrew.length > 1 && random.below(2) === 0)
      asked.unions.push(unionOf(sameCrew))
  }
  return asked
}

function drawVillage(
  ground: SetGround,
  traits: FamilyTraits,
  place: number,
  name: string,
  random: Random,
): Village {
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

function drawCustomer(
  id: number,
  spec: BundleSpec,
  village: Village,
  ground: SetGround,
  traits: FamilyTraits,
  random: Random,
): RoutingCustomer {
  const minutes = ([least, more]: readonly [number, number]) => 60 * (least + random.below(more))
  const { x, y } = ground.valleys.places[village.place]!
  const service = minutes(spec.service)
  const spacing = drawSpacing(spec, village, traits, random)
  const early = random.below(100) < 15 && ground.secondsFromSeat[village.place]! <= 5_400
  const window = early ? morning : { open: clock(8, 30), close: clock(16) }
  const patterns =
    traits.patterns && random.below(100) < 20 ? patternsOf(spacing, village, ground) : []
  const load = spec.load ? 10 * Math.round((spec.load[0] + random.below(spec.load[1])) / 10) : 0
  const optional = traits.optional && spec.optional
  return {
    id,
    x,
    y,
    service,
    demand: load,
    ...window,
    patterns,
    prize: optional ? optional.prize[0] + random.below(optional.prize[1]) : 0,
    optional: optional !== undefined,
    rules: {
      name: village.name,
      station: spec.station,
      setup: 60 * spec.setup,
      ...(patterns.length > 0 ? {} : { spacing }),
      ...dayRules(spec, spacing, window, village, ground, traits, random),
      ...(traits.longerByGap ? { serviceByGap: longer(service, spacing) } : {}),
      ...(traits.kinds && spec.skill ? { skills: [spec.skill] } : {}),
      ...(load > 0 ? { pickup: Math.floor(load / 20) * 10 } : {}),
      ...(traits.sameVehicle && random.below(100) < 15 ? { sameVehicle: true } : {}),
      ...(optional ? { priority: optional.priority } : {}),
    },
  }
}

/** Gaps from 55 to 145 per cent of the average, wider where holidays and closures ask for it. */
function drawSpacing(
  spec: BundleSpec,
  { open }: Village,
  traits: FamilyTraits,
  random: Random,
): Spacing {
  const { period } = open
  const every = random.pick(spec.every)
  const visits = Math.max(1, Math.round(period / every))
  const average = Math.floor(period / visits)
  return roomFor(
    {
      visits,
      minGap: Math.floor((average * 55) / 100),
      maxGap: Math.ceil((average * 145) / 100) + 1,
      ...(traits.carriedIn && random.below(2) === 0
        ? { lastBefore: 1 + random.below(average) }
        : {}),
      wraps: true,
    },
    open,
  )
}

/** The sets of days of the spacing's even rhythm from every first day. Day k of t is the bit 2^(t-k). */
function patternsOf(spacing: Spacing, { open, days }: Village, { dates }: SetGround): number[] {
  const found = open.calendar.flatMap((first, k) => {
    const later = { ...open, calendar: open.calendar.slice(k) }
    const even = evenDays(spacing, later)
    return even?.[0] === first ? [even] : []
  })
  return found.map((even) =>
    even.reduce((bits, day) => bits + 2 ** (dates.length - days[open.calendar.indexOf(day)]!), 0),
  )
}

/** What a bundle asks of days beside its spacing. */
function dayRules(
  spec: BundleSpec,
  spacing: Spacing,
  window: TimeWindow,
  village: Village,
  ground: SetGround,
  traits: FamilyTraits,
  random: Random,
): CustomerRules {
  const { open, days, market, closedWeekday } = village
  const weekdays = days.map((day) => weekday(ground.dates[day - 1]!))
  const main = spec.station === 'doctor'
  const markets =
    market === null || !main
      ? []
      : days.filter((day) => dayNumber(ground.dates[day - 1]!) % 5 === market)
  const published = traits.published && main ? evenDays(spacing, open) : null
  const visits = published?.map((day) => ({ day: days[open.calendar.indexOf(day)]! }))
  return {
    ...(closedWeekday === null ? {} : { windows: days.map((day) => ({ day, ...window })) }),
    ...(markets.length > 0 ? { seekDays: markets } : {}),
    ...(traits.markets && !main && random.below(100) < 30
      ? { avoidDays: days.filter((_, k) => weekdays[k] === 5) }
      : {}),
    ...(traits.sameWeekday && random.below(100) < 15 && fitsOneWeekday(spacing, open, weekdays)
      ? { sameWeekday: true }
      : {}),
    ...(visits ? { published: visits } : {}),
    ...(visits && random.below(100) < 8 ? { locked: [random.pick(visits)] } : {}),
  }
}

/** A tenth more when the gap is above the average, a fifth more when it is near the longest; whole minutes. */
const longer = (service: number, { minGap, maxGap }: Spacing) => {
  const share = (tenths: number) => service + 60 * Math.ceil((service * tenths) / 600)
  const middle = Math.ceil((minGap + maxGap) / 2)
  return [
    { gap: middle, service: share(1) },
    { gap: Math.max(middle + 1, maxGap - 2), service: share(2) },
  ]
}

/** Never two crews within three days of each other unless on the same day, and never longer alone than the most frequent bundle allows. */
const unionOf = (own: readonly RoutingCustomer[]): Union => ({
  customers: own.map((c) => c.id),
  minGap: 3,
  maxGap: Math.min(...own.map((c) => c.rules!.spacing!.maxGap)),
  wraps: true,
})
