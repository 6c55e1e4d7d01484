import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Finding, type FindingCode, finding } from '@kuashan/core/kernel/finding.ts'
import type { Plain } from '@kuashan/core/plan/import/yuan.ts'
import { parseDocument, stringify } from 'yaml'

/** A YAML file as plain values. Dates stay texts. Errors are findings with their line. */
export async function readYaml(
  path: string,
  code: FindingCode = 'settings-unreadable',
): Promise<{ document: Plain; findings: Finding[] }> {
  const file = basename(path)
  const document = parseDocument(await readFile(path, 'utf8'), { schema: 'core' })
  const findings = document.errors.map((error) =>
    finding(
      code,
      { file, row: error.linePos?.[0].line },
      { reason: error.message.split('\n')[0]!.replace(/ at line.*$/, '') },
    ),
  )
  if (findings.length > 0) return { document: null, findings }
  try {
    return { document: document.toJS() as Plain, findings }
  } catch (error) {
    // Aliases that unfold to far more than the file holds.
    const reason = (error as Error).message
    return { document: null, findings: [finding(code, { file }, { reason })] }
  }
}

export const yamlText = (value: Plain): string => stringify(value, { lineWidth: 0 })
