import { gini } from '../access/equity.ts'
import { compareText } from '../kernel/order.ts'
import type {
  Dimension,
  FigureDefinition,
  FigureRecord,
  FigureValue,
  RecordBook,
  When,
} from './figure.ts'
import { type Formula, sourcesOf, type Term, termsOf } from './formula.ts'
import { gapBetween } from './gap-between.ts'
import { type Quantity, type RecordSource, recordSources } from './sources.ts'

/** What a figure can be divided by: what the records of all its sources have. */
export function dimensionsOf({ formula }: Pick<FigureDefinition, 'formula'>): Dimension[] {
  const [first, ...others] = sourcesOf(formula).map(
    (source) => recordSources[source].dimensions as readonly Dimension[],
  )
  const both = first!.filter((dimension) => others.every((list) => list.includes(dimension)))
  return formula.of === 'gap' ? both.filter((dimension) => dimension !== formula.between) : both
}

const keyOf = (record: FigureRecord, by: Dimension): string =>
  by === 'month' ? (record.on ?? '').slice(0, 7) : (record.keys[by] ?? '')

/** Records of a source that count: of the period where they happened on a day. */
function counted(
  source: RecordSource,
  book: RecordBook,
  { asOf, from, to }: When,
): readonly FigureRecord[] | null {
  const flows = recordSources[source].time === 'flow'
  const kept = book(source)
  if (kept === null) return null
  return kept.filter(({ on }) => on === null || (flows ? on >= from && on <= to : on <= asOf))
}

const sumOf = (records: readonly FigureRecord[], quantity: Quantity): number =>
  records.reduce((sum, { quantities }) => sum + (quantities[quantity] ?? 0), 0)

const unknown: FigureValue = { value: null, top: 0, bottom: null, records: 0 }

type Found = (source: RecordSource) => readonly FigureRecord[] | null

function valueFrom(formula: Formula, found: Found): FigureValue {
  const sources = sourcesOf(formula)
  if (sources.some((source) => found(source) === null)) return unknown
  const of = (source: RecordSource) => found(source)!
  const records = sources.reduce((sum, source) => sum + of(source).length, 0)
  if (formula.of === 'people') {
    const people = new Set(of(formula.source).map(({ who }) => who))
    // A record that does not say who is nobody that can be told from another.
    const value = people.has(undefined) ? null : people.size
    return { value, top: value ?? 0, bottom: null, records }
  }
  const summed = (term: Term | null) => term && sumOf(of(term.source), term.quantity)
  const [over, under] = termsOf(formula)
  const [top, bottom] = [summed(over) ?? 0, summed(under)]
  return { value: made(formula, of, top, bottom ?? 0), top, bottom, records }
}

/** What a formula of columns makes of its sums; null where there is nothing to divide by or to be apart. */
function made(
  formula: Exclude<Formula, { of: 'people' }>,
  of: (source: RecordSource) => readonly FigureRecord[],
  top: number,
  bottom: number,
): number | null {
  switch (formula.of) {
    case 'sum':
      return top
    case 'gap': {
      const { between, part, whole } = formula
      return gapBetween(of(part.source), between, part.quantity, whole.quantity)?.gap ?? null
    }
    case 'gini': {
      const { value, weight } = formula
      const spread = of(value.source).flatMap(({ quantities }) => {
        const people = quantities[weight.quantity] ?? 0
        return people > 0 ? [{ value: (quantities[value.quantity] ?? 0) / people, people }] : []
      })
      return spread.length > 0 ? gini(spread) : null
    }
    default: {
      const times = formula.of === 'ratio' ? (formula.times ?? 1) : 1
      return bottom > 0 ? (top * times) / bottom : null
    }
  }
}

export interface FigureRow extends FigureValue {
  key: string
}

export interface Evaluated {
  total: FigureValue
  /** In the order of keys; none where the figure is not divided, or cannot be. */
  rows: FigureRow[]
}

