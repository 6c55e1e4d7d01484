import { finding } from '../../../kernel/finding.ts'
import { linesOf, type Notes, numbersOf } from '../number-lines.ts'
import {
  ended,
  euclidean,
  instanceOf,
  mostPlaces,
  nameOf,
  numbersTo,
  type Point,
  type ReadLocation,
} from './location-parts.ts'
import { numberWords } from './number-words.ts'

/** TSPLIB points (EUC_2D) as client and site each, weight 1; distances are not rounded, as the p-median literature has it. */
export function readTsplibPoints(text: string, file: string): ReadLocation {
  const notes: Notes = { file, findings: [] }
  const lines = linesOf(text)
  const from = lines.findIndex((line) => /^NODE_COORD_SECTION/.test(line.text))
  const to = lines.findIndex((line) => /^EOF\b/.test(line.text))
  const size = /^\s*DIMENSION\s*:\s*(\d+)/m.exec(text)?.[1]
  const kind = /^\s*EDGE_WEIGHT_TYPE\s*:\s*(\S+)/m.exec(text)?.[1]
  if (from < 0)
    notes.findings.push(
      finding('instance-section-missing', { file }, { section: 'NODE_COORD_SECTION' }),
    )
  if (kind !== undefined && kind !== 'EUC_2D')
    notes.findings.push(
      finding(
        'instance-kind-other',
        { file },
        { field: 'EDGE_WEIGHT_TYPE', value: kind, known: 'EUC_2D' },
      ),
    )
  const seen = new Set<number>()
  const points = (from < 0 ? [] : lines.slice(from + 1, to < 0 ? undefined : to)).flatMap(
    (line) => {
      const numbers = numbersOf(line, ['i', 'x', 'y'], notes)
      if (!numbers) return []
      const [id, x, y] = numbers
      if (seen.has(id))
        notes.findings.push(finding('instance-id-doubled', { file, row: line.row }, { id }))
      seen.add(id)
      return [{ id, x, y }]
    },
  )
  if (size !== undefined && Number(size) !== points.length)
    notes.findings.push(
      finding(
        'instance-count-differs',
        { file },
        { what: 'DIMENSION', want: Number(size), have: points.length },
      ),
    )
  return ended(notes.findings, () => {
    const ids = points.map((point) => point.id)
    return instanceOf(nameOf(file), ids, ids, { pairs: euclidean(points, points) })
  })
}

/** Points with a demand, `x y demand` (SJC, ZDS, PCB): line 1 starts with their number; every point is client and site. */
export function readCoverPoints(text: string, file: string): ReadLocation {
  const [heading = '', ...rest] = text.split(/\r\n|\r|\n/)
  const n = Number(heading.trim().split(/\s+/)[0])
  // The empty line keeps the numbers of lines right.
  const words = numberWords(['', ...rest].join('\n'), file)
  const points: (Point & { demand: number })[] = []
  if (!Number.isInteger(n) || n < 1 || n > mostPlaces)
    words.findings.push(
      finding(
        'instance-outside',
        { file, row: 1 },
        { field: 'n', value: heading, low: 1, high: mostPlaces },
      ),
    )
  else if (words.has(3 * n, 'places × 3'))
    for (let k = 0; k < n; k++)
      points.push({ x: words.next('x'), y: words.next('y'), demand: words.amount('demand') })
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () => {
    const ids = numbersTo(n)
    const weight = Float64Array.from(points, (point) => point.demand)
    return instanceOf(nameOf(file), ids, ids, {
      pairs: euclidean(points, points),
      weight,
      demand: weight,
    })
  })
}

/** Facilities and customers apart (Cordeau, Furini & Ljubić 2019): lines `F id x y cost` and `C id x y demand`. */
export function readSitesAndClients(text: string, file: string): ReadLocation {
  const notes: Notes = { file, findings: [] }
  const [heading, ...lines] = linesOf(text)
  const announced = heading && numbersOf(heading, ['facilities', 'customers'], notes)
  const groups: Record<'F' | 'C', (Point & { id: number; value: number })[]> = { F: [], C: [] }
  for (const line of lines) {
    const kind = line.text[0]
    if (kind !== 'F' && kind !== 'C') {
      notes.findings.push(
        finding(
          'instance-kind-other',
          { file, row: line.row },
          { field: 'line', value: line.text.slice(0, 20), known: 'F, C' },
        ),
      )
      continue
    }
    const numbers = numbersOf(
      { row: line.row, text: line.text.slice(1).trim() },
      ['id', 'x', 'y', kind === 'F' ? 'cost' : 'demand'],
      notes,
    )
    if (!numbers) continue
    const [id, x, y, value] = numbers
    if (groups[kind].some((place) => place.id === id))
      notes.findings.push(finding('instance-id-doubled', { file, row: line.row }, { id }))
    if (value < 0)
      notes.findings.push(
        finding('instance-negative', { file, row: line.row }, { field: 'demand', value }),
      )
    groups[kind].push({ id, x, y, value })
  }
  const counts = [groups.F.length, groups.C.length]
  for (const k of [0, 1])
    if (announced && announced[k] !== counts[k])
      notes.findings.push(
        finding(
          'instance-count-differs',
          { file },
          { what: k === 0 ? 'facilities' : 'customers', want: announced[k]!, have: counts[k]! },
        ),
      )
  return ended(notes.findings, () => {
    const weight = Float64Array.from(groups.C, (place) => place.value)
    return instanceOf(
      nameOf(file),
      groups.C.map((place) => place.id),
      groups.F.map((place) => place.id),
      { pairs: euclidean(groups.C, groups.F), weight, demand: weight },
    )
  })
}
