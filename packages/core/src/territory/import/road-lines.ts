import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { hash32 } from '../../kernel/random.ts'
import type { RoadNetwork } from '../roads.ts'
import type { LngLat } from '../settlement.ts'
import { type Properties, roadAttributes } from './road-attributes.ts'
import { joinLines, type NamedLine } from './road-join.ts'

/** One line of a road layer: WGS-84 degrees and its row of attributes. */
export interface RoadLine {
  points: readonly LngLat[]
  properties: Properties
}

/**
 * A road network out of separate lines, the same whatever their order. Lines without an id get one from their
 * geometry, so that it stays when other lines come and go. Equal points are junctions, and so are
 * ends within 1 m unless `join` is false.
 */
export function roadsFromLines(
  lines: readonly RoadLine[],
  file: string,
  options: { join?: boolean } = {},
): { roads: RoadNetwork | null; findings: Finding[] } {
  const findings: Finding[] = []
  const unknown = new Map<string, number>()
  const usable: NamedLine[] = []
  let unusable = 0
  for (const line of lines) {
    const points = line.points.filter(
      (p, k) => isDegrees(p) && !(k > 0 && same(p, line.points[k - 1]!)),
    )
    if (points.length < 2) {
      unusable++
      continue
    }
    const row = roadAttributes(line.properties)
    if (row.unknownClass !== null) {
      unknown.set(row.unknownClass, (unknown.get(row.unknownClass) ?? 0) + 1)
    }
    usable.push({ id: row.id || geometryId(points), road: row.road, points })
  }
  if (unusable > 0) findings.push(finding('road-line-unusable', { file }, { count: unusable }))
  for (const [value, count] of [...unknown].toSorted(byText(([key]) => key))) {
    findings.push(finding('road-class-unknown', { file }, { value: value || '–', count }))
  }
  if (usable.length === 0)
    return { roads: null, findings: [...findings, finding('roads-none', { file })] }
  const named = numberDoubles(usable, file)
  const joined = joinLines(named.lines, options.join ?? true)
  if (joined.ends > 0) findings.push(finding('road-ends-joined', { file }, { count: joined.ends }))
  return { roads: joined.roads, findings: [...findings, ...named.findings] }
}

const isDegrees = ([lng, lat]: LngLat): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90

const same = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1]

const geometryId = (points: readonly LngLat[]): string =>
  `r${hash32(points.map((p) => `${p[0].toFixed(7)},${p[1].toFixed(7)}`).join(';'))
    .toString(16)
    .padStart(8, '0')}`

function byIdThenGeometry(a: NamedLine, b: NamedLine): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  for (let k = 0; k < Math.min(a.points.length, b.points.length); k++) {
    const [p, q] = [a.points[k]!, b.points[k]!]
    if (!same(p, q)) return p[0] - q[0] || p[1] - q[1]
  }
  return a.points.length - b.points.length
}

/** Sorted lines; ids that occur again become `id-2`, `id-3`…. Parts of one multi-part row share an id too. */
function numberDoubles(
  lines: readonly NamedLine[],
  file: string,
): { lines: NamedLine[]; findings: Finding[] } {
  const seen = new Map<string, number>()
  const numbered = lines.toSorted(byIdThenGeometry).map((line) => {
    const count = (seen.get(line.id) ?? 0) + 1
    seen.set(line.id, count)
    return count === 1 ? line : { ...line, id: `${line.id}-${count}` }
  })
  const findings = [...seen]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => finding('road-id-doubled', { file }, { id, count }))
  return { lines: numbered, findings }
}
