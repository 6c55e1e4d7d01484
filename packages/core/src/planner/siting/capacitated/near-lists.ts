import type { NearLists } from './cluster-moves.ts'

/** For each row of a table the columns of its least values, nearest first; `skipSelf` leaves out the row's own index. */
export function nearLists(
  table: Float64Array,
  rows: number,
  columns: number,
  wanted: number,
  skipSelf: boolean,
): NearLists {
  const width = Math.max(1, Math.min(wanted, skipSelf ? columns - 1 : columns))
  const list = new Int32Array(rows * width)
  const keys = new Float64Array(width)
  for (let i = 0; i < rows; i++) {
    keys.fill(Number.POSITIVE_INFINITY)
    const from = i * width
    let count = 0
    for (let j = 0; j < columns; j++) {
      const value = table[i * columns + j]!
      if ((skipSelf && j === i) || (count === width && value >= keys[width - 1]!)) continue
      let k = count < width ? count++ : width - 1
      while (k > 0 && keys[k - 1]! > value) {
        keys[k] = keys[k - 1]!
        list[from + k] = list[from + k - 1]!
        k -= 1
      }
      keys[k] = value
      list[from + k] = j
    }
  }
  return { width, list }
}
