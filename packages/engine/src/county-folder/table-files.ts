import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import type { TableSource } from '@kuashan/core/plan/import/table-sources.ts'
import { tableWords } from '@kuashan/core/plan/import/table-words.ts'
import { type TableName, tableNames } from '@kuashan/core/territory/import/column.ts'
import type { Mapping, TableMapping } from '@kuashan/core/territory/import/table-mapping.ts'
import { isTableFile, readTables } from '../files/read-tables.ts'
import { isRegisterFile } from './register-files.ts'

export type Sources = Partial<Record<TableName, TableSource[]>>

interface NamedSource extends TableSource {
  /** `settlements` of `settlements-osm.csv`; a second file needs such an ending. */
  part: string
}

/** The table that a file or sheet is named after: `settlements`, `居民点`, `settlements-osm`, `自然村（2025）`. */
function tableOfName(name: string): { table: TableName; part: string } | null {
  const plain = name.normalize('NFKC').trim().toLowerCase()
  for (const table of tableNames) {
    const { zh, aliases } = tableWords[table]
    for (const word of [table, zh, ...aliases]) {
      if (plain === word) return { table, part: '' }
      if (plain.startsWith(word) && /^[-_ (]/.test(plain.slice(word.length)))
        return { table, part: plain.slice(word.length) }
    }
  }
  return null
}

/** The table that a file of a county folder is for by its name, and which of several files for it; null where the name says nothing. */
export function tableOfFile(path: string): string | null {
  if (!isTableFile(basename(path))) return null
  const named = tableOfName(basename(path, extname(path)))
  return named && `${named.table} ${named.part}`
}

/** Table files of the folder and of its `today` part, by path from the folder. */
async function tableFiles(dir: string): Promise<string[]> {
  const top = await readdir(dir)
  const today = await readdir(join(dir, 'today')).catch(() => [])
  return [...top, ...today.map((name) => `today/${name}`)].filter(isTableFile).toSorted()
}

function mappingsOf(mapping: Mapping | null): { table: TableName; entry: TableMapping }[] {
  return Object.entries(mapping?.tables ?? {}).flatMap(([table, entries]) =>
    [entries].flat().map((entry) => ({ table: table as TableName, entry })),
  )
}

async function readOne(
  dir: string,
  path: string,
  mapping: Mapping | null,
  into: Partial<Record<TableName, NamedSource[]>>,
): Promise<Finding[]> {
  if (isRegisterFile(path)) return [finding('people-table-apart', { file: path }, { file: path })]
  const mapped = mappingsOf(mapping)
  const ofFile = mapped.filter(({ entry }) => entry.file === path)
  const fileName = basename(path, extname(path))
  const named = tableOfName(fileName)
  const tables = await readTables(join(dir, path))
  const unread = tables.length === 1 && tables[0]!.headings.length === 0 ? tables[0]!.findings : []
  const findings: Finding[] = []
  let used = 0
  for (const [k, raw] of tables.entries()) {
    const table = { ...raw, file: path, findings: raw.findings.map((f) => moved(f, path)) }
    const add = (name: TableName, entry: TableMapping | null, part: string): void => {
      // What is odd about the file itself is told once, even when two tables are made of it.
      const once = used++ > 0 ? { ...table, findings: [] } : table
      const list = into[name] ?? []
      list.push({ table: once, mapping: entry, part })
      into[name] = list
    }
    for (const { table: name, entry } of ofFile)
      if (entry.sheet === undefined ? k === 0 : entry.sheet === table.sheet) add(name, entry, path)
    if (ofFile.length > 0) continue
    const bySheet = table.sheet === undefined ? null : tableOfName(table.sheet)
    const found = bySheet ?? (k === 0 ? named : null)
    const general = mapped.find(({ table: t, entry }) => t === found?.table && !entry.file)?.entry
    if (found) add(found.table, general ?? null, found.part)
  }
  if (used === 0)
    findings.push(...unread.map((f) => moved(f, path)), finding('file-not-used', { file: path }))
  return findings
}

const moved = (f: Finding, file: string): Finding => ({ ...f, at: { ...f.at, file } })

/** Two files for one table without an ending that tells them apart are a mistake: which one holds? */
function doubled(sources: Partial<Record<TableName, NamedSource[]>>): Finding[] {
  return Object.entries(sources).flatMap(([table, list]) => {
    const plain = list.filter((source) => source.part === '')
    const [first, second] = plain.map((s) =>
      [s.table.file, s.table.sheet].filter(Boolean).join(' / '),
    )
    return second === undefined
      ? []
      : [
          finding(
            'source-table-used-twice',
            { file: plain[1]!.table.file },
            { table, first: first!, second },
          ),
        ]
  })
}

/** Reads every table of a county folder, each with its mapping. Sources of one table stand in order of their names. */
export async function readTableFiles(
  dir: string,
  mapping: Mapping | null,
): Promise<{ sources: Sources; files: string[]; findings: Finding[] }> {
  const named: Partial<Record<TableName, NamedSource[]>> = {}
  const findings: Finding[] = []
  const files = await tableFiles(dir)
  for (const path of files) findings.push(...(await readOne(dir, path, mapping, named)))
  for (const { table, entry } of mappingsOf(mapping))
    if (entry.file !== undefined && !files.includes(entry.file))
      findings.push(
        finding(
          'mapping-invalid',
          { file: 'mapping.yaml', path: `tables.${table}` },
          { reason: entry.file },
        ),
      )
  findings.push(...doubled(named))
  for (const list of Object.values(named)) list.sort(byText((x) => x.part))
  return { sources: named, files, findings }
}
