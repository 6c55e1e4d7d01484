import {
  ended,
  instanceOf,
  mostPlaces,
  nameOf,
  numbersTo,
  type ReadLocation,
} from './location-parts.ts'
import { numberWords } from './number-words.ts'
import { shortestWays } from './shortest-ways.ts'

/** OR-Library p-median (Beasley 1985): `n m p`, then m edges `i j length`; every vertex is client and site. A later edge replaces an earlier one. */
export function readPmed(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  const n = words.whole('n', 1, mostPlaces)
  const m = words.whole('m', 0, 1e7)
  const p = words.whole('p', 1, n || 1)
  const edges: [number, number, number][] = []
  if (words.findings.length === 0 && words.has(3 * m, 'edges × 3'))
    for (let k = 0; k < m; k++)
      edges.push([words.whole('i', 1, n) - 1, words.whole('j', 1, n) - 1, words.amount('length')])
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () => {
    const ids = numbersTo(n)
    return instanceOf(nameOf(file), ids, ids, { pairs: shortestWays(n, edges), p })
  })
}

/** Network covering instances (GR): `n edges 0 0`, then edges `i j length [demand]`; the demand on the k-th edge is that of vertex k. */
export function readCoverNetwork(text: string, file: string): ReadLocation {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const widths = lines.slice(1).map((line) => line.trim().split(/\s+/).length)
  const words = numberWords(text, file)
  const n = words.whole('n', 1, mostPlaces)
  const m = words.whole('edges', 0, 1e7)
  words.next('0')
  words.next('0')
  const weight = new Float64Array(Number.isNaN(n) ? 0 : n)
  const edges: [number, number, number][] = []
  if (words.findings.length === 0 && words.has(3 * m, 'edges × 3'))
    for (let k = 0; k < m; k++) {
      edges.push([words.whole('i', 1, n) - 1, words.whole('j', 1, n) - 1, words.amount('length')])
      if (widths[k] !== 4) continue
      const demand = words.amount('demand')
      if (k < n) weight[k] = demand
    }
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () => {
    const ids = numbersTo(n)
    return instanceOf(nameOf(file), ids, ids, {
      pairs: shortestWays(n, edges),
      weight,
      demand: weight,
    })
  })
}
