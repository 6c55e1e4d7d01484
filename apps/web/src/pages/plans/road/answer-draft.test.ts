import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { expect, test } from 'vitest'
import { nothingWanted } from '../edit/wanted-edits.ts'
import { basisOf, emptyAnswer, lacking, withTrial } from './answer-draft.ts'

const edits: PlanEdit[] = [{ do: 'change-frequency', stop: 'S1', visits: 24 }]
const key = JSON.stringify(edits)
const empty = emptyAnswer(nothingWanted)
const said = (draft: typeof empty, of: PlanEdit[] | null = edits) =>
  lacking(draft, basisOf(draft, of)).map(({ en }) => en)

test('an empty answer is refused: change, price, who is displaced and the decision are all asked for', () => {
  expect(said(empty)).toEqual([
    'what change it asks for',
    'the price a year',
    'who would be displaced, or nobody',
    'accepted or not',
  ])
})

test('a trial fills in its price and the people it displaces, and they may be corrected', () => {
  const tried = withTrial(empty, key, { priceFen: 123_400, displaced: ['A', 'B'] })
  expect(tried).toMatchObject({ yuan: 1234, displaced: ['A', 'B'], nobody: false })
  expect(said({ ...tried, accepted: false })).toEqual([])
  expect(said({ ...tried, accepted: false, yuan: 1000, displaced: ['A'] })).toEqual([])
  expect(said({ ...tried, accepted: false, displaced: [] })).toEqual([
    'who would be displaced, or nobody',
  ])
  expect(withTrial(empty, key, { priceFen: 0, displaced: [] }).nobody).toBe(true)
})

test('figures of another trial are no basis, and a price reckoned by hand says how', () => {
  const tried = { ...withTrial(empty, key, { priceFen: 0, displaced: [] }), accepted: true }
  expect(basisOf(tried, [{ do: 'change-frequency', stop: 'S1', visits: 25 }])).toBeNull()
  expect(basisOf(tried, edits)).toEqual({ by: 'trial', edits })
  const byHand = { ...tried, by: 'hand' as const }
  expect(said(byHand)).toEqual(['how the price was reckoned'])
  expect(basisOf({ ...byHand, how: ' two drivers ' }, null)).toEqual({
    by: 'hand',
    how: 'two drivers',
  })
})
