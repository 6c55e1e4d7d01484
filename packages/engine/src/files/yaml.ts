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
  return { document: findings.length > 0 ? null : (document.toJS() as Plain), findings }
}

export const yamlText = (value: Plain): string => stringify(value, { lineWidth: 0 })
