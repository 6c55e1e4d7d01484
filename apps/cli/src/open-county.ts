import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { CountyTravel, YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { importCounty } from '@kuashan/engine/county-folder/import-county.ts'
import { countyTravel, yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { legsOf } from '@kuashan/engine/travel/vehicle-stands.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

/** A county folder on disk, or a usage error that says what is missing. */
export function countyFolder(dir: string): string {
  const folder = resolve(dir)
  if (!existsSync(join(folder, 'county.yaml')))
    throw new UsageError({
      zh: `${folder} 里没有 county.yaml，不是县文件夹。用 demo 或 new 建一个，或检查路径。`,
      en: `${folder} has no county.yaml, so it is not a county folder. Make one with demo or new, or check the path.`,
    })
  return folder
}

/**
 * Reads the county as it was last imported, importing first where its files are newer. Null when errors stand in the way;
 * the findings say which.
 */
export async function openCounty(
  dir: string,
  { terminal }: Session,
): Promise<{ folder: string; input: CountyInput | null; findings: Finding[] }> {
  const folder = countyFolder(dir)
  const step = terminal.step({ zh: '读入县文件夹', en: 'Reading the county' })
  const { input, findings } = await importCounty(folder, {
    onProgress: (share, detail) => step.at(share, detail),
  })
  step.done()
  return { folder, input, findings }
}

/** Travel in the base state and in each season; with the legs of a plan, where one is to be read. */
export async function travelOf(
  input: CountyInput,
  { terminal, signal }: Session,
  options: { workers: number; vehicle?: boolean; osrm?: string | undefined; plan?: Plan },
): Promise<{ travel: YearTravel; findings: Finding[] }> {
  const step = terminal.step({ zh: '计算路程', en: 'Finding ways' })
  const result = await yearTravel(input, {
    workers: options.workers,
    ...(options.vehicle === undefined ? {} : { vehicle: options.vehicle }),
    ...(options.osrm === undefined ? {} : { osrm: { server: options.osrm } }),
    ...(options.plan === undefined ? {} : { legs: legsOf(options.plan, input.county) }),
    signal,
    onProgress: (share) => step.at(share),
  })
  step.done()
  return result
}

/** Residents' travel in the base state alone. */
export async function baseTravelOf(
  input: CountyInput,
  { terminal, signal }: Session,
  workers: number,
): Promise<{ travel: CountyTravel; findings: Finding[] }> {
  const step = terminal.step({ zh: '计算路程', en: 'Finding ways' })
  const result = await countyTravel(input, {
    workers,
    vehicle: false,
    signal,
    onProgress: (share) => step.at(share),
  })
  step.done()
  return result
}
