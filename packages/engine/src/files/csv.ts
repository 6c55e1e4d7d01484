import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import type { WrittenTable } from '@kuashan/core/territory/import/write-table.ts'
import { CsvError, parse } from 'csv-parse'
import { atomicWrite } from './atomic-write.ts'
import { decoded, detectEncoding, type Encoding } from './encoding.ts'
import { repairMojibake } from './mojibake.ts'
import { gatherTable, type TableLimits, tableLimits } from './raw-rows.ts'

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

/** The separator of the first line that has one: comma, semicolon or tab. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(16_384) })
  await file.close()
  const start = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  const count = (text: string, mark: string): number => text.split(mark).length - 1
  for (const line of start.split(/\r?\n/)) {
    const best = [',', ';', '\t'].toSorted((a, b) => count(line, b) - count(line, a))[0]!
    if (count(line, best) > 0) return best
  }
  return ','
}

/** A quote that is never closed would make the rest of the file one row. */
const mostRecordBytes = 1024 * 1024

/** The apostrophe that keeps a spreadsheet from running a text as a formula is not part of the text. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/**
 * Reads a CSV file of any size up to the limits, row by row: UTF-8 with or without a mark, UTF-16 or GB18030;
 * comma, semicolon or tab. Garbled names are repaired. All that was odd stands in `findings`.
 */
export async function readCsv(path: string, limits: TableLimits = tableLimits): Promise<RawTable> {
  const file = basename(path)
  const findings: Finding[] = []
  const refuse = (): RawTable => ({ file, headings: [], rows: [], findings })
  const { size } = await stat(path)
  if (size > limits.bytes) {
    const facts = { size: megabytes(size), limit: megabytes(limits.bytes), unit: 'MB' }
    findings.push(finding('table-too-big', { file }, facts))
    return refuse()
  }
  const encoding = await detectEncoding(path)
  if (encoding !== 'utf-8')
    findings.push(finding('table-encoding', { file }, { encoding: encoding.toUpperCase() }))
  const parser = parse({
    delimiter: await delimiterOf(path, encoding),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostRecordBytes,
  })
  const source = Readable.from(decoded(path, encoding))
  source.on('error', (error) => parser.destroy(error)).pipe(parser)
  const gatherer = gatherTable(file, undefined, limits, findings)
  let row = 0
  try {
    for await (const record of parser)
      if (!gatherer.line((record as string[]).map(unguarded), ++row)) break
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    findings.push(finding('table-unreadable', { file, row: row + 1 }, { reason: error.code }))
    return refuse()
  } finally {
    source.destroy()
  }
  return repairMojibake(gatherer.finish())
}

/** Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers don't. */
const guarded = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string =>
  /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** CSV text as spreadsheets read it right: UTF-8 with a mark, quoted where needed, safe from formulas. */
export function csvText({ headings, rows }: WrittenTable): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(guarded(cell))).join(',')
  return `\ufeff${[headings, ...rows].map(line).join('\n')}\n`
}

export const writeCsv = (path: string, table: WrittenTable): Promise<void> =>
  atomicWrite(path, csvText(table))
