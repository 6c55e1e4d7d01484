import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvText, readCsv, writeCsv } from './csv.ts'
import { readWorkbook, writeWorkbook } from './excel.ts'
import { repairGarbled } from './mojibake.ts'
import { readTables } from './read-tables.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function read(name: string, content: string | Uint8Array) {
  const path = join(dir, name)
  await writeFile(path, content)
  return readCsv(path)
}

const codes = (table: { findings: readonly { code: string }[] }) =>
  table.findings.map((f) => f.code)
const names = (table: { rows: readonly { cells: Readonly<Record<string, string>> }[] }) =>
  table.rows.map((r) => r.cells.名称)

const text = '编号,名称\n1,上坑㙍村\n2,"下坑,东"\n'

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(text), []],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), []],
    ['GB18030', iconv.encode(text, 'gb18030'), ['table-encoding']],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), ['table-encoding']],
  ])('in %s', async (_, bytes, expected) => {
    const table = await read('encoded.csv', bytes)
    expect(table.headings).toEqual(['编号', '名称'])
    expect(names(table)).toEqual(['上坑㙍村', '下坑,东'])
    expect(codes(table)).toEqual(expected)
  })

  test('a letter cut in two by the reading buffer stays whole', async () => {
    const long = `编号,名称\n${Array.from({ length: 60_000 }, (_, k) => `${k},村庄${k}`).join('\n')}\n`
    const table = await read('long.csv', iconv.encode(long, 'gb18030'))
    expect(table.rows).toHaveLength(60_000)
    expect(table.rows.every((r) => r.cells.名称 === `村庄${r.cells.编号}`)).toBe(true)
  })

  test('with semicolons, tabs, a title above the headings and blank lines', async () => {
    const table = await read(
      'title.csv',
      '三谷县自然村统计表;;\n\n编号;名称;人口\n1;上坑;5\n;;\n2;下坑;6\n',
    )
    expect(table.headings).toEqual(['编号', '名称', '人口'])
    expect(table.rows.map((r) => r.row)).toEqual([4, 6])
    expect((await read('tabs.csv', '编号\t名称\n1\t上坑\n')).rows[0]!.cells.名称).toBe('上坑')
  })

  test('ragged rows', async () => {
    const table = await read('ragged.csv', 'a,b,c\n1,2\n1,2,3,4\n1,2,3,\n')
    expect(table.findings).toMatchObject([
      {
        code: 'row-too-short',
        at: { file: 'ragged.csv', row: 2 },
        facts: { cells: 2, headings: 3 },
      },
      { code: 'row-too-long', severity: 'error', at: { row: 3 }, facts: { cells: 4, headings: 3 } },
    ])
  })

  test('an empty file, one of blank lines, one that ends inside a quote', async () => {
    expect(codes(await read('empty.csv', ''))).toEqual(['table-empty'])
    expect(codes(await read('blank.csv', '\n\n ,\n'))).toEqual(['table-empty'])
    expect(codes(await read('quote.csv', 'a,b\n1,"2\n3,4\n'))).toEqual(['table-unreadable'])
  })

  test('a table of 200 MB is refused at once, with the limit', async () => {
    const path = join(dir, 'huge.csv')
    const file = await open(path, 'w')
    await file.truncate(200 * 1024 * 1024)
    await file.close()
    expect((await stat(path)).size).toBeGreaterThan(2e8)
    const table = await readCsv(path)
    expect(table.findings).toMatchObject([
      { code: 'table-too-big', severity: 'error', facts: { size: 200, limit: 64, unit: 'MB' } },
    ])
    await rm(path)
  })

  test('a table of too many rows is read no further than the limit', async () => {
    const path = join(dir, 'rows.csv')
    await writeFile(path, `a,b\n${'1,2\n'.repeat(1000)}`)
    const table = await readCsv(path, { bytes: 1e9, rows: 100 })
    expect(table.rows).toHaveLength(100)
    expect(codes(table)).toEqual(['table-too-big'])
  })

  test('written: a mark, quotes, and no formula that a spreadsheet would run; read back the same', async () => {
    const rows = [
      ['=1+1', '-5'],
      ['@x', '+86 578'],
      ['a,"b"', 'two\nlines'],
      ["-it's", ' padded '],
    ]
    const written = csvText({ headings: ['a', 'b'], rows })
    expect(written.startsWith('\ufeffa,b\n')).toBe(true)
    expect(written).toContain("'=1+1,-5\n'@x,'+86 578\n")
    const path = join(dir, 'written.csv')
    await writeCsv(path, { headings: ['a', 'b'], rows })
    const table = await readCsv(path)
    expect(table.rows.map((r) => [r.cells.a, r.cells.b])).toEqual(rows)
  })

  test('GBK text read as UTF-8 twice over is not touched when it is plain Chinese', async () => {
    const plain = '编号,名称\n1,槟榔寨\n2,茅草坪\n3,梅子树\n4,白石岩\n'
    expect(names(await read('plain.csv', plain))).toEqual(['槟榔寨', '茅草坪', '梅子树', '白石岩'])
  })
})

