import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { applyEdits, type Edit, valueInCounty } from '@kuashan/core/plan/import/edits.ts'
import { readEdits, writeEdits } from './edits-file.ts'
import { lockFolder } from './folder-lock.ts'
import { readState } from './imported-state.ts'

/**
 * Adds an edit to `edits.json` after trying it on the county as last imported. `was` is filled from there. With an
 * error nothing is written.
 */
export async function editCounty(
  dir: string,
  edit: Omit<Edit, 'was'>,
): Promise<{ edit: Edit | null; findings: Finding[] }> {
  await mkdir(join(dir, '.kuashan'), { recursive: true })
  const lock = await lockFolder(dir, 'kuashan edit')
  if (!lock.held) return { edit: null, findings: lock.findings }
  try {
    const { state, findings } = await readState(dir)
    const { edits, findings: unreadable } = await readEdits(dir)
    if (!state) return { edit: null, findings: [...findings, finding('not-imported', {})] }
    if (hasErrors(unreadable)) return { edit: null, findings: unreadable }
    const full: Edit = { ...edit, was: valueInCounty(state.source, edit) ?? null }
    const tried = applyEdits(state.source, [full])
    const gone = tried.findings.some((f) => f.code === 'edit-target-gone')
    if (gone || hasErrors(tried.findings)) return { edit: null, findings: tried.findings }
    await writeEdits(dir, [...edits, full])
    return { edit: full, findings: tried.findings }
  } finally {
    await lock.release()
  }
}
