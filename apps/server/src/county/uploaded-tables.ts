import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import { isTableFile, readTables } from '@kuashan/engine/files/read-tables.ts'
import type { Upload } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'

/** Files lie on the disk only while they are read, in a folder that nobody else may enter. */
async function tablesOf(files: readonly Upload[]): Promise<RawTable[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuashan-tables-'))
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

/** Refuses anything that is no table. */
export function checkTables(files: readonly Upload[]): void {
  if (files.length === 0) throw new NotAnswered([finding('upload-empty', {})])
  const refused = files.filter(({ name }) => !isTableFile(name))
  if (refused.length > 0)
    throw new NotAnswered(
      refused.map(({ name }) =>
        finding('call-file-refused', { file: name }, { name, reason: extname(name) || '?' }),
      ),
    )
}

/** Tables and sheets of the files that were sent, without empty ones. Anything that is no table is refused. */
export async function uploadedTables(files: readonly Upload[]): Promise<RawTable[]> {
  checkTables(files)
  return (await tablesOf(files)).filter(
    ({ headings, findings }) => headings.length > 0 || findings.length > 0,
  )
}
