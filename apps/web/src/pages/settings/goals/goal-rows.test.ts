import { expect, test } from 'vitest'
import { goalRows, possibleParents, withGoal, withoutGoal } from './goal-rows.ts'

const goal = (id: string, parent: string | null) => ({
  id,
  parent,
  name: { zh: id, en: '' },
  indicators: [],
  services: [],
  findings: [],
})
const goals = [goal('top', null), goal('mid', 'top'), goal('low', 'mid'), goal('lost', 'nobody')]

test('goals stand under what they serve, and none is lost', () => {
  const rows = goalRows(goals)
  expect(rows.map((row) => row.goal.id)).toEqual(['top', 'lost'])
  expect(rows[0]!.children![0]!.children![0]!.goal.id).toBe('low')
})

test('a goal that goes leaves those below it to the one above', () => {
  expect(withoutGoal(goals, 'mid').find(({ id }) => id === 'low')!.parent).toBe('top')
  expect(withGoal(goals, goal('new', 'top'))).toHaveLength(5)
  expect(withGoal(goals, goal('mid', null))[1]!.parent).toBeNull()
})

test('a goal serves nothing that serves it', () => {
  expect(possibleParents(goals, 'mid').map(({ id }) => id)).toEqual(['top', 'lost'])
})
