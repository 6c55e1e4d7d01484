import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleMark } from '@kuashan/core/territory/import/example-row.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTemplate } from './county-template.ts'
import { readCountyFolder } from './read-county-folder.ts'

const named = {
  code: '331199',
  name: '三谷县',
  nameEn: 'Three Valleys',
  year: 2026,
  coordinates: 'WGS-84',
}

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'template-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const errorsOf = async (dir: string) =>
  (await readCountyFolder(dir)).findings.filter(({ severity }) => severity === 'error')

describe('a template folder', () => {
  test('untouched asks for what is open and for settlements, and for nothing else', async () => {
    const open = join(root, 'open')
    await writeTemplate(open, { year: 2026 }, { xlsx: false })
    expect((await errorsOf(open)).map(({ code, at }) => [code, at.path]).sort()).toEqual([
      ['coordinate-system-unsaid', 'coordinates'],
      ['setting-invalid', 'code'],
      ['settlements-empty', undefined],
    ])
    const begun = join(root, 'begun')
    await writeTemplate(begun, named, { xlsx: false })
    expect((await errorsOf(begun)).map(({ code }) => code)).toEqual(['settlements-empty'])
    const { findings } = await readCountyFolder(begun)
    const absent = findings.filter(({ code }) => code === 'table-absent')
    expect(absent.map(({ facts }) => facts.table)).toEqual([
      'divisions',
      'facilities',
      'vehicles',
      'staff',
      'funds',
    ])
  })

  test('has examples that are right in every cell: copied without their marks they make a county in which nothing is wrong', async () => {
    const dir = join(root, 'examples')
    const { files } = await writeTemplate(dir, named, { xlsx: false })
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      const text = await readFile(join(dir, file), 'utf8')
      expect(text.split('\n').length).toBeGreaterThan(2)
      await writeFile(join(dir, file), text.replaceAll(`${exampleMark} `, ''))
    }
    const { input, findings } = await readCountyFolder(dir)
    // No more than how many there are, how a word was read, and that there are no heights.
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'division-counts',
      'elevation-none',
      'values-read-as',
    ])
    const { county } = input!
    expect(county.settlements[0]).toMatchObject({ name: '东溪', permanent: { total: 131 } })
    expect(county.settlements[0]!.permanent.bands).toHaveLength(4)
    expect(county.facilities[0]).toMatchObject({ kind: 'villageClinic', yearCostFen: 6_000_000 })
    expect(county.facilities[0]!.conversions).toHaveLength(1)
    expect(county.vehicles[0]).toMatchObject({ kind: 'clinicVehicle', shiftSeconds: 28_800 })
    expect(county.staff[0]!.post).toBe('doctor')
    expect(county.buses.map(({ stops }) => stops.length)).toEqual([2])
    expect(county.baseline).toMatchObject({
      rotas: [{ hours: 8 }],
      timetable: [{ minutes: 90 }],
      spending: [{ amountFen: 32_000_000 }],
    })
  })

  test('is one workbook with the same tables where that is asked', async () => {
    const dir = join(root, 'workbook')
    await writeTemplate(dir, named, { xlsx: true })
    expect((await readdir(dir)).sort()).toEqual([
      'README.en.md',
      'README.zh.md',
      'county.yaml',
      'standards.yaml',
      'tables.xlsx',
    ])
    const { findings } = await readCountyFolder(dir)
    expect(findings.filter(({ code }) => code === 'rows-example')).toMatchObject([
      { facts: { count: 15 } },
    ])
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(
      ['settlements-empty'],
    )
  })

  test('never takes the place of a county that is there', async () => {
    const dir = join(root, 'begun')
    const before = await readFile(join(dir, 'county.yaml'), 'utf8')
    const { files, findings } = await writeTemplate(dir, { year: 2030 }, { xlsx: false })
    expect(files).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['county-already-there'])
    expect(await readFile(join(dir, 'county.yaml'), 'utf8')).toBe(before)
  })
})
