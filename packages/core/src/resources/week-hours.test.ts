import { expect, test } from 'vitest'
import { coversHours, readWeekHours, weekHoursText } from './week-hours.ts'

test.each([
  ['1-2 08:00-12:00', '1-2 08:00-12:00'],
  ['6 9:30–11:00；7 14：00-15：00', '6 09:30-11:00, 7 14:00-15:00'],
  ['周一-周二 8:00～12:00，4 8:00-12:00', '1-2 08:00-12:00, 4 08:00-12:00'],
  ['', ''],
])('hours written as “%s” are read', (typed, text) => {
  const hours = readWeekHours(typed)!
  expect(weekHoursText(hours)).toBe(text)
  expect(readWeekHours(text)).toEqual(hours)
})

test.each([
  '8 08:00-09:00',
  '1 12:00-08:00',
  '1 08:00',
  '1 08:00-25:00',
  '1 08:75-09:30',
  '5-1 08:00-09:00',
  'Monday morning',
])('hours written as “%s” are no hours', (typed) => expect(readWeekHours(typed)).toBeNull())

test('hours are covered by one stretch of the same weekday', () => {
  const hours = readWeekHours('1 08:00-12:00, 1 13:00-17:00')!
  expect(coversHours(hours, { weekday: 1, from: 480, to: 720 })).toBe(true)
  expect(coversHours(hours, { weekday: 1, from: 690, to: 800 })).toBe(false)
  expect(coversHours(hours, { weekday: 2, from: 480, to: 720 })).toBe(false)
})
