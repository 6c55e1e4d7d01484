import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Properties } from '@kuashan/core/territory/import/road-attributes.ts'
import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import { atomicWrite } from '../files/atomic-write.ts'
import { systemOfName } from './projections.ts'
import { linesOf, type RoadLayer } from './road-layer.ts'
import type { Statement } from './settle-coordinates.ts'

/** Member of a FeatureCollection that says its junctions are shared points, so that no ends need joining; editors drop it. */
const NODED = 'kuashan:noded'

const CRS84 = 'urn:ogc:def:crs:OGC:1.3:CRS84'

/** A parsed GeoJSON file, or why it is none. The `crs` member is read though RFC 7946 dropped it: files carry it. */
export async function parseGeoJson(
  path: string,
): Promise<{ features: unknown[]; stated: Statement; noded: boolean } | { reason: string }> {
  let parsed: unknown
  try {
    parsed = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    return { reason: (error as Error).message }
  }
  if (parsed === null || typeof parsed !== 'object') return { reason: 'no GeoJSON object' }
  const { type, features, crs, [NODED]: mark } = parsed as Record<string, unknown>
  const stated = statementOf(crs)
  if (Array.isArray(features)) return { features, stated, noded: mark === true }
  if (type === 'Feature') return { features: [parsed], stated, noded: false }
  return { reason: 'no FeatureCollection' }
}

function statementOf(crs: unknown): Statement {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name
  if (typeof name !== 'string') return { kind: 'none' }
  return systemOfName(name) ?? { kind: 'unknown', text: name }
}

export async function readRoadGeoJson(path: string): Promise<RoadLayer> {
  const parsed = await parseGeoJson(path)
  if ('reason' in parsed) {
    const at = { file: basename(path) }
    const findings = [finding('roads-unreadable', at, { reason: parsed.reason })]
    return { lines: [], stated: { kind: 'none' }, findings }
  }
  const lines = parsed.features.flatMap((feature) => {
    if (feature === null || typeof feature !== 'object') return []
    const { geometry, properties, id } = feature as Record<string, unknown>
    const row = (properties ?? {}) as Properties
    return linesOf(geometry, id === undefined || 'id' in row ? row : { id, ...row })
  })
  return { lines, stated: parsed.stated, noded: parsed.noded, findings: [] }
}

/**
 * Writes a network so that `readRoads` gives it back, ways in order of id and points as they first occur:
 * one line a way, every attribute, full precision, WGS-84 stated.
 */
export async function writeRoadsGeoJson(path: string, roads: RoadNetwork): Promise<void> {
  const features = roads.ways.map(({ points, ...properties }) =>
    JSON.stringify({
      type: 'Feature',
      properties,
      geometry: {
        type: 'LineString',
        coordinates: Array.from(points, (p) => [roads.lng[p]!, roads.lat[p]!]),
      },
    }),
  )
  const crs = JSON.stringify({ type: 'name', properties: { name: CRS84 } })
  await atomicWrite(
    path,
    `{"type":"FeatureCollection","crs":${crs},"${NODED}":true,"features":[\n${features.join(',\n')}\n]}\n`,
  )
}
