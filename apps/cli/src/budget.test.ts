import { expect, test } from 'vitest'
import { budgetLeft, parseBudget } from './budget.ts'

test('a budget of time is that of the whole command: what reading took is gone, and the check has its part', () => {
  expect(budgetLeft(parseBudget('60s'), 10)).toEqual({ seconds: 0.85 * 50 })
  expect(budgetLeft(parseBudget('5s'), 8)).toEqual({ seconds: 0 })
})

test('iterations are the same however long the rest takes', () => {
  expect(budgetLeft(parseBudget('1500it'), 100)).toEqual({ iterations: 1500 })
})
