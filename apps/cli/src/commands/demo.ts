import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { writeCountyFolder } from '@kuashan/engine/county-folder/write-county-folder.ts'
import { writeWholeFolder } from '@kuashan/engine/files/whole-folder.ts'
import type { Size } from '../demo-sizes.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

/** `demo DIR`: a county with invented names, the same for the same seed. */
export async function demo(
  dir: string,
  options: { size: Size; seed: number },
  { terminal }: Session,
): Promise<0> {
  const folder = resolve(dir)
  const there: string[] = await readdir(folder).catch(() => [])
  if (there.length > 0 && !there.includes('county.yaml'))
    throw new UsageError({
      zh: `${folder} 里已有别的文件，不会覆盖。请换一个空文件夹。`,
      en: `${folder} holds other files, which are not overwritten. Choose an empty folder.`,
    })
  const step = terminal.step({ zh: '生成演示县', en: 'Making a demo county' })
  const input = demoCounty(options)
  step.at(0.6)
  await writeWholeFolder(folder, () => writeCountyFolder(folder, input))
  step.done()
  const { settlements, facilities, vehicles } = input.county
  terminal.say({
    zh: `演示县已写入 ${folder}：${settlements.length} 个自然村，${facilities.length} 处设施，${vehicles.length} 辆车（地名均为虚构）`,
    en: `Demo county written to ${folder}: ${settlements.length} settlements, ${facilities.length} facilities, ${vehicles.length} vehicles (all names invented)`,
  })
  terminal.result({
    folder,
    ...options,
    settlements: settlements.length,
    facilities: facilities.length,
    vehicles: vehicles.length,
  })
  return 0
}
