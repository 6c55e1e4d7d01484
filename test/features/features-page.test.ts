import { describe, expect, it } from 'vitest'
import {
  idsIn,
  promisedWithoutRow,
  titlesOf,
  withoutTest,
} from '../../scripts/generate/features-page.ts'

describe('the page of features', () => {
  it('has a row for every feature that an issue promises', () => {
    expect(promisedWithoutRow()).toEqual([])
  })

  it('leaves no feature without a test', async () => {
    expect(await withoutTest()).toEqual([])
  })

  it('reads titles of every form, and the ids in them', () => {
    const source = [
      "describe('a (B12)', () => {",
      "it.each([1, 2])('of %i (B13)', () => {})",
      'test.each(\n  rows,\n)(\n  `long (B14, B15)`, () => {})',
      "describe.skipIf(!there)('skipped (B16)')",
      "expect(text).toBe('no title B17')",
    ]
      .join('\n')
      .replaceAll('B', 'A')
    const titles = titlesOf(source)
    expect(titles.flatMap(idsIn)).toEqual(['A12', 'A13', 'A14', 'A15', 'A16'])
    expect(idsIn('W19 and AA12 are no ids, A105 is')).toEqual(['A105'])
  })
})