/** A figure in all, and by a dimension where one is asked for that its records have. */
export function evaluateFigure(
  figure: FigureDefinition,
  book: RecordBook,
  when: When,
  by: Dimension | null,
): Evaluated {
  const kept = new Map(sourcesOf(figure.formula).map((s) => [s, counted(s, book, when)] as const))
  const total = valueFrom(figure.formula, (source) => kept.get(source) ?? null)
  if (by === null || !dimensionsOf(figure).includes(by)) return { total, rows: [] }
  const byKey = new Map([...kept].map(([source, list]) => [source, grouped(list ?? [], by)]))
  const keys = [...new Set([...byKey.values()].flatMap((groups) => [...groups.keys()]))]
  const runs = by === 'month' && when.cumulative
  const rows = keys.sort(compareText).map((key) => {
    const of: Found = (source) => {
      const list = kept.get(source) ?? null
      if (list === null) return null
      if (runs) return list.filter((record) => keyOf(record, by) <= key)
      return byKey.get(source)?.get(key) ?? []
    }
    return { key, ...valueFrom(figure.formula, of) }
  })
  return { total, rows }
}

function grouped(records: readonly FigureRecord[], by: Dimension): Map<string, FigureRecord[]> {
  const groups = new Map<string, FigureRecord[]>()
  for (const record of records) {
    const key = keyOf(record, by)
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return groups
}

/** A record behind a figure, with the quantities of it that the figure sums. */
export interface RecordBehind extends FigureRecord {
  source: RecordSource
  top: number
  bottom: number | null
}

/**
 * The records that a figure sums, in all or those of one key; their tops and bottoms add up to the figure's. Where people are
 * counted every record is one, also those of somebody who comes again.
 */
export function recordsBehind(
  figure: FigureDefinition,
  book: RecordBook,
  when: When,
  by: { dimension: Dimension; key: string } | null,
): RecordBehind[] {
  const { formula } = figure
  const runs = by?.dimension === 'month' && when.cumulative
  const within = (record: FigureRecord): boolean => {
    if (by === null) return true
    const key = keyOf(record, by.dimension)
    return runs ? key <= by.key : key === by.key
  }
  return sourcesOf(formula).flatMap((source) =>
    (counted(source, book, when) ?? [])
      .filter(within)
      .map((record) => ({ ...record, source, ...partsOf(formula, source, record) }))
      .filter(({ top, bottom }) => top !== 0 || (bottom ?? 0) !== 0),
  )
}

/** What a figure is made of. */
export interface BehindFigure {
  records: RecordBehind[]
  top: number
  /** Null where the figure is a sum. */
  bottom: number | null
  /** Of a gap: who is compared, highest value first; none of any other figure. */
  groups: { dimension: Dimension; key: string; value: number }[]
}

/** All that a figure is made of, in all or of one key: its records, their sums, and of a gap its groups. */
export function behindFigure(...asked: Parameters<typeof recordsBehind>): BehindFigure {
  const records = recordsBehind(...asked)
  const isRatio = records.some(({ bottom }) => bottom !== null)
  return {
    records,
    top: records.reduce((sum, { top }) => sum + top, 0),
    bottom: isRatio ? records.reduce((sum, { bottom }) => sum + (bottom ?? 0), 0) : null,
    groups: groupsApart(asked[0], records),
  }
}

function groupsApart(
  { formula }: FigureDefinition,
  records: readonly FigureRecord[],
): BehindFigure['groups'] {
  if (formula.of !== 'gap') return []
  const { between, part, whole } = formula
  const groups = gapBetween(records, between, part.quantity, whole.quantity)?.groups ?? []
  return groups.map(({ key, value }) => ({ dimension: between, key, value }))
}

function partsOf(
  formula: Formula,
  source: RecordSource,
  { quantities }: FigureRecord,
): { top: number; bottom: number | null } {
  const [over, under] = termsOf(formula)
  const part = (term: Term) => (term.source === source ? (quantities[term.quantity] ?? 0) : 0)
  return { top: over ? part(over) : 1, bottom: under && part(under) }
}
