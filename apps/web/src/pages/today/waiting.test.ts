import { expect, test } from 'vitest'
import { type Voices, waitingFor } from './waiting.ts'

const line = (id: string, step: 'draft' | 'comments' | 'decision' | 'review' | 'published') => ({
  id,
  name: id,
  step,
  verdict: 'valid' as const,
})
const lines = [line('a', 'comments'), line('b', 'decision'), line('c', 'published')]
const voices = new Map<string, Voices>([
  ['a', { comments: [{ answer: null, madeBy: 'other' }], objections: [] }],
])
const said = (role: 'leader' | 'planner' | 'department' | 'auditor', mine = 'me') =>
  waitingFor(new Set([role]), mine, lines, voices).map(({ to, facts }) => [to, facts.n])

test('leaders decide, planners answer, departments comment once', () => {
  expect(said('leader')).toEqual([['/plans/b/road', 0]])
  expect(said('planner')).toEqual([['/plans/a/road', 1]])
  expect(said('department')).toEqual([['/plans/a/road', 0]])
  expect(said('department', 'other')).toEqual([])
  expect(said('auditor')).toEqual([])
})

test('a draft with errors waits for the planner', () => {
  const broken = { ...line('d', 'draft'), verdict: 'broken' as const }
  const [found] = waitingFor(new Set(['planner' as const]), 'me', [broken], new Map())
  expect(found!.to).toBe('/plans/d/check')
})
