import { type Edit, editableTables } from '@kuashan/core/plan/import/edits.ts'
import { editCounty } from '@kuashan/engine/county-folder/edit-county.ts'
import { countyFolder } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { today } from '../today.ts'
import { UsageError } from '../usage-error.ts'

/** `edit DIR TABLE ID FIELD VALUE`: a value somebody knows better than the source; next year's import keeps it. */
export async function editCommand(
  dir: string,
  target: { table: string; id: string; field: string; value: string },
  options: { by: string; reason: string },
  { terminal }: Session,
): Promise<0 | 1> {
  const table = editableTables.find((name) => name === target.table)
  if (!table)
    throw new UsageError({
      zh: `没有“${target.table}”这张表。可改 ${editableTables.join('、')}。`,
      en: `There is no table "${target.table}". There are ${editableTables.join(', ')}.`,
    })
  const { edit, findings } = await editCounty(countyFolder(dir), {
    table,
    id: target.id,
    field: target.field,
    value: readValue(target.value),
    by: options.by,
    date: today(),
    reason: options.reason,
  })
  terminal.findings(findings)
  if (edit)
    terminal.say({
      zh: `已记下：${edit.id} 的 ${edit.field} 由 ${String(edit.was)} 改为 ${String(edit.value)}`,
      en: `Noted: ${edit.field} of ${edit.id} from ${String(edit.was)} to ${String(edit.value)}`,
    })
  terminal.result({ edit, findings })
  return edit ? exitCode(findings) : 1
}

/** A number, true, false or null where the word is one, else the text itself. */
function readValue(text: string): Edit['value'] {
  if (/^(true|false|null|-?\d+(\.\d+)?)$/.test(text)) return JSON.parse(text) as Edit['value']
  return text
}