describe('garbled names', () => {
  const garbled = (name: string) => iconv.decode(Buffer.from(name), 'gbk')

  test('come back whole where no byte was lost', () => {
    expect(repairGarbled(garbled('上坑村委'))).toEqual({ text: '上坑村委', state: 'whole' })
    expect(repairGarbled('涓€蹇冩潙')).toEqual({ text: '一心村', state: 'euro' })
  })

  test('are marked where the last byte had no partner', () => {
    const cut = garbled('槟榔寨')
    const lost = { text: '槟榔�', state: 'lost' }
    expect(repairGarbled(cut)).toEqual(lost)
    expect(repairGarbled(cut.replace('�', ''))).toEqual(lost)
  })

  test('plain Chinese is not garbled', () => {
    expect(repairGarbled('上坑村')).toBeNull()
  })
})

describe('Excel', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('居民点'))
    const path = join(dir, 'book.xlsx')
    await book.xlsx.writeFile(path)
    return path
  }

  test('numbers, dates, rich text, merged titles and long codes are read as they show', async () => {
    const path = await workbook((sheet) => {
      sheet.addRow(['三谷县自然村'])
      sheet.mergeCells('A1:C1')
      sheet.addRow(['编号', '名称', '日期'])
      sheet.addRow([
        331102001001,
        { richText: [{ text: '上' }, { text: '坑' }] },
        new Date('2026-03-01'),
      ])
    })
    const [table] = await readWorkbook(path)
    expect(table!.findings).toEqual([])
    expect(table).toMatchObject({ sheet: '居民点', headings: ['编号', '名称', '日期'] })
    expect(table!.rows).toEqual([
      { row: 3, cells: { 编号: '331102001001', 名称: '上坑', 日期: '2026-03-01' } },
    ])
  })

  test('a formula is named with its value; one without a usable value is an error', async () => {
    const path = await workbook((sheet) => {
      sheet.addRow(['id', 'pop', 'n'])
      sheet.addRow(['a', { formula: 'SUM(1,2)', result: 3 }, 1])
      sheet.addRow(['b', { formula: 'A1/0', result: { error: '#DIV/0!' } as never }, 1])
      sheet.addRow(['c', { formula: 'B1' } as never, { error: '#REF!' } as never])
    })
    const [table] = await readWorkbook(path)
    expect(table!.rows.map((r) => r.cells.pop)).toEqual(['3', '', ''])
    expect(table!.findings).toMatchObject([
      { code: 'cell-formula', at: { sheet: '居民点', row: 2, column: 'B' }, facts: { value: '3' } },
      { code: 'cell-formula-without-value', severity: 'error', at: { row: 3 } },
      { code: 'cell-formula-without-value', at: { row: 4, column: 'B' } },
      { code: 'cell-formula-without-value', at: { row: 4, column: 'C' } },
    ])
  })

  test('an empty workbook, a broken one, one from before 2007', async () => {
    expect(codes((await readWorkbook(await workbook(() => {})))[0]!)).toEqual(['table-empty'])
    await writeFile(join(dir, 'broken.xlsx'), 'PK not really')
    expect(codes((await readTables(join(dir, 'broken.xlsx')))[0]!)).toEqual(['table-unreadable'])
    await writeFile(join(dir, 'old.xls'), 'x')
    expect(codes((await readTables(join(dir, 'old.xls')))[0]!)).toEqual(['table-unreadable'])
  })

  test('a workbook that unfolds to too much is refused before it is unfolded', async () => {
    const path = await workbook((sheet) => {
      for (let k = 0; k < 3000; k++) sheet.addRow(['aaaaaaaaaaaaaaaaaaaaaaaaaaa', k])
    })
    const [table] = await readWorkbook(path, { bytes: 20_000, rows: 1e6 })
    expect(codes(table!)).toEqual(['table-too-big'])
  })

  test('written sheets read back: note, headings, texts that stay texts', async () => {
    const path = join(dir, 'out.xlsx')
    await writeWorkbook(path, [
      {
        name: '缺口: a/b',
        note: '人数',
        headings: ['村', '人'],
        rows: [
          ['=1+1', 3],
          ['上坑', null],
        ],
      },
      { name: '缺口: a/b', headings: ['x', 'y'], rows: [['1', 2]] },
    ])
    const [first, second] = await readWorkbook(path)
    expect(first!.findings).toEqual([])
    expect(first!.rows.map((r) => r.cells)).toEqual([
      { 村: '=1+1', 人: '3' },
      { 村: '上坑', 人: '' },
    ])
    expect(second!.sheet).not.toBe(first!.sheet)
  })
})
