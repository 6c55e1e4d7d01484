import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { Properties } from '@kuashan/core/territory/import/road-attributes.ts'
import type { Statement } from './settle-coordinates.ts'

/** A line as its file has it, coordinates not yet converted. Parts of a multi-part line are lines of their own. */
export interface RawLine {
  xy: (readonly [number, number])[]
  properties: Properties
}

/** A layer of lines as read from GeoJSON, Shapefile or GeoPackage. */
export interface RoadLayer {
  lines: RawLine[]
  stated: Statement
  /** True when junctions are shared points already, as in files written here. */
  noded?: boolean
  findings: Finding[]
}

type Geometry = { type: string; coordinates?: unknown; geometries?: unknown }

const isPosition = (p: unknown): p is [number, number] =>
  Array.isArray(p) && typeof p[0] === 'number' && typeof p[1] === 'number'

/** The lines of a GeoJSON geometry; points and polygons have none. */
export function linesOf(geometry: unknown, properties: Properties): RawLine[] {
  if (geometry === null || typeof geometry !== 'object') return []
  const { type, coordinates, geometries } = geometry as Geometry
  const line = (points: unknown): RawLine[] =>
    Array.isArray(points)
      ? [{ xy: points.filter(isPosition).map(([x, y]) => [x, y] as const), properties }]
      : []
  if (type === 'LineString') return line(coordinates)
  if (type === 'MultiLineString') return Array.isArray(coordinates) ? coordinates.flatMap(line) : []
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.flatMap((g) => linesOf(g, properties))
  }
  return []
}
