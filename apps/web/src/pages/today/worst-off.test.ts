import type { GapLine } from '@kuashan/contract/measures.ts'
import { expect, test } from 'vitest'
import { worstOff } from './worst-off.ts'

const gap = (settlement: string, service: string, people: number): GapLine => ({
  settlement,
  name: settlement,
  division: '',
  service,
  people,
  state: 'ok',
  missing: [],
  shortfall: 1,
})

test('who misses most services comes first, then the outlying; people are not added up', () => {
  const gaps = [gap('A', 'X', 9), gap('B', 'X', 3), gap('B', 'Y', 5), gap('C', 'X', 1)]
  const found = worstOff(gaps, new Set(['C']))
  expect(found.map(({ settlement, people }) => [settlement, people])).toEqual([
    ['B', 5],
    ['C', 1],
    ['A', 9],
  ])
})
