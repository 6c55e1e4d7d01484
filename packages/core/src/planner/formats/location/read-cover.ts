import { ended, instanceOf, nameOf, numbersTo, type ReadLocation } from './location-parts.ts'
import { numberWords } from './number-words.ts'

/** OR-Library set covering (Beasley 1987): `rows columns`, the cost of each column, then for each row its number of columns and which, from 1. */
export function readCover(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  const rows = words.whole('rows', 1, 1e6)
  const columns = words.whole('columns', 1, 1e6)
  const covers: Int32Array[] = []
  const fixed = new Float64Array(words.findings.length > 0 ? 0 : columns)
  if (words.findings.length === 0 && words.has(columns + rows, 'numbers')) {
    for (let j = 0; j < columns; j++) fixed[j] = words.amount('cost')
    for (let i = 0; i < rows; i++) {
      const count = words.whole('columns of a row', 1, columns)
      if (Number.isNaN(count) || !words.has(count, 'columns of a row')) break
      const row = Int32Array.from(numbersTo(count), () => words.whole('column', 1, columns) - 1)
      const sorted = Int32Array.from(new Set(row)).sort()
      covers.push(sorted)
    }
  }
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () =>
    instanceOf(nameOf(file), numbersTo(rows), numbersTo(columns), { covers, fixed }),
  )
}
