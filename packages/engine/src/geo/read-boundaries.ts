import { basename } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import type { Boundary } from '@kuashan/core/territory/boundary.ts'
import type { CoordinateSystem } from '@kuashan/core/territory/coordinates.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import { parseGeoJson } from './road-geojson.ts'
import { settleCoordinates } from './settle-coordinates.ts'

type Convert = (xy: readonly [number, number]) => LngLat

/**
 * Boundaries of divisions from GeoJSON: `adcode` or `code` (padded to 12 digits) and `name` of each feature with a
 * polygon, in WGS-84. Files from DataV are GCJ-02 and don't say so: `coordinates` must.
 */
export async function readBoundaries(
  path: string,
  options: { coordinates?: CoordinateSystem } = {},
): Promise<{ boundaries: Boundary[]; findings: Finding[] }> {
  const at = { file: basename(path) }
  const parsed = await parseGeoJson(path)
  if ('reason' in parsed) {
    const findings = [finding('boundaries-unreadable', at, { reason: parsed.reason })]
    return { boundaries: [], findings }
  }
  const { convert, findings } = settleCoordinates(parsed.stated, options.coordinates, at)
  if (!convert) return { boundaries: [], findings }
  const boundaries: Boundary[] = []
  parsed.features.forEach((feature, k) => {
    const boundary = boundaryOf(feature, convert)
    if (boundary) boundaries.push(boundary)
    else findings.push(finding('boundary-unusable', at, { feature: k + 1 }))
  })
  return { boundaries: boundaries.toSorted(byText((x) => x.code)), findings }
}

function boundaryOf(feature: unknown, convert: Convert): Boundary | null {
  const { properties, geometry } = (feature ?? {}) as Record<string, unknown>
  const row = (properties ?? {}) as Record<string, unknown>
  const code = String(row.code ?? row.adcode ?? row.代码 ?? '').trim()
  const name = String(row.name ?? row.名称 ?? '').trim()
  const polygons = polygonsOf(geometry, convert)
  if (!/^\d{2,12}$/.test(code) || polygons.length === 0) return null
  return { code: code.padEnd(12, '0'), name, polygons }
}

function polygonsOf(geometry: unknown, convert: Convert): LngLat[][][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  const list: unknown[] =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? asArray(coordinates) : []
  return list
    .map((polygon) => asArray(polygon).map((ring) => ringOf(ring, convert)))
    .map((rings) => rings.filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const ringOf = (ring: unknown, convert: Convert): LngLat[] =>
  asArray(ring)
    .filter(
      (p): p is [number, number] =>
        Array.isArray(p) && Number.isFinite(p[0]) && Number.isFinite(p[1]),
    )
    .map(([x, y]) => convert([x, y]))
