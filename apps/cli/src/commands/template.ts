import { resolve } from 'node:path'
import { CountySettings } from '@kuashan/core/plan/county.ts'
import { writeTemplate } from '@kuashan/engine/county-folder/county-template.ts'
import type { Session } from '../session.ts'
import { today } from '../today.ts'
import { UsageError } from '../usage-error.ts'

export interface TemplateOptions {
  code?: string
  name?: string
  nameEn?: string
  coordinates?: string
  year?: number
  xlsx: boolean
}

const systems = CountySettings.shape.coordinates.options

/** `template DIR`: the folder that another county fills in. */
export async function templateCommand(
  dir: string,
  { xlsx, year = Number(today().slice(0, 4)), ...given }: TemplateOptions,
  { terminal }: Session,
): Promise<0 | 1> {
  const { coordinates } = given
  if (coordinates !== undefined && !systems.some((system) => system === coordinates))
    throw new UsageError({
      zh: `坐标系是 ${systems.join('、')} 之一，不是“${coordinates}”。`,
      en: `Coordinates are in one of ${systems.join(', ')}; ${coordinates} is none of them.`,
    })
  const folder = resolve(dir)
  const { files, findings } = await writeTemplate(folder, { ...given, year }, { xlsx })
  terminal.findings(findings)
  if (files.length > 0)
    terminal.say({
      zh: `起步包在 ${folder}。先读 README.zh.md，填好后运行 kuashan import ${dir}。`,
      en: `The start package is in ${folder}. Read README.en.md first; when it is filled in, run kuashan import ${dir}.`,
    })
  terminal.result({ folder, files, findings })
  return files.length > 0 ? 0 : 1
}
