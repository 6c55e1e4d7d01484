import { resolve } from 'node:path'
import { folderHash, makeSandbox } from '@kuashan/engine/county-folder/sandbox.ts'
import { countyFolder } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `sandbox DIR COPY`: a copy of the county to try things in. */
export async function sandboxCommand(
  dir: string,
  copy: string,
  { terminal }: Session,
): Promise<0 | 1> {
  const folder = countyFolder(dir)
  const sandbox = resolve(copy)
  const findings = await makeSandbox(folder, sandbox)
  terminal.findings(findings)
  const hash = await folderHash(folder)
  if (findings.length === 0)
    terminal.say({
      zh: `已把 ${folder} 复制到 ${sandbox}；在副本里怎么试，原数据都不变（${hash.slice(0, 12)}）。`,
      en: `Copied ${folder} to ${sandbox}; whatever is tried in the copy, the live data stay as they are (${hash.slice(0, 12)}).`,
    })
  terminal.result({ folder, sandbox, hash, findings })
  return exitCode(findings)
}
