import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { newCounty } from '@kuashan/engine/county-folder/new-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

interface NewOptions {
  osm: string
  elevation?: string[]
  people?: string
}

/** `new DIR --osm F`: a county folder out of raw sources; everything assumed is marked. */
export async function newCommand(
  dir: string,
  options: NewOptions,
  { terminal }: Session,
): Promise<0 | 1> {
  const files = [
    options.osm,
    ...(options.elevation ?? []),
    ...(options.people ? [options.people] : []),
  ]
  const absent = files.filter((file) => !existsSync(file))
  if (absent.length > 0)
    throw new UsageError({
      zh: `找不到文件：${absent.join('、')}。请检查路径。`,
      en: `No such file: ${absent.join(', ')}. Check the path.`,
    })
  const step = terminal.step({ zh: '建立县文件夹', en: 'Making a county folder' })
  const { input, findings } = await newCounty(resolve(dir), {
    osm: options.osm,
    elevation: options.elevation ?? [],
    ...(options.people ? { people: options.people } : {}),
  })
  step.done()
  terminal.findings(findings)
  if (input)
    terminal.say({
      zh: `已建立 ${resolve(dir)}：${input.county.settlements.length} 个自然村，${input.county.facilities.length} 处设施。人口、车辆等假设值已标明，请逐项核实。`,
      en: `Made ${resolve(dir)}: ${input.county.settlements.length} settlements, ${input.county.facilities.length} facilities. Assumed values (people, vehicles and more) are marked; replace them with your own.`,
    })
  terminal.result({ folder: resolve(dir), made: input !== null, findings })
  return exitCode(findings)
}
