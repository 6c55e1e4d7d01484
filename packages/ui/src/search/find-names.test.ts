import { describe, expect, test } from 'vitest'
import { findNames, indexNames, type Named } from './find-names.ts'
import { rowFinder } from './find-rows.ts'
import { spellPinyin } from './spell-pinyin.ts'

const named: Named[] = [
  { id: 'bay', names: ['东一湾', 'Dongyiwan'] },
  { id: 'flat', names: ['南一坪', 'Nanyiping', '老坪头'] },
  { id: 'pit', names: ['北一坑'] },
  { id: 'clinic', names: ['北一坑卫生室'] },
]
const index = indexNames(named, spellPinyin)
const find = (typed: string) => findNames(index, typed, 10)

describe('places are found', () => {
  test.each([
    ['东一湾', ['bay']],
    ['一湾', ['bay']],
    ['dongyiwan', ['bay']],
    ['Dong Yi', ['bay']],
    ['dyw', ['bay']],
    ['yw', ['bay']],
    ['nyping', ['flat']],
    ['老坪', ['flat']],
    ['lpt', ['flat']],
    ['byk', ['pit', 'clinic']],
    ['wss', ['clinic']],
    ['yiy', []],
    ['', []],
    ['xyz', []],
  ])('by %s', (typed, ids) => {
    expect(find(typed)).toEqual(ids)
  })

  test('best first and no more than asked', () => {
    expect(find('北一坑')).toEqual(['pit', 'clinic'])
    expect(findNames(index, 'b', 1)).toEqual(['pit'])
  })
})

describe('rows are found', () => {
  const rows = [
    { plate: '浙K·D0012', owner: '松谷县医院' },
    { plate: '浙K·D0120', owner: '供销社' },
  ]
  const findRows = (typed: string) =>
    rowFinder(spellPinyin)(typed, rows, ({ plate, owner }) => [plate, owner]).map((r) => r.plate)

  test.each([
    ['', ['浙K·D0012', '浙K·D0120']],
    ['012', ['浙K·D0012', '浙K·D0120']],
    ['d0120', ['浙K·D0120']],
    ['zkd0012', ['浙K·D0012']],
    ['xianyiyuan', ['浙K·D0012']],
    ['gxs', ['浙K·D0120']],
    ['没有', []],
  ])('by %s in any of their names', (typed, plates) => {
    expect(findRows(typed)).toEqual(plates)
  })
})
