import { gini } from '../access/equity.ts'
import { compareText } from '../kernel/order.ts'
import type {
  Dimension,
  FigureDefinition,
  FigureRecord,
  FigureValue,
  Formula,
  RecordBook,
  When,
} from './figure.ts'
import { type GapGroup, gapBetween } from './gap-between.ts'
import { type Quantity, type RecordSource, recordSources } from './sources.ts'

/** Sources of a formula, each once. */
export function sourcesOf(formula: Formula): RecordSource[] {
  if (formula.of === 'people') return [formula.source]
  if (formula.of === 'sum') return [formula.term.source]
  const { of: _, ...rest } = formula
  const terms = Object.values(rest).filter((part) => typeof part === 'object')
  return [...new Set(terms.map((term) => term.source))]
}

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
  if (sourcesOf(formula).some((source) => found(source) === null)) return unknown
  const of = (source: RecordSource) => found(source)!
  const records = sourcesOf(formula).reduce((sum, source) => sum + of(source).length, 0)
  switch (formula.of) {
    case 'sum': {
      const { source, quantity } = formula.term
      const value = sumOf(of(source), quantity)
      return { value, top: value, bottom: null, records }
    }
    case 'people': {
      const people = new Set(of(formula.source).map(({ who }) => who))
      // A record that does not say who is nobody that can be told from another.
      const value = people.has(undefined) ? null : people.size
      return { value, top: value ?? 0, bottom: null, records }
    }
    case 'gap': {
      const { between, part, whole } = formula
      const gap = gapBetween(of(part.source), between, part.quantity, whole.quantity)
      const top = sumOf(of(part.source), part.quantity)
      const bottom = sumOf(of(whole.source), whole.quantity)
      return { value: gap?.gap ?? null, top, bottom, records }
    }
    case 'gini': {
      const { value, weight } = formula
      const spread = of(value.source).flatMap(({ quantities }) => {
        const people = quantities[weight.quantity] ?? 0
        return people > 0 ? [{ value: (quantities[value.quantity] ?? 0) / people, people }] : []
      })
      const sum = spread.reduce((n, s) => n + s.people, 0)
      return { value: sum > 0 ? gini(spread) : null, top: sum, bottom: null, records }
    }
    default: {
      const [over, under] =
        formula.of === 'share' ? [formula.part, formula.whole] : [formula.top, formula.bottom]
      const top = sumOf(of(over.source), over.quantity)
      const bottom = sumOf(of(under.source), under.quantity)
      const times = formula.of === 'ratio' ? (formula.times ?? 1) : 1
      return { value: bottom > 0 ? (top * times) / bottom : null, top, bottom, records }
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

/** The records that a figure sums, in all or those of one key; their tops and bottoms add up to the figure's. */
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

/** Of a gap: its groups with their values, highest first; none of any other figure. */
export function groupsApart(
  { formula }: FigureDefinition,
  behind: readonly FigureRecord[],
): GapGroup[] {
  if (formula.of !== 'gap') return []
  const { between, part, whole } = formula
  return gapBetween(behind, between, part.quantity, whole.quantity)?.groups ?? []
}

function partsOf(
  formula: Formula,
  source: RecordSource,
  { quantities }: FigureRecord,
): { top: number; bottom: number | null } {
  if (formula.of === 'people') return { top: 1, bottom: null }
  if (formula.of === 'sum') return { top: quantities[formula.term.quantity] ?? 0, bottom: null }
  const [over, under] =
    formula.of === 'ratio'
      ? [formula.top, formula.bottom]
      : formula.of === 'gini'
        ? [formula.value, formula.weight]
        : [formula.part, formula.whole]
  const part = (term: typeof over) =>
    term.source === source ? (quantities[term.quantity] ?? 0) : 0
  return { top: part(over), bottom: part(under) }
}
