import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { importPeople, type PeopleContext } from '@kuashan/core/people/import/people.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import type { Upload } from '../serve/handler.ts'
import { uploadedTables } from './uploaded-tables.ts'

/** People of the tables that were sent, with everything found. A person stands once in all of them together. */
export async function readRegister(
  files: readonly Upload[],
  context: PeopleContext,
): Promise<{ people: RegisterRow[]; findings: Finding[] }> {
  const tables = await uploadedTables(files)
  const read = tables.map((table) => importPeople(table, context))
  const people = read.flatMap((part) => part.people)
  const findings = read.flatMap((part) => part.findings)
  if (people.length === 0 && findings.length === 0)
    findings.push(finding('people-table-missing', { file: files[0]!.name }))
  return { people, findings: [...findings, ...acrossTables(read.map((part) => part.people))] }
}

/** Ids that stand in two tables; inside one table its reader has found them. */
function acrossTables(tables: readonly (readonly RegisterRow[])[]): Finding[] {
  const table = new Map<string, number>()
  return tables.flatMap((people, k) =>
    people.flatMap(({ registerId: id }) => {
      const before = table.get(id)
      table.set(id, before ?? k)
      const path = `people.${id}`
      return before === undefined
        ? []
        : [finding('duplicate-id', { path }, { id, first: before + 1 })]
    }),
  )
}
