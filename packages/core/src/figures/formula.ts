import type { Dimension } from './figure.ts'
import type { Quantity, RecordSource } from './sources.ts'

/** A column of one kind of record. */
export interface Term {
  source: RecordSource
  quantity: Quantity
}

/** How a figure comes from its records. Everything is a sum of records, or made of two sums of records. */
export type Formula =
  | { of: 'sum'; term: Term }
  /** Different people, each once: only records that say who. */
  | { of: 'people'; source: RecordSource }
  /** Part of a whole of the same unit, 0 to 1. */
  | { of: 'share'; part: Term; whole: Term }
  /** One unit for each of another, times `times` (100 where a fen is shown as a yuan's worth). */
  | { of: 'ratio'; top: Term; bottom: Term; times?: number }
  /** How far apart groups are in part ÷ whole; urban less rural, else the best less the worst (docs/methods/figures.md). */
  | { of: 'gap'; between: Dimension; part: Term; whole: Term }
  /** Gini index over places of value ÷ weight, weighed by weight. */
  | { of: 'gini'; value: Term; weight: Term }

/** Columns of one kind of record, by name. */
export const columnsOf =
  (source: RecordSource) =>
  (quantity: Quantity): Term => ({ source, quantity })

export const sum = (term: Term): Formula => ({ of: 'sum', term })
export const share = (part: Term, whole: Term): Formula => ({ of: 'share', part, whole })
export const ratio = (top: Term, bottom: Term): Formula => ({ of: 'ratio', top, bottom })

/** The columns above and below the line: nothing below of a sum, none at all where people are counted. */
export function termsOf(formula: Formula): [over: Term | null, under: Term | null] {
  switch (formula.of) {
    case 'sum':
      return [formula.term, null]
    case 'people':
      return [null, null]
    case 'ratio':
      return [formula.top, formula.bottom]
    case 'gini':
      return [formula.value, formula.weight]
    default:
      return [formula.part, formula.whole]
  }
}

/** Sources of a formula, each once. */
export function sourcesOf(formula: Formula): RecordSource[] {
  if (formula.of === 'people') return [formula.source]
  const terms = termsOf(formula).filter((term) => term !== null)
  return [...new Set(terms.map(({ source }) => source))]
}
