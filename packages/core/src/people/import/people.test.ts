import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/calendar.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { importPeople, type PeopleContext } from './people.ts'

const village = (code: string, name: string, level: 'township' | 'village') => ({
  code,
  name,
  level,
  parent: null,
  successors: [],
  oldNames: [],
})
const context = {
  today: '2026-11-27' as PlainDate,
  divisions: [
    village('331199101000', '东乡', 'township'),
    village('331199101201', '东一村', 'village'),
    village('331199102201', '西一村', 'village'),
  ],
  settlements: [{ id: 'S1', division: '331199101201' }],
  area: '331199101',
} as unknown as PeopleContext

const table = (...rows: Record<string, string>[]): RawTable => ({
  file: 'people.csv',
  headings: [...new Set(rows.flatMap(Object.keys))],
  rows: rows.map((cells, k) => ({ row: k + 2, cells })),
  findings: [],
})
const good = { 编号: 'P1', 姓名: '蓝小山', 村: '东一村' }
const codesOf = (...rows: Record<string, string>[]) =>
  importPeople(table(...rows), context).findings.map(({ code, at }) => `${code} ${at.row}`)

describe('a register of people', () => {
  test('is read with number, birthday, place, telephone and care', () => {
    const row = { ...good, 身份证号: '331199195203150015', 居民点编号: 'S1', 电话: '138 0000 0000' }
    const { people, findings } = importPeople(table({ ...row, 关爱标记: '独居；慢性病' }), context)
    expect(findings).toEqual([])
    expect(people).toEqual([
      {
        registerId: 'P1',
        name: '蓝小山',
        identityNumber: '331199195203150015',
        birthDate: '1952-03-15',
        birthYear: 1952,
        division: '331199101201',
        settlement: 'S1',
        telephone: '13800000000',
        care: ['chronicDisease', 'livesAlone'],
      },
    ])
  })

  test('takes the village of the settlement, and the year of an age, where nothing else is said', () => {
    const { people } = importPeople(
      table({ id: 'P1', name: 'Lan', settlement: 'S1', age: '70' }),
      context,
    )
    expect(people[0]).toMatchObject({ division: '331199101201', birthYear: 1956, birthDate: null })
  })

  test.each([
    ['identity-number-wrong', { 身份证号: '331199195203150016' }],
    ['identity-number-wrong', { 身份证号: '3.31199E+17' }],
    ['birth-date-differs', { 身份证号: '331199195203150015', 出生日期: '1952-03-16' }],
    ['cell-not-a-date', { 出生日期: '2027-01-01' }],
    ['age-differs', { 出生日期: '1952-03-15', 年龄: '60' }],
    ['care-unknown', { 关爱标记: '富裕' }],
    ['person-settlement-unknown', { 居民点编号: 'S9' }],
    ['person-outside-area', { 村: '西一村' }],
    ['person-place-differs', { 村: '西一村', 居民点编号: 'S1' }],
    ['person-place-missing', { 村: '' }],
    ['division-name-unknown', { 村: '北一村' }],
    ['division-wrong-level', { 村: '331199101000' }],
    ['cell-missing', { 姓名: '' }],
  ])('%s is found: %o', (code, cells) => {
    expect(codesOf({ ...good, ...cells })).toContain(`${code} 2`)
  })

  test('says who stands twice by row and by the ends of the number only', () => {
    const row = { ...good, 身份证号: '331199195203150015' }
    const { findings } = importPeople(table(row, { ...row, 编号: 'P2' }, row), context)
    expect(findings.map(({ code, at }) => `${code} ${at.row}`).sort()).toEqual([
      'duplicate-id 4',
      'identity-number-twice 3',
    ])
    expect(JSON.stringify(findings)).not.toContain('19520315')
  })
})
