import { z } from 'zod'
import type { Words } from '../../words/language.ts'

/** The longest horizon: a year and some weeks to wrap around. */
export const mostDays = 400

/** Index into a list of the file, counted from 0. */
const index = z.int().min(0)
const day = z.int().min(1).max(mostDays)
const amount = z.number().min(0)
const names = z.array(z.string())

/** JSON has no Infinity: a limit left out is none, and in a list `null` stands for it. */
export const limit = amount.default(Infinity)
const limits = z.array(z.union([amount, z.null().transform(() => Infinity)])).max(3)

/** Says what is wrong in both languages where no rule of the schema library has words for it. */
export const complaint = (words: Words, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message: words.en,
  params: { words },
  path,
})

const rangeWords: Words = {
  zh: '天数要写成 3 或 "1-5" 的样子，从小到大',
  en: 'write days as 3 or "1-5", the smaller first',
}

/** Days by number and by range, as in `["1-5", 8]`: the days of a year would be hundreds of numbers. */
export const days = z.array(z.union([z.number(), z.string()])).transform((list, ctx) => {
  const found: number[] = []
  list.forEach((entry, k) => {
    const [from, to = from] =
      typeof entry === 'number' ? [entry] : (/^(\d+)-(\d+)$/.exec(entry) ?? []).slice(1).map(Number)
    const good = day.safeParse(from).success && day.safeParse(to).success && from! <= to!
    if (good) for (let d = from!; d <= to!; d++) found.push(d)
    else ctx.addIssue({ ...complaint(rangeWords, [k]), input: entry })
  })
  return found
})

/** Rows of numbers; checked by hand because a matrix may have millions. */
const numberRows = z.custom<number[][]>().superRefine((rows, ctx) => {
  const path = notNumber(rows)
  if (path) ctx.addIssue(complaint({ zh: '应为数字的行', en: 'it must be rows of numbers' }, path))
})

/** Where the first thing stands that is no number in a row. */
function notNumber(rows: unknown): number[] | null {
  if (!Array.isArray(rows)) return []
  const wrong = (value: unknown) => !Number.isFinite(value)
  const k = rows.findIndex((row) => !Array.isArray(row) || row.some(wrong))
  if (k < 0) return null
  return Array.isArray(rows[k]) ? [k, rows[k].findIndex(wrong)] : [k]
}

export const matrix = numberRows
export const travelMatrix = z.strictObject({ lengths: numberRows, times: numberRows })

const window = z.strictObject({ open: z.number().default(0), close: z.number().default(Infinity) })

export const fleetRules = z.strictObject({
  name: z.string().exactOptional(),
  endDepot: index.nullable().exactOptional(),
  open: z.number().exactOptional(),
  close: z.number().exactOptional(),
  otherCapacities: limits.exactOptional(),
  skills: names.exactOptional(),
  maxDriving: amount.exactOptional(),
  travel: z.union([index, z.array(index)]).exactOptional(),
  rest: z
    .strictObject({ after: amount, duration: amount, onRoad: z.boolean().default(false) })
    .exactOptional(),
  breaks: z
    .array(z.strictObject({ windows: z.array(window).min(1), duration: amount }))
    .exactOptional(),
  maxStops: z.int().min(0).exactOptional(),
  maxDaysOut: z.int().min(0).exactOptional(),
  reload: z
    .strictObject({ at: z.array(index).min(1), duration: amount.default(0), most: z.int().min(0) })
    .exactOptional(),
  nights: z
    .strictObject({
      at: z.array(index).min(1),
      cost: amount.default(0),
      mostInRow: z.int().min(0),
      evenings: days.exactOptional(),
    })
    .exactOptional(),
  costs: z
    .strictObject({
      perDay: amount.default(0),
      perLength: amount.default(1),
      perTime: amount.default(0),
    })
    .exactOptional(),
})

const plannedVisit = z.strictObject({
  day,
  vehicle: z.strictObject({ depot: index, number: z.int() }).exactOptional(),
})

const gaps = { minGap: amount.default(1), maxGap: limit, wraps: z.boolean().exactOptional() }

export const customerRules = z.strictObject({
  name: z.string().exactOptional(),
  windows: z.array(window.extend({ day: day.exactOptional() })).exactOptional(),
  spacing: z
    .strictObject({ visits: z.int().min(1), ...gaps, lastBefore: amount.exactOptional() })
    .exactOptional(),
  seekDays: days.exactOptional(),
  avoidDays: days.exactOptional(),
  serviceByGap: z.array(z.strictObject({ gap: amount, service: amount })).exactOptional(),
  place: z.string().exactOptional(),
  station: z.string().exactOptional(),
  setup: amount.exactOptional(),
  otherDemands: z.array(amount).max(3).exactOptional(),
  pickup: amount.exactOptional(),
  otherPickups: z.array(amount).max(3).exactOptional(),
  deliverTo: z.int().exactOptional(),
  skills: names.exactOptional(),
  sameVehicle: z.boolean().exactOptional(),
  sameWeekday: z.boolean().exactOptional(),
  priority: z.int().min(0).exactOptional(),
  locked: z.array(plannedVisit).exactOptional(),
  published: z.array(plannedVisit).exactOptional(),
})

export const union = z.strictObject({ customers: z.array(z.int()).min(1), ...gaps })
