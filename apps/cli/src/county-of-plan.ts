import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/** The county folder that a plan belongs to: as told, else the folder above it that has a county.yaml. */
export function countyOfPlan(planFile: string, told?: string): string {
  if (told !== undefined) return told
  let folder = dirname(resolve(planFile))
  while (!existsSync(join(folder, 'county.yaml'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new UsageError({
        zh: `看不出方案 ${planFile} 属于哪个县文件夹。请用 --county 写明。`,
        en: `Cannot tell which county folder the plan ${planFile} belongs to. Say so with --county.`,
      })
    folder = above
  }
  return folder
}
