import { z } from 'zod'
import { PlainDate } from '../../kernel/calendar.ts'
import { mostPatternDays } from './check-horizon.ts'
import { numbered } from './numbered.ts'
import {
  customerRules,
  days,
  fleetRules,
  limit,
  matrix,
  mostDays,
  travelMatrix,
  union,
} from './rules-schema.ts'

const amount = z.number().min(0)

const depot = z.strictObject({
  id: z.int(),
  x: z.number(),
  y: z.number(),
  open: z.number().default(0),
  close: z.number().default(Infinity),
})

const fleet = z.strictObject({
  /** Left out: every day. */
  days: days.exactOptional(),
  depot: z.int().min(0).default(0),
  /** Their numbers, or how many there are. */
  vehicles: z.union([z.array(z.int()), z.int().min(0).max(10_000).transform(numbered)]),
  capacity: limit,
  maxDuration: limit,
  rules: fleetRules.exactOptional(),
})

const customer = z.strictObject({
  id: z.int(),
  x: z.number(),
  y: z.number(),
  service: amount.default(0),
  demand: amount.default(0),
  open: z.number().default(0),
  close: z.number().default(Infinity),
  /** Left out: by `rules.spacing`, and without it once on any day. */
  patterns: z.array(z.int()).exactOptional(),
  prize: amount.default(0),
  optional: z.boolean().default(false),
  rules: customerRules.exactOptional(),
})

/** Once, on any one of the days. */
const onceOnAnyDay = (dayCount: number): number[] =>
  dayCount > mostPatternDays ? [] : numbered(dayCount).map((day) => 2 ** (dayCount - day))

export const ownFormat = 'kuashan-routing-1'

/** Our own JSON: the fields of `RoutingInstance`; its output is one (a test of types holds them equal). */
export const ownInstance = z
  .strictObject({
    format: z.literal(ownFormat),
    name: z.string().default(''),
    days: z.int().min(1).max(mostDays).default(1),
    objective: z.enum(['distance', 'hierarchical', 'profit', 'levels']).default('distance'),
    convention: z.enum(['float', 'round', 'trunc10', 'trunc100', 'exact1000']).default('float'),
    depots: z.array(depot).min(1),
    fleets: z.array(fleet).min(1),
    customers: z.array(customer),
    matrix: matrix.exactOptional(),
    durations: matrix.exactOptional(),
    travel: z.array(travelMatrix).min(1).exactOptional(),
    dates: z.array(PlainDate).exactOptional(),
    periodDays: z.int().min(1).exactOptional(),
    unions: z.array(union).exactOptional(),
  })
  .transform(({ format: _, fleets, customers, ...rest }) => ({
    ...rest,
    fleets: fleets.map((f) => ({ ...f, days: f.days ?? numbered(rest.days) })),
    customers: customers.map((c) => ({
      ...c,
      patterns: c.patterns ?? (c.rules?.spacing ? [] : onceOnAnyDay(rest.days)),
    })),
  }))
