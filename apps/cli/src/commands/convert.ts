import { basename } from 'node:path'
import type { InstanceFormat } from '@kuashan/core/planner/formats/read-instance.ts'
import { writeOwnInstance } from '@kuashan/core/planner/formats/write-own-instance.ts'
import { writeVroom } from '@kuashan/core/planner/formats/write-vroom.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { readAskedInstance } from '../read-asked-instance.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

export interface ConvertCommandOptions {
  format?: InstanceFormat
  to: 'kuashan' | 'vroom'
  output: string
}

/** `convert FILE`: writes an instance in our own JSON or in VROOM's, and tells what the other format has no place for. */
export async function convertCommand(
  file: string,
  { format, to, output }: ConvertCommandOptions,
  { terminal }: Session,
): Promise<0 | 1> {
  const { instance, findings, names } = await readAskedInstance(file, format)
  if (!instance) {
    terminal.findings(findings)
    terminal.result({ findings })
    return 1
  }
  const written =
    to === 'vroom'
      ? writeVroom(instance, basename(file), names)
      : { text: writeOwnInstance(instance), findings: [] }
  await atomicWrite(output, written.text)
  const all = [...findings, ...written.findings]
  terminal.findings(all)
  terminal.say({
    zh: `已写入 ${output}：${instance.customers.length} 个客户，${instance.days} 天`,
    en: `Wrote ${output}: ${instance.customers.length} customers, ${instance.days} days`,
  })
  terminal.result({ output, findings: all })
  return exitCode(all)
}
