import {
  ended,
  euclidean,
  instanceOf,
  mostPlaces,
  nameOf,
  numbersTo,
  type ReadLocation,
} from './location-parts.ts'
import { numberWords } from './number-words.ts'

/** Capacitated p-median of Stefanello, de Araújo & Müller 2015: `n p`, then `x y capacity demand`; distances unrounded, not weighted by demand. */
export function readStefanello(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  const n = words.whole('n', 1, mostPlaces)
  const p = words.whole('p', 1, n || 1)
  const points: { x: number; y: number; capacity: number; demand: number }[] = []
  if (words.findings.length === 0 && words.has(4 * n, 'places × 4'))
    for (let k = 0; k < n; k++)
      points.push({
        x: words.next('x'),
        y: words.next('y'),
        capacity: words.amount('capacity'),
        demand: words.amount('demand'),
      })
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () => {
    const ids = numbersTo(n)
    return instanceOf(nameOf(file), ids, ids, {
      pairs: euclidean(points, points),
      capacity: Float64Array.from(points, (point) => point.capacity),
      demand: Float64Array.from(points, (point) => point.demand),
      p,
    })
  })
}

/** OR-Library capacitated p-median (Osman & Christofides 1994): `number best`, `n p Q`, then `i x y demand`; distances rounded down. */
export function readPmedcap(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  words.next('problem')
  words.next('best known')
  const n = words.whole('n', 1, mostPlaces)
  const p = words.whole('p', 1, n || 1)
  const capacity = words.amount('Q')
  const points: { id: number; x: number; y: number; demand: number }[] = []
  if (words.findings.length === 0 && words.has(4 * n, 'places × 4'))
    for (let k = 0; k < n; k++)
      points.push({
        id: words.next('i'),
        x: words.next('x'),
        y: words.next('y'),
        demand: words.amount('demand'),
      })
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () => {
    const ids = points.map((point) => point.id)
    return instanceOf(nameOf(file), ids, ids, {
      pairs: euclidean(points, points, Math.floor),
      capacity: new Float64Array(n).fill(capacity),
      demand: Float64Array.from(points, (point) => point.demand),
      p,
    })
  })
}
