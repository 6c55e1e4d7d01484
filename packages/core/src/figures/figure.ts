import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import type { Words } from '../words/language.ts'
import type { Formula } from './formula.ts'
import type { Quantity, RecordSource } from './sources.ts'

/** What a figure can be divided by. */
export const Dimension = z.enum([
  'service',
  'domain',
  'priorityClass',
  'township',
  'village',
  'urbanRural',
  'remoteness',
  'channel',
  'site',
  'vehicleKind',
  'fund',
  'year',
  'month',
])
export type Dimension = z.infer<typeof Dimension>

/** What is counted, in base units: metres, seconds and fen. Figures of different units are never added. */
export type FigureUnit =
  | 'people'
  | 'personTimes'
  /** People × services: a person counts once for each service they are entitled to. */
  | 'entitlements'
  /** People × services × standards. */
  | 'standards'
  | 'trips'
  | 'visits'
  | 'villages'
  | 'vehicles'
  | 'posts'
  | 'seats'
  | 'metres'
  | 'minutes'
  | 'seconds'
  | 'fen'

/**
 * As of a day (`stock`), over a period (`flow`: may be cumulative since a day), or of a year (`yearly`: a rate that no
 * period changes).
 */
export type FigureTime = 'stock' | 'flow' | 'yearly'

/** A figure that a county reports, defined once: the pages, the workbook and the tests read this and nothing else. */
export interface FigureDefinition {
  id: string
  name: Words
  /** What counts and what does not, in one sentence. */
  counts: Words
  formula: Formula
  unit: FigureUnit | 'share' | 'index' | { top: FigureUnit; per: FigureUnit }
  time: FigureTime
  /** Which way is better; null where neither is. */
  better: 'high' | 'low' | null
  /** Rows in the order of their values, most first; else in that of their keys. */
  ranked?: true
  /** One of the four that go on top: expand coverage, improve quality, reduce costs, increase efficiency (A51). */
  headline?: 'coverage' | 'quality' | 'cost' | 'efficiency'
}

/** One fact that figures sum: a need, a trip, a visit, a line of money … */
export interface FigureRecord {
  /** Distinct among the records of its source. */
  id: string
  /** The day on which it happened, or from which it holds; null for what simply is. */
  on: PlainDate | null
  /** Who it was done for, by an opaque id; only where a record is of one person. */
  who?: string
  /** Settlement or facility. */
  place: string | null
  keys: Readonly<Partial<Record<Dimension, string>>>
  quantities: Readonly<Partial<Record<Quantity, number>>>
}

/** The records of a source; null where none are kept, which is not the same as none. */
export type RecordBook = (source: RecordSource) => readonly FigureRecord[] | null

/**
 * Stocks are as of `asOf`; flows count from `from` to `to`, both included, whatever `asOf` is. `cumulative`: of flows by
 * month, each month shows all since `from`.
 */
export const When = z.strictObject({
  asOf: PlainDate,
  from: PlainDate,
  to: PlainDate,
  cumulative: z.boolean(),
})
export type When = z.infer<typeof When>

export interface FigureValue {
  /** Null where it is not known: no records are kept, or nothing to divide by. */
  value: number | null
  /** The sums it is made of. */
  top: number
  bottom: number | null
  /** How many records stand behind it. */
  records: number
}
