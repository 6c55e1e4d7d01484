import { compareText } from '../../kernel/order.ts'
import type { Change } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { conversionOf } from './site-changes.ts'

/**
 * What the changes of a scenario cost once, in fen by fund (`none` where no fund is named): the capital they state, and
 * of a conversion the registered one. `input` is the county before the changes.
 */
export function capitalOfChanges(
  changes: readonly Change[],
  input: CountyInput,
): Record<string, number> {
  const sums = new Map<string, number>()
  const add = (fen: number, fund: string | undefined) => {
    if (fen > 0) sums.set(fund ?? 'none', (sums.get(fund ?? 'none') ?? 0) + fen)
  }
  for (const change of changes) {
    if ('capital' in change && change.capital !== undefined) {
      const times = change.do === 'add-vehicles-like' ? change.count : 1
      add(change.capital.fen * times, change.capital.fund)
    }
    if (change.do === 'convert-site') {
      const figures = conversionOf(change, input)
      add(figures?.capitalFen ?? 0, figures?.fund)
    }
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => compareText(a, b)))
}
