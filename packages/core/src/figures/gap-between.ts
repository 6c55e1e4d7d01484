import { compareText } from '../kernel/order.ts'
import type { Dimension, FigureRecord } from './figure.ts'
import type { Quantity } from './sources.ts'

interface GapGroup {
  key: string
  part: number
  whole: number
  value: number
}

export interface Gap {
  /** Urban less rural; else the best group less the worst. */
  gap: number
  best: GapGroup
  worst: GapGroup
  /** Highest value first, then by key. */
  groups: GapGroup[]
}

/**
 * How far groups are apart in part ÷ whole. Groups with nothing to divide by are left out; null where fewer than two are
 * left, as there is then nothing to be apart. Linear in the values: bringing the worse half way up halves it.
 */
export function gapBetween(
  records: readonly FigureRecord[],
  between: Dimension,
  part: Quantity,
  whole: Quantity,
): Gap | null {
  const sums = new Map<string, { part: number; whole: number }>()
  for (const { keys, quantities } of records) {
    const key = keys[between] ?? ''
    const sum = sums.get(key) ?? { part: 0, whole: 0 }
    sum.part += quantities[part] ?? 0
    sum.whole += quantities[whole] ?? 0
    sums.set(key, sum)
  }
  const groups = [...sums]
    .filter(([, sum]) => sum.whole > 0)
    .map(([key, sum]): GapGroup => ({ key, ...sum, value: sum.part / sum.whole }))
    .sort((a, b) => b.value - a.value || compareText(a.key, b.key))
  const [best, worst] = [groups[0], groups.at(-1)]
  if (groups.length < 2 || !best || !worst) return null
  const [urban, rural] = ['urban', 'rural'].map((key) => groups.find((g) => g.key === key))
  const gap =
    between === 'urbanRural' && urban && rural
      ? urban.value - rural.value
      : best.value - worst.value
  return { gap, best, worst, groups }
}
