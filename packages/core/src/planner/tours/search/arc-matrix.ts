import type { ArcConvention, RoutingInstance } from '../../../plan/routing.ts'

const scales: Record<ArcConvention, number> = {
  float: 10_000,
  round: 1,
  trunc10: 10,
  trunc100: 100,
  exact1000: 1000,
}

const whole = (value: number) => !Number.isFinite(value) || Number.isInteger(value)

/** Units of the search per unit of the file: the convention's own, finer where times or matrices need it, coarser where 32 bits would burst. */
export function scaleOf(instance: RoutingInstance): number {
  const { customers, depots, fleets, matrix, durations, convention } = instance
  const times = [
    ...customers.flatMap((c) => [c.service, c.open, c.close]),
    ...depots.flatMap((d) => [d.open, d.close]),
    ...fleets.map((f) => f.maxDuration),
  ]
  const wholeArcs = [matrix, durations].every((m) => !m || m.every((row) => row.every(whole)))
  let scale = matrix ? (wholeArcs ? 1 : 1000) : scales[convention]
  if (scale === 1 && !times.every(whole)) scale = 100
  const places = [...depots, ...customers]
  const spread =
    Math.max(...places.map((p) => Math.abs(p.x)), ...places.map((p) => Math.abs(p.y)), 1) * 100
  const most = Math.max(spread, ...times.filter(Number.isFinite))
  while (scale > 1 && most * scale > 1e9) scale /= 10
  return scale
}

/** Euclidean arcs by convention, or a given matrix; rounded up where the convention leaves decimals. */
export function arcMatrix(
  instance: RoutingInstance,
  scale: number,
  given: readonly (readonly number[])[] | undefined,
): Int32Array {
  const places = [...instance.depots, ...instance.customers]
  const size = places.length
  const arcs = new Int32Array(size * size)
  if (given) {
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) arcs[a * size + b] = Math.ceil(given[a]![b]! * scale - 1e-6)
    return arcs
  }
  const length = arcLength(instance.convention, scale)
  const xs = Float64Array.from(places.map((p) => p.x))
  const ys = Float64Array.from(places.map((p) => p.y))
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) {
      const arc = length(Math.sqrt((xs[a]! - xs[b]!) ** 2 + (ys[a]! - ys[b]!) ** 2))
      arcs[a * size + b] = arc
      arcs[b * size + a] = arc
    }
  return arcs
}

function arcLength(convention: ArcConvention, scale: number): (d: number) => number {
  if (convention === 'float') return (d) => Math.ceil(d * scale - 1e-6)
  if (convention === 'round') return (d) => Math.floor(d + 0.5) * scale
  if (convention === 'exact1000') return (d) => Math.ceil((Math.round(d * 1000) * scale) / 1000)
  const cut = scales[convention]
  return (d) => Math.ceil((Math.floor(d * cut) * scale) / cut)
}

const symmetric = (arcs: Int32Array, size: number): boolean => {
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) if (arcs[a * size + b] !== arcs[b * size + a]) return false
  return true
}

/** The transpose; the array itself where the matrix is symmetric. */
export function transposed(arcs: Int32Array, size: number): Int32Array {
  if (symmetric(arcs, size)) return arcs
  const flipped = new Int32Array(arcs.length)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) flipped[b * size + a] = arcs[a * size + b]!
  return flipped
}
