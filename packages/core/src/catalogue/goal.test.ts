import { describe, expect, test } from 'vitest'
import { type Goal, lintGoals } from './goal.ts'

const goal = (id: string, parent: string | null, some: Partial<Goal> = {}): Goal => ({
  id,
  parent,
  name: { zh: id, en: '' },
  indicators: [],
  services: [],
  ...some,
})
const known = new Set(['MED-01'])
const codesOf = (...goals: Goal[]) => lintGoals(goals, known).map(({ code, at }) => [code, at.path])

describe('goals', () => {
  test('that are a tree of known services are fine', () => {
    const root = goal('health', null)
    expect(codesOf(root, goal('visits', 'health', { services: ['MED-01'] }))).toEqual([])
  })

  test('with one id twice, without their parent, or in a ring are told by name', () => {
    expect(codesOf(goal('a', null), goal('a', null))).toEqual([['goal-id-twice', 'goals.a']])
    expect(codesOf(goal('a', 'b'))).toEqual([['goal-parent-unknown', 'goals.a']])
    const ring = [goal('a', 'c'), goal('b', 'a'), goal('c', 'b'), goal('under', 'a')]
    expect(codesOf(...ring)).toEqual(['a', 'b', 'c'].map((id) => ['goal-in-ring', `goals.${id}`]))
    expect(codesOf(goal('a', 'a'))).toEqual([['goal-in-ring', 'goals.a']])
  })

  test('of services that the catalogue does not know are told, also in what measures them', () => {
    const figure = {
      name: { zh: '达标', en: '' },
      figure: 'coverage.EDU-09',
      target: 1,
      by: '2026-12-31',
    }
    const found = codesOf(goal('a', null, { services: ['XXX-01'], indicators: [figure as never] }))
    expect(found).toEqual([
      ['goal-service-unknown', 'goals.a'],
      ['goal-service-unknown', 'goals.a'],
    ])
  })
})
