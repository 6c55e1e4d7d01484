import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { County, CountyInput } from '@kuashan/core/plan/county.ts'
import { differences } from '@kuashan/core/plan/import/difference.ts'
import type { ImportedState } from '@kuashan/core/plan/import/imported-state.ts'
import { lockFolderWithin } from './folder-lock.ts'
import { readState, sourceFiles, writeState } from './imported-state.ts'
import { type ReadOptions, readCountyFolder } from './read-county-folder.ts'

export interface ImportOptions extends ReadOptions {
  /** The day to write down; today's when not given. */
  today?: string
  /** What holds the folder meanwhile, for whoever finds it locked. */
  command?: string
  /** How long to wait for another command that holds the folder, milliseconds; 5,000 when not given. */
  waitMs?: number
}

function summaryOf({ county, roads, terrain, minutes }: CountyInput): Record<string, number> {
  const people = county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)
  return {
    divisions: county.divisions.length,
    settlements: county.settlements.length,
    unlocated: county.settlements.filter((s) => s.at === null).length,
    people,
    facilities: county.facilities.length,
    vehicles: county.vehicles.length,
    staff: county.staff.length,
    funds: county.funds.length,
    standards: county.standards.length,
    ways: roads?.ways.length ?? 0,
    tiles: terrain.tiles.length,
    minutes: minutes?.entries.length ?? 0,
  }
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Stores what was read, unless the very same is stored already; what has changed since is told. */
async function store(
  dir: string,
  input: CountyInput,
  source: County,
  today: string,
): Promise<Finding[]> {
  const before = await readState(dir)
  const state: ImportedState = {
    format: 1,
    imported: today as ImportedState['imported'],
    sources: await sourceFiles(dir),
    summary: summaryOf(input),
    source,
  }
  if (!before.state) {
    await writeState(dir, state)
    return before.findings
  }
  const { imported: _, ...rest } = before.state
  const { imported: __, ...now } = state
  if (!equal(rest, now)) await writeState(dir, state)
  return differences(before.state.source, source)
}

/**
 * Reads a county folder, checks it, and keeps the result in `.kuashan/county.json`. All or nothing: with an
 * error the last import stays as it was. Next year's files are told as a difference, and people's edits stay.
 */
export async function importCounty(
  dir: string,
  options: ImportOptions = {},
): Promise<{ input: CountyInput | null; findings: Finding[] }> {
  if (!existsSync(join(dir, 'county.yaml'))) return readCountyFolder(dir, options)
  await mkdir(join(dir, '.kuashan'), { recursive: true })
  const lock = await lockFolderWithin(
    dir,
    options.command ?? 'kuashan import',
    options.waitMs ?? 5_000,
  )
  if (!lock.held) return { input: null, findings: lock.findings }
  try {
    const { input, source, findings } = await readCountyFolder(dir, options)
    const all = [...lock.findings, ...findings]
    if (!input || !source) return { input: null, findings: all }
    const today = options.today ?? new Date().toISOString().slice(0, 10)
    return { input, findings: [...all, ...(await store(dir, input, source, today))] }
  } finally {
    await lock.release()
  }
}
