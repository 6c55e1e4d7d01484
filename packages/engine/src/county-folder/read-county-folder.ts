import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import { lintCatalogue } from '@kuashan/core/catalogue/lint-catalogue.ts'
import { lintAdopted } from '@kuashan/core/catalogue/lint-standards.ts'
import { readCatalogue } from '@kuashan/core/catalogue/read-catalogue.ts'
import type { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { County, CountyInput, CountySettings } from '@kuashan/core/plan/county.ts'
import { applyEdits } from '@kuashan/core/plan/import/edits.ts'
import { importTables } from '@kuashan/core/plan/import/import-tables.ts'
import {
  importSettings,
  importStandards,
  issueFindings,
} from '@kuashan/core/plan/import/settings.ts'
import { areaOfBoundaries } from '@kuashan/core/territory/boundary.ts'
import type { Area } from '@kuashan/core/territory/import/check-places.ts'
import {
  checkPublishedFigures,
  PublishedFigures,
} from '@kuashan/core/territory/import/published-figures.ts'
import { Mapping } from '@kuashan/core/territory/import/table-mapping.ts'
import { readYaml } from '../files/yaml.ts'
import { readBoundaries } from '../geo/read-boundaries.ts'
import { readRoads } from '../geo/read-roads.ts'
import { readTerrain } from '../geo/read-terrain.ts'
import { readEdits } from './edits-file.ts'
import { readTableFiles } from './table-files.ts'

export interface ReadOptions {
  /** Share from 0 to 1, and what is being read. */
  onProgress?: (share: number, detail?: string) => void
}

export interface ReadFolder {
  /** With people's edits; null when an error stands in the way. */
  input: CountyInput | null
  findings: Finding[]
  /** As the sources say, without edits. */
  source: County | null
}

interface Frame {
  settings: CountySettings | null
  standards: AdoptedStandard[]
  mapping: Mapping | null
  catalogue: Catalogue | null
  findings: Finding[]
}

async function readMapping(dir: string): Promise<{ mapping: Mapping | null; findings: Finding[] }> {
  const path = join(dir, 'mapping.yaml')
  if (!existsSync(path)) return { mapping: null, findings: [] }
  const { document, findings } = await readYaml(path, 'mapping-invalid')
  if (findings.length > 0) return { mapping: null, findings }
  const parsed = Mapping.safeParse(document)
  return parsed.success
    ? { mapping: parsed.data, findings }
    : {
        mapping: null,
        findings: issueFindings('mapping-invalid', 'mapping.yaml', parsed.error.issues),
      }
}

/** A catalogue of the county's own must pass the linter; the starting one is linted by its tests. */
async function ownCatalogue(
  dir: string,
  settings: CountySettings | null,
): Promise<{ catalogue: Catalogue | null; findings: Finding[] }> {
  const path = join(dir, 'catalogue.json')
  if (!existsSync(path)) return { catalogue: startingCatalogue(), findings: [] }
  const file = 'catalogue.json'
  try {
    const { catalogue, findings } = readCatalogue(JSON.parse(await readFile(path, 'utf8')))
    const wrong =
      catalogue && settings ? lintCatalogue(catalogue, [], settings.asOf) : ([] as Finding[])
    const all = [...findings, ...wrong].map((f) => ({ ...f, at: { ...f.at, file } }))
    return { catalogue, findings: all }
  } catch (error) {
    const reason = (error as Error).message
    return { catalogue: null, findings: [finding('settings-unreadable', { file }, { reason })] }
  }
}

async function readStandards(
  dir: string,
): Promise<{ standards: AdoptedStandard[]; findings: Finding[] }> {
  const path = join(dir, 'standards.yaml')
  if (!existsSync(path)) return { standards: [], findings: [finding('standards-absent', {})] }
  const { document, findings } = await readYaml(path)
  if (findings.length > 0) return { standards: [], findings }
  const read = importStandards(document)
  return read.standards.length > 0 || read.findings.length > 0
    ? read
    : { standards: [], findings: [finding('standards-absent', { file: 'standards.yaml' })] }
}

/** The linter counts sorted standards, which says nothing of the file: service and metric do. */
const placedInStandards = (f: Finding): Finding => {
  const path = [f.facts.service, f.facts.metric].filter((x) => x !== undefined).join('.')
  return { ...f, at: { file: 'standards.yaml', path } }
}

/** Everything but tables and geography. */
async function readFrame(dir: string): Promise<Frame> {
  const read = await readYaml(join(dir, 'county.yaml'))
  const settings =
    read.findings.length > 0 ? { settings: null, findings: [] } : importSettings(read.document)
  const standards = await readStandards(dir)
  const mapping = await readMapping(dir)
  const catalogue = await ownCatalogue(dir, settings.settings)
  const lint =
    catalogue.catalogue && settings.settings
      ? lintAdopted(catalogue.catalogue, standards.standards, settings.settings.asOf)
      : []
  return {
    settings: settings.settings,
    standards: standards.standards,
    mapping: mapping.mapping,
    catalogue: catalogue.catalogue,
    findings: [
      ...read.findings,
      ...settings.findings,
      ...standards.findings,
      ...mapping.findings,
      ...catalogue.findings,
      ...lint.map(placedInStandards),
    ],
  }
}

/** Published figures beside the tables (`facts.json`) are checked against themselves. */
async function readFacts(dir: string): Promise<Finding[]> {
  const file = 'facts.json'
  if (!existsSync(join(dir, file))) return []
  try {
    const parsed = PublishedFigures.safeParse(JSON.parse(await readFile(join(dir, file), 'utf8')))
    if (parsed.success) return checkPublishedFigures(parsed.data.items, file)
    return issueFindings('setting-invalid', file, parsed.error.issues)
  } catch (error) {
    return [finding('settings-unreadable', { file }, { reason: (error as Error).message })]
  }
}

async function readArea(
  dir: string,
  settings: CountySettings | null,
): Promise<{ area: Area | null; findings: Finding[] }> {
  const names = (await readdir(dir)).filter(
    (n) => /^(boundar|边界)/i.test(n) && /\.(geo)?json$/i.test(n),
  )
  const options = settings ? { coordinates: settings.coordinates } : {}
  const all = await Promise.all(names.map((name) => readBoundaries(join(dir, name), options)))
  return {
    area: areaOfBoundaries(all.flatMap((r) => r.boundaries)),
    findings: all.flatMap((r) => r.findings),
  }
}

/** Settings that let the tables be read, and their findings be told, when county.yaml itself is wrong. */
const withoutSettings = {
  coordinates: 'WGS-84',
} as CountySettings

/**
 * Reads a county folder: settings, standards, tables, roads, elevation, boundaries and people's edits. All findings at
 * once; `input` is null when any of them is an error. Nothing is written.
 */
export async function readCountyFolder(
  dir: string,
  options: ReadOptions = {},
): Promise<ReadFolder> {
  const progress = options.onProgress ?? (() => {})
  const refuse = (refused: Finding): ReadFolder => ({
    input: null,
    source: null,
    findings: [refused],
  })
  if (!existsSync(dir)) return refuse(finding('folder-missing', {}, { folder: dir }))
  if (!existsSync(join(dir, 'county.yaml')))
    return refuse(finding('settings-missing', { file: 'county.yaml' }))
  progress(0, 'county.yaml')
  const frame = await readFrame(dir)
  const { area, findings: bounds } = await readArea(dir, frame.settings)
  progress(0.1, 'tables')
  const files = await readTableFiles(dir, frame.mapping)
  progress(0.4, 'tables')
  const tables = importTables(files.sources, {
    settings: frame.settings ?? withoutSettings,
    standards: frame.standards,
    catalogue: frame.catalogue ?? startingCatalogue(),
    area,
  })
  const edits = await readEdits(dir)
  progress(0.6, 'roads')
  const ground = await readGround(dir, frame.settings, tables.minutes !== null)
  progress(1)
  const findings = [
    ...frame.findings,
    ...bounds,
    ...files.findings,
    ...(await readFacts(dir)),
    ...tables.findings,
    ...edits.findings,
    ...ground.findings,
  ]
  const source = hasErrors(findings) ? null : tables.county
  if (!source || !frame.catalogue) return { input: null, source: null, findings }
  const edited = applyEdits(source, edits.edits)
  findings.push(...edited.findings)
  if (hasErrors(edited.findings)) return { input: null, source, findings }
  const { roads, terrain } = ground
  const input = {
    county: edited.county,
    catalogue: frame.catalogue,
    roads,
    terrain,
    minutes: tables.minutes,
  }
  return { input, source, findings }
}

async function readGround(dir: string, settings: CountySettings | null, minutes: boolean) {
  const options = settings ? { coordinates: settings.coordinates } : {}
  const roads = await readRoads(dir, options)
  const elevation = join(dir, 'elevation')
  const terrain = await readTerrain(existsSync(elevation) ? elevation : dir, options)
  const findings = [...roads.findings, ...terrain.findings]
  if (roads.roads === null && !minutes && !hasErrors(roads.findings))
    findings.push(finding('travel-source-absent', {}))
  return { roads: roads.roads, terrain: terrain.terrain, findings }
}
