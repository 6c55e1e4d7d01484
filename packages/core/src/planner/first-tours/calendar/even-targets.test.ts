import { expect, test } from 'vitest'
import { evenTargets } from './even-targets.ts'

const days = Int32Array.from({ length: 100 }, (_, k) => k)
const open = (closed: (day: number) => boolean): number[] => [...days].filter((day) => !closed(day))
const targets = (list: number[], count: number, phase = 0): number[] =>
  evenTargets(list, days, 100, count, phase).map(({ day }) => day)

test('are even where every day is open, and the phase shifts them', () => {
  expect(
    targets(
      open(() => false),
      4,
      0.5,
    ),
  ).toEqual([12, 37, 62, 87])
})

test('a festival counts as time: targets within it fall on its eve', () => {
  const list = open((day) => day >= 20 && day < 28)
  expect(targets(list, 10, 0.5)).toEqual([5, 15, 19, 35, 45, 55, 65, 75, 85, 95])
})

test('a closed season heaps no visits at its edge', () => {
  const list = open((day) => day >= 40)
  const found = targets(list, 10)
  expect(new Set(found).size).toBe(10)
  expect(Math.max(...found)).toBeLessThan(40)
})

test('every target is an open day even when there are more targets than days', () => {
  expect(targets([3, 50], 5).every((day) => day === 3 || day === 50)).toBe(true)
  expect(targets([], 2)).toEqual([0, 0])
})
