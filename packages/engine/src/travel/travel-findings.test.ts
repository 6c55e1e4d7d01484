import { finding } from '@kuashan/core/kernel/finding.ts'
import { expect, test } from 'vitest'
import { cutOffFindings } from './travel-findings.ts'

const lonely = (id: string) => finding('on-separate-piece', {}, { place: id, id, metres: 0 })

test('a closed state names in one finding who is cut off beyond the usual', () => {
  const own = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(lonely)
  const [told, ...more] = cutOffFindings(own, [lonely('a')], ['W1'])
  expect(more).toEqual([])
  expect(told).toMatchObject({
    code: 'cut-off-by-closure',
    facts: { places: 6, names: 'b, c, d, e, f …', ways: 'W1' },
  })
})

test('nobody cut off, nothing said', () => {
  expect(cutOffFindings([lonely('a')], [lonely('a')], ['W1'])).toEqual([])
  expect(cutOffFindings([finding('snap-moved', {}, { id: 'b' })], [], ['W1'])).toEqual([])
})
