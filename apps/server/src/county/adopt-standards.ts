import type { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import { lintAdopted } from '@kuashan/core/catalogue/lint-standards.ts'
import type { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { importStandards } from '@kuashan/core/plan/import/settings.ts'
import { yamlText } from '@kuashan/engine/files/yaml.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { listFindings, readCountyAsImported } from '@kuashan/store/queries/county-data.ts'
import { listParts } from '@kuashan/store/queries/revision-parts.ts'
import { acceptRevision, stageRevision } from '@kuashan/store/queries/revisions.ts'
import { NotAnswered } from '../serve/problem-answer.ts'

const file = 'standards.yaml'

/**
 * Puts standards in force as a revision of their own: everything else is taken over as the revision in force has it, so
 * what was adopted when, by whom and why is an import like any other. Standards the linter has errors for are refused.
 */
export async function adoptStandards(
  access: Access,
  inForce: { revision: string; catalogue: Catalogue },
  asked: { standards: readonly AdoptedStandard[]; reason: string; version: number },
): Promise<void> {
  const { revision, catalogue } = inForce
  const before = await readCountyAsImported(access, revision)
  // Through the text of the file, so that a county laid out from this revision reads the very same.
  const plain = JSON.parse(JSON.stringify(asked.standards))
  const { standards } = importStandards(plain)
  const lint = lintAdopted(catalogue, standards, before.settings.asOf)
  const placed: Finding[] = lint.map((f) => ({ ...f, at: { file, path: f.at.path } }))
  if (hasErrors(placed)) throw new NotAnswered(placed)
  const others = await listFindings(access, revision, { limit: 100_000 })
  const kept = (await listParts(access, revision)).filter(({ part }) => part !== file)
  const bytes = new TextEncoder().encode(yamlText(plain))
  const made = await stageRevision(access, {
    source: `${file}: ${asked.reason}`,
    county: { ...before, standards },
    parts: [...kept, { part: file, bytes }],
    findings: [...others.filter((f) => f.at.file !== file), ...placed],
  })
  await acceptRevision(access, made, asked.version)
}
