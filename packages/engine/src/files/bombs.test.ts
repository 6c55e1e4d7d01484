import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { readWorkbook, workbookBytes } from './excel.ts'
import { readYaml } from './yaml.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bombs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function kept(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** A workbook of one small sheet, its parts changed as text. */
async function workbook(change: (path: string, xml: string) => string): Promise<Uint8Array> {
  const rows = [['东坑', 12]] as const
  const plain = await workbookBytes([{ name: 'a', headings: ['name', 'people'], rows }])
  const parts = Object.entries(unzipSync(plain))
  return zipSync(
    Object.fromEntries(
      parts.map(([path, bytes]) => [path, strToU8(change(path, strFromU8(bytes)))]),
    ),
  )
}

const sheetPath = 'xl/worksheets/sheet1.xml'
const codesOf = (findings: readonly { code: string }[]) => findings.map((f) => f.code)
const entities = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 40 }, (_, k) => {
  const before = k === 0 ? 'a' : `a${k - 1}`
  return `<!ENTITY a${k} "${`&${before};`.repeat(10)}">`
}).join('')}]>`

describe('a workbook', () => {
  test('whose XML unfolds itself by entities is refused, and nothing unfolds', async () => {
    const bomb = await workbook((path, xml) =>
      path === 'xl/sharedStrings.xml'
        ? xml.replace(/\?>/, `?>${entities}`).replace('东坑', '&a39;')
        : xml,
    )
    const [table] = await readWorkbook(await kept('entities.xlsx', bomb))
    expect(JSON.stringify(table).length).toBeLessThan(10_000)
    expect(codesOf(table!.findings)).toEqual(['table-unreadable'])
  })

  test('whose directory lies about a size unfolds to no more than it says', async () => {
    const big = await workbook((path, xml) =>
      path === sheetPath
        ? xml.replace('</sheetData>', `${'<row r="9"></row>'.repeat(100_000)}</sheetData>`)
        : xml,
    )
    const view = new DataView(big.buffer, big.byteOffset)
    for (let at = 0; at + 46 < big.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      const name = strFromU8(big.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
      if (name === sheetPath) view.setUint32(at + 24, 600, true)
    }
    const [table] = await readWorkbook(await kept('liar.xlsx', big))
    expect(codesOf(table!.findings)).toEqual(['table-unreadable'])
  })

  test('with a cell at the far end of the sheet is read as what it holds', async () => {
    const far = await workbook((path, xml) =>
      path === sheetPath
        ? xml.replace(
            '</sheetData>',
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
          )
        : xml,
    )
    const [table] = await readWorkbook(await kept('far.xlsx', far))
    expect(table!.rows.map(({ row }) => row)).toEqual([2])
    expect(codesOf(table!.findings)).toEqual(['row-too-long'])
  })
})

test.each([
  ['two thousand columns', 'name,'.repeat(2000), 'table-too-big'],
  ['a quote that is never closed', `name,"${'x'.repeat(2_000_000)}`, 'table-unreadable'],
])('a table of %s is refused', async (_, line, code) => {
  const { rows, findings } = await readCsv(await kept('wide.csv', `${line}\n1,2\n`))
  expect([rows.length, codesOf(findings)]).toEqual([0, [code]])
})

test('settings that unfold themselves by aliases are refused', async () => {
  const lines = Array.from({ length: 12 }, (_, k) =>
    k === 0
      ? 'a0: &a0 [ha, ha]'
      : `a${k}: &a${k} [${Array(10)
          .fill(`*a${k - 1}`)
          .join()}]`,
  )
  const { document, findings } = await readYaml(await kept('bomb.yaml', lines.join('\n')))
  expect([document, codesOf(findings)]).toEqual([null, ['settings-unreadable']])
})

test('a cell with U+0000 says where a character was lost', async () => {
  const { rows, findings } = await readCsv(await kept('nul.csv', 'name,people\n东\0坑,1\n'))
  expect(rows[0]!.cells.name).toBe('东\ufffd坑')
  expect(findings[0]).toMatchObject({ code: 'cell-character-lost', at: { row: 2, column: 'name' } })
})
