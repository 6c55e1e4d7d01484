import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { ImportedState } from '@kuashan/core/plan/import/imported-state.ts'
import { atomicWrite } from '../files/atomic-write.ts'

const statePath = (dir: string): string => join(dir, '.kuashan', 'county.json')

/** The result of the last import that succeeded; null when there was none. */
export async function readState(
  dir: string,
): Promise<{ state: ImportedState | null; findings: Finding[] }> {
  const path = statePath(dir)
  if (!existsSync(path)) return { state: null, findings: [] }
  const refuse = (reason: string) => ({
    state: null,
    findings: [finding('state-unreadable', { file: '.kuashan/county.json' }, { reason })],
  })
  try {
    const parsed = ImportedState.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return { state: parsed.data, findings: [] }
    const issue = parsed.error.issues[0]!
    return refuse(`${issue.path.join('.')}: ${issue.message}`)
  } catch (error) {
    return refuse((error as Error).message)
  }
}

export const writeState = (dir: string, state: ImportedState): Promise<void> =>
  atomicWrite(statePath(dir), `${JSON.stringify(state)}\n`)

/** Every file an import may read, with size and hash; what the program itself wrote is not among them. */
export async function sourceFiles(dir: string): Promise<ImportedState['sources']> {
  const names: string[] = []
  for (const part of ['', 'today', 'elevation'])
    for (const entry of await readdir(join(dir, part), { withFileTypes: true }).catch(() => []))
      if (entry.isFile() && !entry.name.startsWith('.')) names.push(join(part, entry.name))
  const files: ImportedState['sources'] = []
  for (const file of names.toSorted()) {
    const content = await readFile(join(dir, file))
    const sha256 = createHash('sha256').update(content).digest('hex')
    files.push({ file: file.replaceAll('\\', '/'), bytes: content.length, sha256 })
  }
  return files
}
