import { expect, test } from 'vitest'
import { valueText } from './edit-fields.ts'
import { resourceFields } from './resource-fields.ts'

const field = (table: 'staff' | 'vehicles', name: string) =>
  resourceFields[table].find((one) => one.field === name)!

test('hours, money and days of posts and vehicles go in and out of their rows', () => {
  const shift = field('vehicles', 'shiftSeconds')
  expect(shift.shown({ shiftSeconds: 28_800 })).toBe('8')
  expect(shift.read('7.5', {})).toBe(27_000)
  expect(shift.read('', {})).toBeUndefined()
  expect(field('staff', 'costPerHourFen').read('50.5', {})).toBe(5_050)
  const retires = field('staff', 'retiresOn')
  expect(retires.read('2030-01-31', {})).toBe('2030-01-31')
  expect(retires.read('', {})).toBeNull()
})

test('what no row can do without is not taken away; a licence place is', () => {
  expect(field('staff', 'weeklyHours').read('', {})).toBeUndefined()
  expect(field('staff', 'employer').read('', {})).toBeUndefined()
  expect(field('staff', 'licencePlace').read('', {})).toBeNull()
  expect(field('vehicles', 'crew').read('3', {})).toBe(3)
})

test('the history names facilities and kinds', () => {
  const name = (id: string) => `facility ${id}`
  expect(valueText(field('staff', 'employer'), 'employer', 'F', 'en', name)).toBe('facility F')
  expect(valueText(field('staff', 'post'), 'post', 'nurse', 'zh')).toBe('护士')
})
