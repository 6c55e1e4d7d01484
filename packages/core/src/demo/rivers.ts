import { neighbours8 } from '../territory/terrain.ts'
import { minHeap } from './min-heap.ts'

/** Cells from mouth to source: every cell after its receiver (the stack of Braun & Willett 2013). */
export function upstreamOrder(receiver: Int32Array): Int32Array {
  const n = receiver.length
  const first = new Int32Array(n).fill(-1)
  const next = new Int32Array(n).fill(-1)
  const stack: number[] = []
  for (let cell = n - 1; cell >= 0; cell--) {
    const r = receiver[cell]!
    if (r === cell) stack.push(cell)
    else {
      next[cell] = first[r]!
      first[r] = cell
    }
  }
  const order = new Int32Array(n)
  let count = 0
  while (stack.length > 0) {
    const cell = stack.pop()!
    order[count++] = cell
    for (let donor = first[cell]!; donor >= 0; donor = next[donor]!) stack.push(donor)
  }
  return order
}

/** Catchments in km² by adding cells from source to mouth. */
export function catchments(receiver: Int32Array, order: Int32Array, cellM: number): Float32Array {
  const area = new Float32Array(receiver.length).fill((cellM * cellM) / 1e6)
  for (let k = order.length - 1; k >= 0; k--) {
    const cell = order[k]!
    const r = receiver[cell]!
    if (r !== cell) area[r]! += area[cell]!
  }
  return area
}

/** Steepest lower neighbour of each cell; outlets keep themselves. */
export function steepestReceivers(
  z: Float32Array,
  columns: number,
  rows: number,
  isOutlet: Uint8Array,
): Int32Array {
  const receiver = new Int32Array(z.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      receiver[cell] = cell
      if (isOutlet[cell]) continue
      let best = 0
      for (const [dx, dy] of neighbours8) {
        const c = column + dx
        const r = row + dy
        if (c < 0 || r < 0 || c >= columns || r >= rows) continue
        const other = r * columns + c
        const fall = (z[cell]! - z[other]!) / (dx !== 0 && dy !== 0 ? Math.SQRT2 : 1)
        if (fall > best) {
          best = fall
          receiver[cell] = other
        }
      }
    }
  }
  return receiver
}

/** Receivers such that every cell drains: cells are taken lowest first from the outlets, pits are crossed (Barnes et al. 2014). */
export function floodReceivers(
  z: Float32Array,
  columns: number,
  rows: number,
  isOutlet: Uint8Array,
): Int32Array {
  const receiver = new Int32Array(z.length).fill(-1)
  const heap = minHeap(1 << 14)
  for (let cell = 0; cell < z.length; cell++) {
    if (!isOutlet[cell]) continue
    receiver[cell] = cell
    heap.push(z[cell]!, cell)
  }
  while (heap.size > 0) {
    const cell = heap.pop()
    const level = heap.key
    const column = cell % columns
    const row = Math.floor(cell / columns)
    for (const [dx, dy] of neighbours8) {
      const c = column + dx
      const r = row + dy
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue
      const other = r * columns + c
      if (receiver[other]! >= 0) continue
      receiver[other] = cell
      heap.push(Math.max(level + 1e-3, z[other]!), other)
    }
  }
  return receiver
}
