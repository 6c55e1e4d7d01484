import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Properties } from '@kuashan/core/territory/import/road-attributes.ts'
import { geoPackageGeometry } from './geopackage-geometry.ts'
import { systemOfEpsg, systemOfWkt } from './projections.ts'
import { linesOf, type RawLine, type RoadLayer } from './road-layer.ts'
import type { Statement } from './settle-coordinates.ts'

interface LayerRow {
  table: string
  column: string
  type: string
  srs: number
}

interface SrsRow {
  organization: string
  code: number
  definition: string
  name: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Roads of a GeoPackage: its first feature table of lines, by name. Source: OGC 12-128r18, §2.1.
 */
export async function readRoadGeoPackage(path: string): Promise<RoadLayer> {
  const at = { file: basename(path) }
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(path, { readOnly: true })
    const layer = lineLayer(db)
    if (!layer)
      return { lines: [], stated: { kind: 'none' }, findings: [finding('roads-none', at)] }
    return { lines: lineRows(db, layer), stated: statementOf(db, layer.srs), findings: [] }
  } catch (error) {
    // SQLite throws on what is no database or a damaged one: data, not a bug.
    const findings = [finding('roads-unreadable', at, { reason: (error as Error).message })]
    return { lines: [], stated: { kind: 'none' }, findings }
  } finally {
    db?.close()
  }
}

function lineLayer(db: DatabaseSync): LayerRow | undefined {
  const rows = db
    .prepare(
      `select g.table_name as "table", g.column_name as "column", g.geometry_type_name as type, g.srs_id as srs
       from gpkg_geometry_columns g join gpkg_contents c on c.table_name = g.table_name
       where c.data_type = 'features' order by g.table_name`,
    )
    .all() as unknown as LayerRow[]
  const lines = rows.filter((r) => /LINESTRING|CURVE/i.test(r.type))
  return lines[0] ?? rows.find((r) => /^GEOMETRY/i.test(r.type))
}

function lineRows(db: DatabaseSync, layer: LayerRow): RawLine[] {
  const lines: RawLine[] = []
  for (const row of db.prepare(`select * from ${quoted(layer.table)}`).iterate()) {
    const blob = row[layer.column]
    if (!(blob instanceof Uint8Array)) continue
    const { [layer.column]: _, ...properties } = row
    lines.push(...linesOf(geoPackageGeometry(blob), properties as Properties))
  }
  return lines
}

function statementOf(db: DatabaseSync, id: number): Statement {
  if (id === 0 || id === -1) return { kind: 'none' }
  const srs = db
    .prepare(
      `select organization, organization_coordsys_id as code, definition, srs_name as name
       from gpkg_spatial_ref_sys where srs_id = ?`,
    )
    .get(id) as unknown as SrsRow | undefined
  if (!srs) return { kind: 'unknown', text: `srs_id ${id}` }
  const known = srs.organization.toUpperCase() === 'EPSG' ? systemOfEpsg(srs.code) : null
  return known ?? systemOfWkt(srs.definition) ?? { kind: 'unknown', text: srs.name }
}
