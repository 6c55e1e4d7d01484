import { basename } from 'node:path'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { readCountyFolder } from '@kuashan/engine/county-folder/read-county-folder.ts'
import type { StagedImport } from '@kuashan/store/queries/revisions.ts'
import { readParts } from './folder-parts.ts'

/** A folder as it would be staged; `staged` is null where errors stand in the way. Computes and keeps nothing. */
export async function readForStaging(
  folder: string,
): Promise<{ staged: StagedImport | null; findings: readonly Finding[] }> {
  const { source, findings } = await readCountyFolder(folder)
  if (!source) return { staged: null, findings }
  const parts = await readParts(folder)
  return { staged: { source: basename(folder), county: source, parts, findings }, findings }
}
