import { describe, expect, test } from 'vitest'
import { PlanStep, type PublicationFacts, stepFindings } from './publication.ts'

const facts = (some: Partial<PublicationFacts> = {}): PublicationFacts => ({
  role: 'planner',
  note: 'minutes of 2026-03-01',
  errors: 0,
  unansweredComments: 0,
  unansweredObjections: 0,
  villagesWithoutNotice: 0,
  ...some,
})
const codes = (from: PlanStep, to: PlanStep, some: Partial<PublicationFacts> = {}): string[] =>
  stepFindings(from, to, facts(some)).map((f) => f.code)

describe('the road of a plan to publication', () => {
  test('goes on step by step, the last two by a leader', () => {
    expect(codes('draft', 'comments')).toEqual([])
    expect(codes('comments', 'notice')).toEqual([])
    expect(codes('notice', 'objections')).toEqual([])
    expect(codes('objections', 'review')).toEqual([])
    expect(codes('review', 'decision')).toEqual(['plan-step-not-yours'])
    expect(codes('review', 'decision', { role: 'leader' })).toEqual([])
    expect(codes('decision', 'published', { role: 'leader' })).toEqual([])
  })

  test('skips nothing and never leaves an end', () => {
    expect(codes('draft', 'published', { role: 'leader' })).toEqual(['plan-step-not-possible'])
    for (const end of ['published', 'replaced', 'withdrawn'] as const)
      for (const to of PlanStep.options)
        expect(codes(end, to, { role: 'leader' })).toEqual(['plan-step-not-possible'])
  })

  test('waits for the checker, for answers, for notices, and for a note, and says all at once', () => {
    expect(codes('draft', 'comments', { errors: 2 })).toEqual(['plan-has-errors'])
    expect(codes('comments', 'notice', { unansweredComments: 1 })).toEqual(['plan-unanswered'])
    expect(codes('notice', 'objections', { villagesWithoutNotice: 3 })).toEqual([
      'plan-villages-without-notice',
    ])
    expect(
      codes('decision', 'published', {
        role: 'leader',
        note: ' ',
        errors: 1,
        unansweredObjections: 1,
      }),
    ).toEqual(['plan-step-needs-note', 'plan-has-errors', 'plan-unanswered'])
  })

  test('goes back to draft whatever is open, with a reason', () => {
    const open = { errors: 5, unansweredObjections: 2 }
    expect(codes('objections', 'draft', open)).toEqual([])
    expect(codes('objections', 'draft', { ...open, note: '' })).toEqual(['plan-step-needs-note'])
  })
})
