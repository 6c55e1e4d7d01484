import type { AnswerBasis } from '@kuashan/core/plan/answer-source.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import type { WantedEdits } from '../edit/wanted-edits.ts'

/** The figures of an answer as they are being written; nothing stands for a figure that nobody has given. */
export interface AnswerDraft {
  by: AnswerBasis['by']
  /** What the objection asks for, as a change of the plan. */
  wanted: WantedEdits
  /** How the figures were reckoned, where no change of the plan says it. */
  how: string
  yuan: number | null
  displaced: string[]
  /** Said outright: nobody would be displaced. */
  nobody: boolean
  accepted: boolean | null
  /** The edits whose trial gave the figures. */
  from: string | null
}

export const emptyAnswer = (wanted: WantedEdits): AnswerDraft => ({
  by: 'trial',
  wanted,
  how: '',
  yuan: null,
  displaced: [],
  nobody: false,
  accepted: null,
  from: null,
})

/** An answer whose figures are those of a trial. */
export const withTrial = (
  draft: AnswerDraft,
  from: string,
  { priceFen, displaced }: { priceFen: number; displaced: string[] },
): AnswerDraft => ({
  ...draft,
  yuan: priceFen / 100,
  displaced,
  nobody: displaced.length === 0,
  from,
})

/** What the figures rest on; null while that is not said. */
export function basisOf(
  { by, how, from }: AnswerDraft,
  edits: PlanEdit[] | null,
): AnswerBasis | null {
  if (by === 'hand') return how.trim() === '' ? null : { by, how: how.trim() }
  return edits !== null && from === JSON.stringify(edits) ? { by, edits } : null
}

/** What an answer still lacks, in words; nothing, and it may be sent. */
export function lacking(draft: AnswerDraft, basis: AnswerBasis | null): Words[] {
  const isNamed = draft.nobody !== draft.displaced.length > 0
  const found: (Words | false)[] = [
    basis === null &&
      (draft.by === 'hand'
        ? { zh: '价钱是怎么算的', en: 'how the price was reckoned' }
        : { zh: '照办要怎么改方案', en: 'what change it asks for' }),
    draft.yuan === null && { zh: '每年的价钱', en: 'the price a year' },
    !isNamed && { zh: '会影响谁，或者没有人', en: 'who would be displaced, or nobody' },
    draft.accepted === null && { zh: '采纳还是不采纳', en: 'accepted or not' },
  ]
  return found.filter((words) => words !== false)
}
