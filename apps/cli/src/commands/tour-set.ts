import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { tourSet } from '@kuashan/core/demo/tour-set/entries.ts'
import { tourSetInstance } from '@kuashan/core/demo/tour-set/tour-set-instance.ts'
import { writeOwnInstance } from '@kuashan/core/planner/formats/write-own-instance.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

/** `tour-set DIR`: writes the published instances of periodic tours (docs/tour-set.md), or those whose name starts with `only`. */
export async function tourSetCommand(
  dir: string,
  { only = '' }: { only?: string },
  { terminal, signal }: Session,
): Promise<0> {
  const folder = resolve(dir)
  const asked = tourSet.filter(({ name }) => name.startsWith(only))
  if (asked.length === 0)
    throw new UsageError({
      zh: `没有名称以“${only}”开头的算例；名称如 ${tourSet[0]!.name}。`,
      en: `No instance has a name that starts with "${only}"; names are like ${tourSet[0]!.name}.`,
    })
  await mkdir(folder, { recursive: true })
  const step = terminal.step({ zh: '生成算例', en: 'Making instances' })
  for (const [k, entry] of asked.entries()) {
    signal.throwIfAborted()
    step.at(k / asked.length, entry.name)
    await atomicWrite(join(folder, `${entry.name}.json`), writeOwnInstance(tourSetInstance(entry)))
  }
  step.done()
  terminal.say({
    zh: `${asked.length} 个算例已写入 ${folder}（地名均为虚构）`,
    en: `${asked.length} instances written to ${folder} (all names invented)`,
  })
  terminal.result({ folder, instances: asked.map(({ name }) => name) })
  return 0
}
