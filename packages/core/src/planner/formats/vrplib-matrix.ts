import { finding } from '../../kernel/finding.ts'
import { type Notes, numbersOf } from './number-lines.ts'
import type { Parts } from './vrplib-parts.ts'

/** Beyond this a dense matrix no longer fits in memory. */
const mostNodes = 6000

/** Order in which a triangle is written: which columns each row has. Symmetric but for the full one. */
const shapes: Record<
  string,
  { columns: (row: number, size: number) => [from: number, to: number] }
> = {
  FULL_MATRIX: { columns: (_, size) => [0, size] },
  LOWER_ROW: { columns: (row) => [0, row] },
  LOWER_DIAG_ROW: { columns: (row) => [0, row + 1] },
  UPPER_ROW: { columns: (row, size) => [row + 1, size] },
  UPPER_DIAG_ROW: { columns: (row, size) => [row, size] },
}
/** By columns, a triangle is the other one by rows. */
shapes.UPPER_COL = shapes.LOWER_ROW!
shapes.UPPER_DIAG_COL = shapes.LOWER_DIAG_ROW!
shapes.LOWER_COL = shapes.UPPER_ROW!
shapes.LOWER_DIAG_COL = shapes.UPPER_DIAG_ROW!

type Point = readonly [x: number, y: number]

/**
 * Lengths that no rounding of a Euclidean arc gives. Source: G. Reinelt, TSPLIB 95, section 2: `GEO` takes degrees and
 * minutes as DDD.MM and its own value of π, `ATT` a pseudo-Euclidean length rounded up.
 */
const metrics: Record<string, (a: Point, b: Point) => number> = {
  CEIL_2D: ([ax, ay], [bx, by]) => Math.ceil(Math.hypot(ax - bx, ay - by)),
  ATT: ([ax, ay], [bx, by]) => Math.ceil(Math.sqrt(((ax - bx) ** 2 + (ay - by) ** 2) / 10)),
  GEO: (a, b) => {
    const [latA, lonA, latB, lonB] = [...a, ...b].map(geoRadians) as [
      number,
      number,
      number,
      number,
    ]
    const q1 = Math.cos(lonA - lonB)
    const q2 = Math.cos(latA - latB)
    const q3 = Math.cos(latA + latB)
    return Math.floor(6378.388 * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1)
  },
}

const geoPi = 3_141_592 / 1e6

const geoRadians = (value: number): number => {
  const degrees = Math.trunc(value)
  return (geoPi * (degrees + (5 * (value - degrees)) / 3)) / 180
}

const knownTypes = ['EUC_2D', 'EXPLICIT', ...Object.keys(metrics)]

/** The matrix over the nodes in the order of the file; null where straight lines do, and where findings say why not. */
export function readMatrix(
  parts: Parts,
  size: number,
  coordinates: ReadonlyMap<number, readonly number[]> | null,
  notes: Notes,
): number[][] | null {
  const type = (parts.keys.get('EDGE_WEIGHT_TYPE') ?? 'EUC_2D').toUpperCase()
  if (type === 'EUC_2D') return null
  const at = { file: notes.file }
  if (!knownTypes.includes(type)) {
    const known = knownTypes.join(', ')
    notes.findings.push(
      finding('instance-kind-other', at, { field: 'EDGE_WEIGHT_TYPE', value: type, known }),
    )
    return null
  }
  if (size > mostNodes) {
    notes.findings.push(finding('instance-matrix-too-large', at, { size, most: mostNodes }))
    return null
  }
  if (type === 'EXPLICIT') return explicitMatrix(parts, size, notes)
  const metric = metrics[type]!
  const points = Array.from(
    { length: size },
    (_, k) => (coordinates?.get(k + 1) ?? [0, 0]) as unknown as Point,
  )
  return points.map((a, i) => points.map((b, j) => (i === j ? 0 : metric(a, b))))
}

function explicitMatrix(parts: Parts, size: number, notes: Notes): number[][] | null {
  const format = (parts.keys.get('EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX').toUpperCase()
  const at = { file: notes.file }
  const shape = shapes[format]
  if (!shape) {
    const known = Object.keys(shapes).join(', ')
    notes.findings.push(
      finding('instance-kind-other', at, { field: 'EDGE_WEIGHT_FORMAT', value: format, known }),
    )
    return null
  }
  const weights = (parts.sections.get('EDGE_WEIGHT') ?? []).flatMap(
    (line) => numbersOf(line, [], notes) ?? [],
  )
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  let used = 0
  for (let a = 0; a < size; a++) {
    const [from, to] = shape.columns(a, size)
    for (let b = from; b < to; b++) {
      const weight = weights[used++] ?? 0
      matrix[a]![b] = weight
      if (format !== 'FULL_MATRIX') matrix[b]![a] = weight
    }
  }
  if (used !== weights.length)
    notes.findings.push(
      finding('instance-count-differs', at, {
        what: 'EDGE_WEIGHT_SECTION',
        want: used,
        have: weights.length,
      }),
    )
  return matrix
}
