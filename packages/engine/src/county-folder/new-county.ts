import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dateOf, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { CoordinateSystem } from '@kuashan/core/territory/coordinates.ts'
import { divisionIndex } from '@kuashan/core/territory/import/division-code.ts'
import { importSettlements } from '@kuashan/core/territory/import/settlements.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { readTables } from '../files/read-tables.ts'
import { writeWholeFolder } from '../files/whole-folder.ts'
import { readOsm } from '../geo/read-osm.ts'
import { readTerrain } from '../geo/read-terrain.ts'
import { countyFromSources } from './county-from-sources.ts'
import { writeCountyFolder } from './write-county-folder.ts'

export interface NewCountySources {
  /** An `.osm.pbf` extract: roads, places, facilities. */
  osm: string
  /** `.hgt`, `.hgt.zip`, `.tif`, `.tiff`. */
  elevation?: readonly string[]
  /** A table of settlements with their people, CSV or Excel. */
  people?: string
  /** What the table of people has its coordinates in; without it only ids and names are matched. */
  coordinates?: CoordinateSystem
  name?: string
  nameEn?: string
  /** The first day planned; the first of January of this year by default. */
  asOf?: PlainDate
}

const DAY_MS = 86_400_000

const thisYear = (): PlainDate =>
  `${dateOf(Math.floor(Date.now() / DAY_MS)).slice(0, 4)}-01-01` as PlainDate

/**
 * Makes a county folder out of raw files. What they lack is assumed, marked as assumed and listed in the findings.
 * A folder that already holds a county, or an error in a source, leaves the disk as it was: `input` is null then.
 */
export async function newCounty(
  dir: string,
  sources: NewCountySources,
): Promise<{ input: CountyInput | null; findings: Finding[] }> {
  if (existsSync(join(dir, 'county.yaml'))) {
    return { input: null, findings: [finding('county-already-there', {}, { folder: dir })] }
  }
  const elevation = sources.elevation ?? []
  const [map, ground, people] = await Promise.all([
    readOsm(sources.osm),
    readTerrain(elevation),
    sources.people === undefined ? null : readPeople(sources.people, sources.coordinates),
  ])
  const findings = [...map.findings, ...ground.findings, ...(people?.findings ?? [])]
  if (!map.extract || hasErrors(findings)) return { input: null, findings }
  const name = sources.name ?? basename(dir)
  const made = countyFromSources({
    extract: map.extract,
    file: 'roads.osm.pbf',
    terrain: ground.terrain,
    ...(people ? { people: { rows: people.rows, file: basename(sources.people!) } } : {}),
    name,
    nameEn: sources.nameEn ?? name,
    asOf: sources.asOf ?? thisYear(),
  })
  findings.push(...made.findings)
  if (!made.input || hasErrors(findings)) return { input: null, findings }
  const { input } = made
  await writeWholeFolder(dir, () => writeFolder(dir, input, sources.osm, elevation))
  return { input: made.input, findings }
}

/** The sources are copied as they are: they say more than what is read of them today. */
async function writeFolder(
  dir: string,
  input: CountyInput,
  osm: string,
  elevation: readonly string[],
): Promise<void> {
  await writeCountyFolder(dir, { ...input, roads: null, terrain: { tiles: [] } })
  await copyFile(osm, join(dir, 'roads.osm.pbf'))
  if (elevation.length === 0) return
  await mkdir(join(dir, 'elevation'), { recursive: true })
  for (const path of elevation) await copyFile(path, join(dir, 'elevation', basename(path)))
}

async function readPeople(
  path: string,
  coordinates: CoordinateSystem | undefined,
): Promise<{ rows: Settlement[]; findings: Finding[] }> {
  const rows: Settlement[] = []
  const findings: Finding[] = []
  const context = {
    divisions: divisionIndex([]),
    coordinates: coordinates ?? ('WGS-84' as const),
    area: null,
  }
  for (const table of await readTables(path)) {
    const read = importSettlements(table, context)
    rows.push(...read.settlements)
    findings.push(...read.findings)
  }
  // A blank number came back as nobody: the assumption from the map is nearer.
  const counted = rows.filter((r) => !r.provenance.note?.includes('population unknown'))
  if (coordinates !== undefined || rows.every((r) => r.at === null))
    return { rows: counted, findings }
  const file = basename(path)
  findings.push(finding('people-places-unused', { file }))
  return { rows: counted.map((r) => ({ ...r, at: null })), findings }
}
