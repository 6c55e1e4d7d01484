import { describe, expect, test } from 'vitest'
import { askOf, draftOf, type ReportDraft } from './report-draft.ts'

const plan = '01900000-0000-7000-8000-000000000001'
const kept = [3, 2, 1].map((k) => `01900000-0000-7000-8000-00000000010${k}`)
const draft: ReportDraft = {
  figures: ['coverage', 'trips'],
  by: 'township',
  asOf: '2026-01-01',
  from: '2026-01-01',
  to: '2026-12-31',
  cumulative: false,
  plan,
  baseline: 'today',
  trend: false,
}

describe('a report that is being built', () => {
  test('asks for its baseline first and then for the plan', () => {
    expect(askOf(draft, kept)!.sides).toEqual([{ of: 'today' }, { of: 'plan', plan }])
    expect(askOf({ ...draft, plan: null, baseline: null }, kept)!.sides).toEqual([{ of: 'today' }])
    expect(askOf({ ...draft, baseline: plan }, kept)!.sides).toEqual([{ of: 'plan', plan }])
  })

  test('asks for measurements in the order in which they were made', () => {
    const { sides } = askOf({ ...draft, trend: true }, kept)!
    expect(sides).toEqual(
      [...kept].reverse().map((measurement) => ({ of: 'measurement', measurement })),
    )
    expect(askOf({ ...draft, trend: true }, [])).toBe(null)
  })

  test('asks for nothing without figures or days', () => {
    expect(askOf({ ...draft, figures: [] }, kept)).toBe(null)
    expect(askOf({ ...draft, to: '' }, kept)).toBe(null)
  })

  test.each([
    draft,
    { ...draft, plan: null },
    { ...draft, baseline: null },
    { ...draft, trend: true, plan: null, baseline: null },
  ])('is the same when it was saved and is opened again', (one) => {
    expect(draftOf(askOf(one, kept)!)).toEqual(one)
  })
})
