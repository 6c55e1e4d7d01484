import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { importPeople, type PeopleContext } from '@kuashan/core/people/import/people.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import type { RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import { isTableFile, readTables } from '@kuashan/engine/files/read-tables.ts'
import type { Upload } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'

/** Registers lie on the disk only while they are read, in a folder that nobody else may enter. */
async function tablesOf(files: readonly Upload[]): Promise<RawTable[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuashan-register-'))
  try {
    const tables: RawTable[] = []
    for (const [k, { name, bytes }] of files.entries()) {
      const path = join(folder, `${k}${extname(name)}`)
      await writeFile(path, bytes, { mode: 0o600 })
      for (const table of await readTables(path)) tables.push(named(table, name))
    }
    return tables
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const named = (table: RawTable, file: string): RawTable => ({
  ...table,
  file,
  findings: table.findings.map((f) => ({ ...f, at: { ...f.at, file } })),
})

/** People of the tables that were sent, with everything found. A person stands once in all of them together. */
export async function readRegister(
  files: readonly Upload[],
  context: PeopleContext,
): Promise<{ people: RegisterRow[]; findings: Finding[] }> {
  if (files.length === 0) throw new NotAnswered([finding('upload-empty', {})])
  const refused = files.filter(({ name }) => !isTableFile(name))
  if (refused.length > 0)
    throw new NotAnswered(
      refused.map(({ name }) =>
        finding('call-file-refused', { file: name }, { name, reason: extname(name) || '?' }),
      ),
    )
  const tables = (await tablesOf(files)).filter(
    ({ headings, findings }) => headings.length > 0 || findings.length > 0,
  )
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
