import type { AnswerBasis, AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import { priceAndDisplaced } from '@kuashan/core/planner/edit/edit-effect.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import type { EditDesk } from '../threads/edit-desk.ts'

/** Where the figures of an answer come from; edits are tried here, so that what is kept is the planner's own finding. */
export async function sourceOf(
  edits: EditDesk,
  on: { caller: Caller; plan: string },
  basis: AnswerBasis,
): Promise<AnswerSource> {
  if (basis.by === 'hand') return basis
  const { effect, of: documentVersion } = await edits.ask('edit', { ...on, edits: basis.edits })
  return { ...basis, documentVersion, ...priceAndDisplaced(effect) }
}
