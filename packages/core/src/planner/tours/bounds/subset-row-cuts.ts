import type { RouteColumn } from './route-graph.ts'

/**
 * Of three units, routes that serve two or more: Σ ⌊½ · visits to the three⌋ ≤ ⌊½ · their visits in all⌋
 * (Jepsen, Petersen, Spoorendonk & Pisinger 2008, Operations Research 56(2)). With limited memory a route forgets the half that it
 * holds when it leaves `memory` (Pecin, Pessoa, Poggi & Uchoa 2017): a weaker cut that makes fewer labels differ.
 */
export interface SubsetRowCut {
  units: readonly [number, number, number]
  /** By unit. */
  memory: Uint8Array
  most: number
}

/** How often a route fills the cut. */
export function cutCoefficient(cut: SubsetRowCut, stops: readonly number[]): number {
  let half = false
  let whole = 0
  for (const stop of stops) {
    if (!cut.memory[stop]) half = false
    if (!cut.units.includes(stop)) continue
    if (half) whole += 1
    half = !half
  }
  return whole
}

export interface SeparationOrder {
  units: number
  most: Int32Array
  /** Columns in use. */
  used: readonly { column: RouteColumn; share: number }[]
  known: ReadonlySet<string>
  /** Cuts at most. */
  count: number
}

const keyOfCut = (triple: readonly number[]) => triple.join(' ')
export const cutKey = (cut: SubsetRowCut): string => keyOfCut(cut.units)

/** The most violated cuts, each with the least memory in which the columns in use still count in full. */
export function separateCuts(order: SeparationOrder): SubsetRowCut[] {
  const { units: n, most, used, known, count } = order
  const pair = new Float64Array(n * n)
  const by: { set: number[]; share: number }[] = used.map(({ column, share }) => ({
    set: [...new Set(column.stops)],
    share,
  }))
  for (const { set, share } of by)
    for (const a of set) for (const b of set) if (a !== b) pair[a * n + b]! += share
  const found: { triple: [number, number, number]; over: number }[] = []
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      if (pair[a * n + b] === 0) continue
      for (let c = b + 1; c < n; c++) {
        const visits = most[a]! + most[b]! + most[c]!
        const limit = Math.floor(visits / 2)
        if (visits % 2 === 0) continue
        if (pair[a * n + b]! + pair[a * n + c]! + pair[b * n + c]! <= limit + 0.02) continue
        const triple: [number, number, number] = [a, b, c]
        const over = filled(triple, used) - limit
        if (over > 0.02 && !known.has(keyOfCut(triple))) found.push({ triple, over })
      }
    }
  found.sort((x, y) => y.over - x.over || compareTriples(x.triple, y.triple))
  const often = new Int32Array(n)
  const cuts: SubsetRowCut[] = []
  for (const { triple } of found) {
    if (cuts.length >= count) break
    if (triple.some((c) => often[c]! >= 5)) continue
    for (const c of triple) often[c]! += 1
    const memory = leastMemory(triple, used, n)
    cuts.push({
      units: triple,
      memory,
      most: Math.floor((most[triple[0]]! + most[triple[1]]! + most[triple[2]]!) / 2),
    })
  }
  return cuts
}

const compareTriples = (a: readonly number[], b: readonly number[]) =>
  a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!

function filled(triple: readonly number[], used: SeparationOrder['used']): number {
  let sum = 0
  for (const { column, share } of used) {
    let visits = 0
    for (const stop of column.stops) if (triple.includes(stop)) visits += 1
    sum += share * (visits >> 1)
  }
  return sum
}

/** The three, and all that columns in use pass between the two that make a whole. */
function leastMemory(
  triple: readonly number[],
  used: SeparationOrder['used'],
  n: number,
): Uint8Array {
  const memory = new Uint8Array(n)
  for (const customer of triple) memory[customer] = 1
  for (const { column } of used) {
    let since = -1
    column.stops.forEach((stop, k) => {
      if (!triple.includes(stop)) return
      if (since < 0) {
        since = k
        return
      }
      for (let passed = since; passed < k; passed++) memory[column.stops[passed]!] = 1
      since = -1
    })
  }
  return memory
}
