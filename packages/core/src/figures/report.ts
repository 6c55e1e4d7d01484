import { z } from 'zod'
import { type Finding, finding } from '../kernel/finding.ts'
import { compareText } from '../kernel/order.ts'
import { figureOf } from './definitions/all-figures.ts'
import { dimensionsOf, evaluateFigure } from './evaluate-figure.ts'
import {
  Dimension,
  type FigureDefinition,
  type FigureValue,
  type RecordBook,
  When,
} from './figure.ts'

/** What a column of a report is about: today, a plan, or a measurement that was kept. */
export const ReportSide = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('today') }),
  z.strictObject({ of: z.literal('plan'), plan: z.uuid() }),
  z.strictObject({ of: z.literal('measurement'), measurement: z.uuid() }),
])
export type ReportSide = z.infer<typeof ReportSide>

/** What is asked: figures, how they are divided, for when, and of what; the first side is the baseline. */
export const ReportAsk = z.strictObject({
  figures: z.array(z.string().min(1).max(60)).min(1).max(40),
  by: Dimension.nullable(),
  when: When,
  sides: z.array(ReportSide).min(1).max(12),
})
export type ReportAsk = z.infer<typeof ReportAsk>

/** One row: a figure in all (`key` null), or of one key of the dimension; a value for each side. */
export interface ReportRow {
  figure: string
  key: string | null
  values: FigureValue[]
}

/** What of a report cannot be worked out: unknown figures, days the wrong way round; what cannot be divided is a warning. */
export function lintReport({ figures, by, when }: ReportAsk): Finding[] {
  const at = (id: string) => ({ path: `figures.${id}` })
  const known = figures.map((id) => ({ id, figure: figureOf(id) }))
  return [
    ...known.filter((f) => !f.figure).map(({ id }) => finding('figure-unknown', at(id), { id })),
    ...known
      .filter(({ figure }) => by !== null && figure && !dimensionsOf(figure).includes(by))
      .map(({ id }) => finding('figure-not-divided', at(id), { id, by: by! })),
    ...(when.from > when.to
      ? [finding('figure-days-turned', { path: 'when' }, { from: when.from, to: when.to })]
      : []),
  ]
}

/** Works a report out over the books of its sides, in the order in which its figures are asked. */
export function evaluateReport(ask: ReportAsk, books: readonly RecordBook[]): ReportRow[] {
  return ask.figures
    .map(figureOf)
    .filter((figure) => figure !== undefined)
    .flatMap((figure) => rowsOf(figure, ask, books))
}

function rowsOf(
  figure: FigureDefinition,
  { by, when }: ReportAsk,
  books: readonly RecordBook[],
): ReportRow[] {
  const sides = books.map((book) => evaluateFigure(figure, book, when, by))
  const keys = [...new Set(sides.flatMap(({ rows }) => rows.map(({ key }) => key)))]
  const tables = sides.map(({ rows }) => new Map(rows.map(({ key, ...value }) => [key, value])))
  const rows = keys.sort(compareText).map((key) => ({
    figure: figure.id,
    key,
    values: tables.map((table, k) => table.get(key) ?? withoutRecords(figure, sides[k]!.total)),
  }))
  const total = { figure: figure.id, key: null, values: sides.map((side) => side.total) }
  return [total, ...(figure.ranked ? rows.sort(byLastValue) : rows)]
}

/** By the value of the last side, most first and unknown ones last; equal ones by key, so that the ranking is always the same. */
const byLastValue = (a: ReportRow & { key: string }, b: ReportRow & { key: string }): number => {
  const [one, other] = [a, b].map(({ values }) => values.at(-1)?.value ?? Number.NEGATIVE_INFINITY)
  return one === other ? compareText(a.key, b.key) : other! > one! ? 1 : -1
}

/** What a figure is where a side has no record of a key: nothing, unless no records are kept there at all. */
const withoutRecords = ({ formula }: FigureDefinition, { value }: FigureValue): FigureValue => ({
  value: (formula.of === 'sum' || formula.of === 'people') && value !== null ? 0 : null,
  top: 0,
  bottom: null,
  records: 0,
})
