import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { checkCharacterOf, identityNumber, maskedIdentity } from './identity-number.ts'

const today = '2026-01-01' as PlainDate

test('the example of GB 11643-1999, annex A', () => {
  expect(checkCharacterOf('11010519491231002')).toBe('X')
  expect(identityNumber('11010519491231002x', today)).toEqual({
    number: '11010519491231002X',
    birthDate: '1949-12-31',
  })
})

test.each([
  ['1101051949123100', 'digits'],
  ['11010519490231002X', 'day of birth'],
  ['33119920270101001X', 'day of birth'],
  ['110105194912310021', 'check character'],
])('%s is refused: %s', (text, reason) => {
  const answer = identityNumber(text, today)
  expect('finding' in answer && answer.finding.facts.reason).toContain(reason)
})

test('one wrong digit or two neighbours swapped are noticed', () => {
  const digits = fc.stringMatching(/^33119919[5-9][0-9]0[1-9][0-2][1-8][0-9]{3}$/)
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (seventeen, at, by) => {
      const number = seventeen + checkCharacterOf(seventeen)
      const other = String((Number(number[at]) + by) % 10)
      const changed = number.slice(0, at) + other + number.slice(at + 1)
      expect(checkCharacterOf(changed)).not.toBe(changed[17])
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      if (at < 16 && number[at] !== number[at + 1])
        expect(checkCharacterOf(swapped)).not.toBe(swapped[17])
    }),
  )
})

test('masked, the birthday and the place are gone', () => {
  expect(maskedIdentity('11010519491231002X')).toBe('110***********002X')
})
