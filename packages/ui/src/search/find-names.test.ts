import { describe, expect, test } from 'vitest'
import { findNames, indexNames, type Named } from './find-names.ts'
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
