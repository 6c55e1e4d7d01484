import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { compareText } from '@kuashan/core/kernel/order.ts'
import type { CoordinateSystem } from '@kuashan/core/territory/coordinates.ts'
import { roadsFromLines } from '@kuashan/core/territory/import/road-lines.ts'
import { piecesFinding } from '@kuashan/core/territory/road-pieces.ts'
import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import { readOsm } from './read-osm.ts'
import { readRoadGeoJson } from './road-geojson.ts'
import { readRoadGeoPackage } from './road-geopackage.ts'
import type { RoadLayer } from './road-layer.ts'
import { readRoadShapefile } from './road-shapefile.ts'
import { settleCoordinates } from './settle-coordinates.ts'

export interface ReadRoadsOptions {
  /** What files that don't say are in: county.yaml's `coordinates`. Without it such a file is refused. */
  coordinates?: CoordinateSystem
}

/** Endings by preference: the richest source first. */
const readers: readonly (readonly [
  ending: RegExp,
  read: (path: string) => Promise<RoadLayer> | null,
])[] = [
  [/\.osm\.pbf$|\.pbf$/i, () => null],
  [/\.gpkg$/i, readRoadGeoPackage],
  [/\.shp$/i, readRoadShapefile],
  [/\.(geo)?json$/i, readRoadGeoJson],
]

const rankOf = (path: string): number => readers.findIndex(([ending]) => ending.test(path))

/**
 * The roads of a folder (files named `roads.*`, else any road file) or of the files given; several Shapefiles, as
 * road offices hand over, are read as one. `roads` is null when there is no such file, or none that can be used.
 */
export async function readRoads(
  dirOrFiles: string | readonly string[],
  options: ReadRoadsOptions = {},
): Promise<{ roads: RoadNetwork | null; findings: Finding[] }> {
  const files = await roadFiles(dirOrFiles)
  const first = files[0]
  if (first === undefined) return { roads: null, findings: [] }
  const used = files.filter((f) => rankOf(f) === rankOf(first) && rankOf(f) > 0)
  const left = files.filter((f) => f !== first && !used.includes(f))
  const file = basename(first)
  const several = left.map((f) =>
    finding('roads-several-files', { file: basename(f) }, { used: file, left: basename(f) }),
  )
  const read = rankOf(first) === 0 ? await osmRoads(first) : await layerRoads(used, options)
  const pieces = read.roads ? piecesFinding(read.roads, file) : []
  return { roads: read.roads, findings: [...several, ...read.findings, ...pieces] }
}

async function roadFiles(dirOrFiles: string | readonly string[]): Promise<string[]> {
  const byRank = (a: string, b: string) => rankOf(a) - rankOf(b) || compareText(a, b)
  if (typeof dirOrFiles !== 'string')
    return dirOrFiles.filter((f) => rankOf(f) >= 0).toSorted(byRank)
  if (!(await stat(dirOrFiles)).isDirectory()) return [dirOrFiles].filter((f) => rankOf(f) >= 0)
  // A bare .json may be anything: only its name makes it roads.
  const names = (await readdir(dirOrFiles)).filter((n) => rankOf(n) >= 0)
  const named = names.filter((n) => /^(roads?\b|道路|公路)/i.test(n))
  const others = names.filter((n) => !/\.json$|^boundar|边界/i.test(n))
  return (named.length > 0 ? named : others).toSorted(byRank).map((n) => join(dirOrFiles, n))
}

async function osmRoads(path: string): Promise<{ roads: RoadNetwork | null; findings: Finding[] }> {
  const { extract, findings } = await readOsm(path)
  const roads = extract && extract.roads.ways.length > 0 ? extract.roads : null
  const none = extract && !roads ? [finding('roads-none', { file: basename(path) })] : []
  const ofRoads = findings.filter((f) => !f.code.startsWith('facility-'))
  return { roads, findings: [...ofRoads, ...none] }
}

async function layerRoads(
  paths: readonly string[],
  options: ReadRoadsOptions,
): Promise<{ roads: RoadNetwork | null; findings: Finding[] }> {
  const findings: Finding[] = []
  let noded = true
  const lines: Parameters<typeof roadsFromLines>[0][number][] = []
  for (const path of paths) {
    const read = readers[rankOf(path)]![1]
    const layer = await read(path)
    if (!layer) continue
    findings.push(...layer.findings)
    noded &&= layer.noded === true
    if (hasErrors(layer.findings)) continue
    const settled = settleCoordinates(layer.stated, options.coordinates, { file: basename(path) })
    findings.push(...settled.findings)
    const { convert } = settled
    if (!convert) continue
    for (const { xy, properties } of layer.lines)
      lines.push({ points: xy.map(convert), properties })
  }
  if (hasErrors(findings)) return { roads: null, findings }
  const network = roadsFromLines(lines, basename(paths[0]!), { join: !noded })
  return { roads: network.roads, findings: [...findings, ...network.findings] }
}
