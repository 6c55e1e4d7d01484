import { expect, test } from 'vitest'
import { stepNow } from './step-now.ts'

test('what comes next follows from what is there', () => {
  expect(stepNow({ hasData: false, isMeasured: false, plans: 0 })).toBe(0)
  expect(stepNow({ hasData: true, isMeasured: false, plans: 0 })).toBe(2)
  expect(stepNow({ hasData: true, isMeasured: true, plans: 0 })).toBe(3)
  expect(stepNow({ hasData: true, isMeasured: true, plans: 2 })).toBe(4)
})
