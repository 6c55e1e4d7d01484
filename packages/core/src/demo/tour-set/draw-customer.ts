import { dayNumber, weekday } from '../../kernel/calendar.ts'
import type { Random } from '../../kernel/random.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { CustomerRules, Spacing, TimeWindow } from '../../plan/routing-rules.ts'
import type { BundleSpec } from './bundles.ts'
import type { FamilyTraits } from './families.ts'
import type { SetGround } from './set-ground.ts'
import { evenDays, fitsOneWeekday, type OpenDays, roomFor } from './spaced-days.ts'

/** What villages are drawn from. */
export interface Drawing {
  ground: SetGround
  traits: FamilyTraits
  random: Random
}

/** A village with its market and days off, which hold for all its bundles. */
export interface Village {
  name: string
  /** Its number among the valleys' places. */
  place: number
  open: OpenDays
  /** Numbers of the instance's days, from 1, that belong to `open.calendar`. */
  days: readonly number[]
  /** It holds a market on every fifth calendar day, those with this rest. */
  market: number | null
  closedWeekday: number | null
}

/** Clock times in seconds. */
const clock = (hours: number, minutes = 0): number => hours * 3600 + minutes * 60

/** Fasting patients are seen before this. */
const morning: TimeWindow = { open: clock(8), close: clock(10, 30) }

/** One bundle at a village, as a customer. */
export function drawCustomer(
  drawing: Drawing,
  id: number,
  spec: BundleSpec,
  village: Village,
): RoutingCustomer {
  const { ground, traits, random } = drawing
  const minutes = ([least, more]: readonly [number, number]) => 60 * (least + random.below(more))
  const { x, y } = ground.valleys.places[village.place]!
  const service = minutes(spec.service)
  const spacing = drawSpacing(drawing, spec, village)
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
      ...dayRules(drawing, spec, village, spacing, window),
      ...(traits.longerByGap ? { serviceByGap: longer(service, spacing) } : {}),
      ...(traits.kinds && spec.skill ? { skills: [spec.skill] } : {}),
      ...(load > 0 ? { pickup: Math.floor(load / 20) * 10 } : {}),
      ...(traits.sameVehicle && random.below(100) < 15 ? { sameVehicle: true } : {}),
      ...(optional ? { priority: optional.priority } : {}),
    },
  }
}

/** Gaps from 55 to 145 per cent of the average, wider where holidays and closures ask for it. */
function drawSpacing({ traits, random }: Drawing, spec: BundleSpec, { open }: Village): Spacing {
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
  { ground, traits, random }: Drawing,
  spec: BundleSpec,
  { open, days, market, closedWeekday }: Village,
  spacing: Spacing,
  window: TimeWindow,
): CustomerRules {
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
