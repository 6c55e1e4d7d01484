import { expect, test } from 'vitest'
import type { Shortage } from './plan.ts'
import { missedByMore } from './worse-shortage.ts'

const shortage = (metric: Shortage['metric'], have: number): Shortage => ({
  settlement: 'S',
  service: 'EDU-01',
  people: 10,
  metric,
  want: 60,
  have,
  reason: 'too-far',
})
const more = (metric: Shortage['metric'], have: number, before: number) =>
  missedByMore(shortage(metric, have), shortage(metric, before))

test('a way of 62 minutes is better than none at all, and none is worse than 62 minutes', () => {
  expect(more('maxTravelMin', 62, 0)).toBe(false)
  expect(more('maxTravelMin', 0, 62)).toBe(true)
  expect(more('maxTravelMin', 0, 0)).toBe(false)
  expect(more('maxTravelMin', 63, 62)).toBe(true)
})

test('fewer visits are worse, none the worst', () => {
  expect(more('minVisitsPerVillageYear', 2, 3)).toBe(true)
  expect(more('minVisitsPerVillageYear', 0, 3)).toBe(true)
  expect(more('minVisitsPerVillageYear', 3, 0)).toBe(false)
})
