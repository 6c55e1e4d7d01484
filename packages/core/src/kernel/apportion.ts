/** Whole numbers with a given sum in proportion to weights, by largest remainders; ties to the first. */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, k) => (k === 0 ? total : 0))
  const exact = weights.map((w) => (w / sum) * total)
  const whole = exact.map(Math.floor)
  let left = total - whole.reduce((a, b) => a + b, 0)
  const order = exact
    .map((e, k) => ({ k, rest: e - Math.floor(e) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
  for (const { k } of order) {
    if (left-- <= 0) break
    whole[k]! += 1
  }
  return whole
}
