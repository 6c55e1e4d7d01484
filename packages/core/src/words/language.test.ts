import { expect, test } from 'vitest'
import { filled } from './language.ts'

test('a text takes its facts, and the word that goes with a number', () => {
  const text = '{name} has {n} {n|visit|visits}; {other}'
  const said = (n: number | string) =>
    filled(text, (name) => ({ name: 'Beiyanbei', n })[name as 'name' | 'n'])
  expect(said(1)).toBe('Beiyanbei has 1 visit; {other}')
  expect(said('1')).toBe('Beiyanbei has 1 visit; {other}')
  expect(said(21)).toBe('Beiyanbei has 21 visits; {other}')
  expect(said(0)).toBe('Beiyanbei has 0 visits; {other}')
  expect(filled('{n} {n|site is|sites are} enough', () => 1)).toBe('1 site is enough')
})
