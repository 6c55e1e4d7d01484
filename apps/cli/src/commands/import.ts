import { openCounty } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `import DIR`: reads and checks every file; stores the county only when nothing stands in the way. */
export async function importCommand(dir: string, session: Session): Promise<0 | 1> {
  const { terminal } = session
  const { folder, input, findings } = await openCounty(dir, session)
  terminal.findings(findings)
  const counts = countsBySeverity(findings)
  if (input)
    terminal.say({
      zh: `已导入 ${folder}：${input.county.settlements.length} 个自然村，${input.county.facilities.length} 处设施；提醒 ${counts.warning}，说明 ${counts.note}`,
      en: `Imported ${folder}: ${input.county.settlements.length} settlements, ${input.county.facilities.length} facilities; ${counts.warning} warnings, ${counts.note} notes`,
    })
  else
    terminal.say({
      zh: `没有导入：有 ${counts.error} 处错误。改好后再导入；上一次导入的数据原样保留。`,
      en: `Not imported: ${counts.error} errors. Mend them and import again; what was imported before stays as it was.`,
    })
  terminal.result({ folder, imported: input !== null, counts, findings })
  return exitCode(findings)
}

function countsBySeverity(findings: readonly { severity: 'error' | 'warning' | 'note' }[]) {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}
