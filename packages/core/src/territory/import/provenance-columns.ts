import type { PlainDate } from '../../kernel/calendar.ts'
import type { Provenance } from '../../kernel/provenance.ts'
import type { Column } from './column.ts'

/** Where a row came from, if the table says so itself. Anything else counts as imported. */
export const provenanceColumns = {
  origin: {
    type: 'choice',
    zh: '来源方式',
    choices: {
      imported: ['导入'],
      entered: ['填报'],
      derived: ['推算'],
      assumed: ['假定'],
      generated: ['生成'],
    },
  },
  recorded: { type: 'date', zh: '数据日期', aliases: ['as_of', 'data_date'] },
  remark: { type: 'text', zh: '备注', aliases: ['remarks', 'note', '说明'] },
} as const satisfies Record<string, Column>

interface Source {
  file: string
  row: number
  values: { origin: string | null; recorded: string | null; remark: string | null }
}

/** Provenance of one row; `notes` say what was done to its values. */
export function provenanceOf(
  { file, row, values }: Source,
  notes: readonly (string | undefined)[] = [],
): Provenance {
  const note = [values.remark ?? undefined, ...notes].filter(Boolean).join('; ')
  return {
    file,
    row,
    method: (values.origin ?? 'imported') as Provenance['method'],
    ...(values.recorded === null ? {} : { date: values.recorded as PlainDate }),
    ...(note === '' ? {} : { note }),
  }
}

/** The same cells again, for a table that is written. */
export const provenanceCells = (
  provenance: Provenance,
): { origin: string; recorded: string | null; remark: string | null } => ({
  origin: provenance.method,
  recorded: provenance.date ?? null,
  remark: provenance.note ?? null,
})
