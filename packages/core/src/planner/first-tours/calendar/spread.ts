/**
 * Whole positions in [0, size) for ascending wishes, one each, in the same order, with the least sum
 * of squared shifts. Wishes beyond `size` in number are a bug. Pool-adjacent-violators on wish − rank
 * (Barlow et al. 1972, Statistical Inference under Order Restrictions); O(wishes).
 */
export function spread(wishes: readonly number[], size: number): number[] {
  if (wishes.length > size) throw new RangeError('more wishes than positions')
  const sums: number[] = []
  const counts: number[] = []
  wishes.forEach((wish, rank) => {
    sums.push(wish - rank)
    counts.push(1)
    while (sums.length > 1) {
      const last = sums.length - 1
      if (sums[last - 1]! / counts[last - 1]! <= sums[last]! / counts[last]!) break
      sums[last - 1]! += sums.pop()!
      counts[last - 1]! += counts.pop()!
    }
  })
  const free = size - wishes.length
  const positions: number[] = []
  sums.forEach((sum, block) => {
    const level = Math.min(free, Math.max(0, Math.round(sum / counts[block]!)))
    for (let k = 0; k < counts[block]!; k++) positions.push(level + positions.length)
  })
  return positions
}
