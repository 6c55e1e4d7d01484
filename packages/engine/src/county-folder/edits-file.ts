import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { Edit } from '@kuashan/core/plan/import/edits.ts'
import { atomicWrite } from '../files/atomic-write.ts'

const FILE = 'edits.json'

/** People's edits of a county folder, in the order in which they were made. */
export async function readEdits(dir: string): Promise<{ edits: Edit[]; findings: Finding[] }> {
  const path = join(dir, FILE)
  if (!existsSync(path)) return { edits: [], findings: [] }
  const refuse = (reason: string) => ({
    edits: [],
    findings: [finding('edits-unreadable', { file: FILE }, { reason })],
  })
  try {
    const parsed = Edit.array().safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return { edits: parsed.data, findings: [] }
    const issue = parsed.error.issues[0]!
    return refuse(`${issue.path.join('.')}: ${issue.message}`)
  } catch (error) {
    return refuse((error as Error).message)
  }
}

export const writeEdits = (dir: string, edits: readonly Edit[]): Promise<void> =>
  atomicWrite(join(dir, FILE), `${JSON.stringify(edits, null, 2)}\n`)
