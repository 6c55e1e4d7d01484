import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { importFacilities } from '../../resources/import/facilities.ts'
import { explainFinding } from '../../words/explain-finding.ts'
import { areaOfBox } from './check-places.ts'
import { divisionIndex } from './division-code.ts'
import { importDivisions } from './divisions.ts'
import type { PlaceContext } from './place-context.ts'
import type { RawTable } from './raw-table.ts'
import { importSettlements } from './settlements.ts'

/** A table from lines as they would stand in a file. */
function table(...lines: string[]): RawTable {
  const [headings, ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  return {
    file: 'settlements.csv',
    headings: headings!,
    rows: rows.map((cells, k) => ({
      row: k + 2,
      cells: Object.fromEntries(headings!.map((h, j) => [h, cells[j] ?? ''] as const).toReversed()),
    })),
    findings: [],
  }
}

const { divisions } = importDivisions([
  {
    table: table(
      'code|name',
      '331199|三谷县',
      '331199101|东谷乡',
      '331199101201|上坑村',
      '331199101202|下坑村',
    ),
  },
])
const context: PlaceContext = {
  divisions: divisionIndex(divisions),
  coordinates: 'WGS-84',
  area: areaOfBox({ west: 119, south: 27.5, east: 120, north: 28.5 }),
}

const read = (...lines: string[]) => importSettlements(table(...lines), context)

const of = (findings: readonly Finding[], code: string) =>
  findings
    .filter((f) => f.code === code)
    .map((f): Record<string, unknown> => ({ ...f.at, ...f.facts }))

const good = 'id|name|division|lng|lat|pop|0-14岁|15-59岁|60岁以上|女|男'
const row = 'a|上坑|331199101201|119.5|28.1|100|10|40|50|55|45'

describe('a table of settlements', () => {
  test('a good row has no findings and all its values', () => {
    const { settlements, findings } = read(good, row)
    expect(findings).toEqual([])
    expect(settlements).toMatchObject([
      {
        id: 'a',
        division: '331199101201',
        at: [119.5, 28.1],
        permanent: {
          total: 100,
          female: 55,
          bands: [
            { from: 0, to: 14, people: 10 },
            { from: 15, to: 59, people: 40 },
            { from: 60, to: null, people: 50 },
          ],
        },
        provenance: { file: 'settlements.csv', row: 2, method: 'imported' },
      },
    ])
  })

  test('a misspelt column is named with the one that was meant', () => {
    const { findings } = read('id|nmae|popultion', 'a|上坑|5')
    expect(of(findings, 'column-unknown')).toMatchObject([
      { row: 1, column: 'nmae', suggestion: '→ name?' },
      { row: 1, column: 'popultion', suggestion: '→ population?' },
    ])
    expect(of(findings, 'column-missing')).toMatchObject([
      { column: 'name', suggestion: '“nmae” → name?' },
    ])
  })

  test('a missing column', () => {
    expect(of(read('id|pop', 'a|5').findings, 'column-missing')).toMatchObject([
      { file: 'settlements.csv', column: 'name', columnZh: '名称' },
    ])
  })

  test('a doubled column, by one name or by two', () => {
    expect(of(read('id|name|name', 'a|上坑|下坑').findings, 'column-doubled')).toHaveLength(1)
    expect(
      of(read('id|name|人口|常住人口', 'a|上坑|5|6').findings, 'column-doubled'),
    ).toMatchObject([{ first: '人口', second: '常住人口' }])
  })

  test('text in a number, negative people: every bad cell of every row at once', () => {
    const { findings } = read(
      good,
      'a|上坑|331199101201|119.5|28.1|about 100|10|40|50|55|45',
      'b|下坑|331199101202|119.5|28.1|-5|x|-1|50|55|45',
    )
    expect(of(findings, 'cell-not-a-number')).toMatchObject([
      { row: 2, column: 'pop', value: 'about 100' },
      { row: 3, column: '0-14岁', value: 'x' },
    ])
    expect(of(findings, 'cell-negative')).toMatchObject([
      { row: 3, column: 'pop' },
      { row: 3, column: '15-59岁' },
    ])
  })

  test('a bad row is checked to its end', () => {
    const { settlements, findings } = read('id|name|division|pop', 'a|上坑|12345|many')
    expect(settlements).toEqual([])
    expect(findings.map((f) => f.code).sort()).toEqual([
      'cell-not-a-number',
      'division-code-malformed',
      'place-without-coordinates',
    ])
  })

  test('full-width digits and thousands separators are accepted and said', () => {
    const { settlements, findings } = read(
      'id|name|pop',
      'a|上坑|１２３',
      'b|下坑|1,234',
      'c|中坑|12 345',
    )
    expect(settlements.map((s) => s.permanent.total)).toEqual([123, 1234, 12_345])
    expect(of(findings, 'numbers-tidied')).toMatchObject([{ column: 'pop', count: 3 }])
  })

  test('a decimal comma is not a thousands separator', () => {
    expect(of(read('id|name|pop', 'a|上坑|1,5').findings, 'cell-not-a-number')).toHaveLength(1)
  })

  test("age bands and sexes that don't add up are warnings with the numbers", () => {
    const { settlements, findings } = read(
      good,
      'a|上坑|331199101201|119.5|28.1|100|10|40|47|55|44',
    )
    expect(of(findings, 'age-bands-not-total')).toMatchObject([
      { sum: 97, total: 100, difference: 3 },
    ])
    expect(of(findings, 'sexes-not-total')).toMatchObject([{ sum: 99, total: 100 }])
    expect(settlements).toHaveLength(1)
  })

  test('a band inside the last one is taken out of it', () => {
    const { settlements, findings } = read(
      'id|name|pop|0-59|60岁以上|65岁及以上',
      'a|上坑|100|50|50|30',
    )
    expect(settlements[0]!.permanent.bands).toEqual([
      { from: 0, to: 59, people: 50 },
      { from: 60, to: 64, people: 20 },
      { from: 65, to: null, people: 30 },
    ])
    expect(of(findings, 'age-bands-not-total')).toEqual([])
  })

  test('bands that cross are an error', () => {
    expect(of(read('id|name|0-20|15-59', 'a|上坑|1|2').findings, 'age-bands-overlap')).toHaveLength(
      1,
    )
  })

  test('duplicate codes name both rows', () => {
    const { findings } = read(good, row, row.replace('上坑', '下坑'))
    expect(of(findings, 'duplicate-id')).toMatchObject([
      { row: 3, column: 'id', id: 'a', first: 2 },
    ])
  })

  test('a code that does not exist, a malformed one, one of the wrong level', () => {
    const { findings } = read(
      'id|name|division|pop',
      'a|上坑|331199101209|1',
      'b|下坑|3.31199E+11|1',
      'c|中坑|331199101|1',
    )
    expect(of(findings, 'division-unknown')).toMatchObject([
      { row: 2, value: '331199101209', suggestion: expect.stringContaining('33119910120') },
    ])
    expect(of(findings, 'division-code-malformed')).toMatchObject([{ row: 3 }])
    expect(of(findings, 'division-wrong-level')).toMatchObject([
      { row: 4, level: 'township', wanted: 'village', rows: 1 },
    ])
  })

  test('places: none, half, off the map, the wrong way round, outside the boundary', () => {
    const { settlements, findings } = read(
      'id|name|lng|lat|pop',
      'a|无|||1',
      'b|半|119.5||1',
      'c|飞|119500|28100|1',
      'd|反|28.1|119.5|1',
      'e|外|116.4|39.9|1',
    )
    expect(settlements.map((s) => s.at)).toEqual([null, null, null, [119.5, 28.1], [116.4, 39.9]])
    expect(of(findings, 'place-without-coordinates')).toMatchObject([{ row: 2, name: '无' }])
    expect(of(findings, 'coordinates-incomplete')).toMatchObject([{ row: 3 }])
    expect(of(findings, 'place-off-the-map')).toMatchObject([{ row: 4 }])
    expect(of(findings, 'coordinates-swapped')).toMatchObject([{ row: 5 }])
    expect(settlements[3]!.provenance.note).toContain('28.1, 119.5')
    const [outside] = of(findings, 'place-beyond-boundary')
    expect(outside).toMatchObject({ row: 6 })
    expect(outside!.km).toBeGreaterThan(1200)
  })

  test('far from the rest, where there is no boundary', () => {
    const rows = Array.from({ length: 20 }, (_, k) => `s${k}|村${k}|119.5|28.${10 + k}|1`)
    const { findings } = importSettlements(
      table('id|name|lng|lat|pop', ...rows, 'far|远|100|28.1|1'),
      { ...context, area: null },
    )
    expect(of(findings, 'place-far-from-rest').map((f) => f.name)).toEqual(['远'])
  })

  test('GCJ-02 is converted at the border, the original kept', () => {
    const { settlements, findings } = importSettlements(
      table('id|name|lng|lat|pop', 'a|上坑|119.5|28.1|1'),
      { ...context, coordinates: 'GCJ-02' },
    )
    const [lng, lat] = settlements[0]!.at!
    const metres = Math.hypot((lng - 119.5) * 98_000, (lat - 28.1) * 111_000)
    expect(metres).toBeGreaterThan(300)
    expect(metres).toBeLessThan(800)
    expect(settlements[0]!.provenance.note).toBe('converted from GCJ-02 119.5, 28.1')
    expect(of(findings, 'places-converted')).toMatchObject([{ count: 1, from: 'GCJ-02' }])
  })

  test('degrees, minutes and seconds', () => {
    const { settlements } = read('id|name|经度|纬度|pop', `a|上坑|119°30'36"E|28°6'0"N|1`)
    expect(settlements[0]!.at![0]).toBeCloseTo(119.51, 9)
    expect(settlements[0]!.at![1]).toBeCloseTo(28.1, 9)
  })

  test('both in one cell, in the order that the heading says', () => {
    const zh = read('id|name|经纬度|pop', 'a|上坑|119.5,28.1|1').settlements[0]!.at
    const en = read('id|name|coordinates|pop', 'a|上坑|28.1 119.5 640 3.9|1').settlements[0]!
    expect(zh).toEqual([119.5, 28.1])
    expect([en.at, en.elevationM]).toEqual([[119.5, 28.1], 640])
  })

  test('unknown population is 0, marked as assumed', () => {
    const { settlements, findings } = read('id|name|lng|lat', 'a|上坑|119.5|28.1')
    expect(settlements[0]!.permanent.total).toBe(0)
    expect(settlements[0]!.provenance.note).toContain('0 assumed')
    expect(of(findings, 'population-unknown')).toMatchObject([{ row: 2, name: '上坑' }])
  })

  test('rows of templates and totals are left out and named', () => {
    const { settlements, findings } = read('id|name|pop', 'x|示例村|1', 'a|上坑|5', 'z|合 计|5')
    expect(settlements.map((s) => s.id)).toEqual(['a'])
    expect(of(findings, 'row-template')).toMatchObject([{ row: 2 }])
    expect(of(findings, 'row-total')).toMatchObject([{ row: 4 }])
  })

  test('a text that looks like a formula is named and never run', () => {
    const { findings } = read('id|name|pop', "a|=cmd|'/C calc'!A0|5".replace("|'/C", "'/C"))
    expect(of(findings, 'cell-formula-text')).toMatchObject([{ row: 2, column: 'name' }])
  })

  test('headings only', () => {
    expect(of(read('id|name|pop').findings, 'table-without-rows')).toHaveLength(1)
  })

  test('shuffled rows give the same settlements', () => {
    const rows = Array.from(
      { length: 12 },
      (_, k) => `${k % 3 === 0 ? '' : `s${k}`}|村${k}|331199101201|119.${k}|28.1|${k}|1|2|3|1|1`,
    )
    const bare = (lines: readonly string[]) =>
      read(good, ...lines).settlements.map(({ provenance: _, ...s }) => s)
    const expected = bare(rows)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(bare(shuffled)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  test('findings say what to do in both languages, with every fact filled in', () => {
    const { findings } = read(
      'id|nmae|name|lng|lat|pop|0-20|15-59',
      'a||上坑|28.1|119.5|x|1|2',
      'a||上坑|1|2|-3|1|2',
      'b||合计||||',
    )
    for (const f of findings)
      for (const language of ['zh', 'en'] as const) {
        const { what, remedy } = explainFinding(f, language)
        expect(`${what}${remedy}`).not.toMatch(/\{\w+\}/)
      }
  })
})

describe('a table of facilities', () => {
  const facilities = (...lines: string[]) => importFacilities(table(...lines), context)

  test('an unknown kind is an error that names the nearest', () => {
    const { facilities: read, findings } = facilities('id|name|kind|state', 'a|甲|卫生远|open')
    expect(of(findings, 'facility-kind-unknown')).toMatchObject([
      { row: 2, column: 'kind', value: '卫生远', suggestion: expect.stringContaining('卫生') },
    ])
    expect(read).toEqual([])
  })

  test('Chinese and foreign kinds and states are read', () => {
    const { facilities: read, findings } = facilities(
      '编号|机构名称|设施类型|使用状态',
      'a|甲|乡镇卫生院|在用',
      'b|乙|村卫生室|闲置',
      'c|丙|Health Centre|Functional',
      'd|丁|小学|关闭',
    )
    expect(read.map((f) => [f.kind, f.state])).toEqual([
      ['townshipHealthCentre', 'open'],
      ['villageClinic', 'vacant'],
      ['townshipHealthCentre', 'open'],
      ['primarySchool', 'closed'],
    ])
    expect(of(findings, 'values-read-as')).toMatchObject([
      { value: 'Functional', meaning: 'open' },
      { value: 'Health Centre', meaning: 'townshipHealthCentre' },
    ])
  })

  test('yuan become fen', () => {
    const { facilities: read } = facilities('id|name|kind|年运行成本（元）', 'a|甲|小学|12,345.67')
    expect(read[0]!.yearCostFen).toBe(1_234_567)
  })

  test('a column without a state is assumed open, and said', () => {
    const { findings } = facilities('id|name|kind', 'a|甲|小学')
    expect(of(findings, 'column-assumed')).toMatchObject([{ column: 'state', value: 'open' }])
  })
})

describe('a table of divisions', () => {
  test('names codes without a parent in the table, and doubled ones', () => {
    const { findings } = importDivisions([
      {
        table: table(
          'code|name',
          '331199|三谷县',
          '331199101|东谷乡',
          '331199102201|无乡村',
          '331199101|西谷乡',
        ),
      },
    ])
    expect(of(findings, 'division-parent-missing')).toMatchObject([{ parent: '331199102000' }])
    expect(of(findings, 'duplicate-id')).toMatchObject([{ row: 5, id: '331199101000', first: 3 }])
  })
})
