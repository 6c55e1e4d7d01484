import type { AnswerBasis, AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import { editEffect, priceAndDisplaced } from '@kuashan/core/planner/edit/edit-effect.ts'
import { editPlan } from '@kuashan/core/planner/edit/edit-plan.ts'
import type { Desk } from '../handlers/desk.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { OpenedPlan } from './open-plan.ts'
import { worldHere } from './travel-shelf.ts'

/** Where the figures of an answer come from; edits are tried here, so that what is kept is the planner's own finding. */
export async function sourceOf(
  desk: Pick<Desk, 'travel' | 'workers'>,
  { under, plan, hash, entry }: OpenedPlan,
  basis: AnswerBasis,
): Promise<AnswerSource> {
  if (basis.by === 'hand') return basis
  const { base } = await worldHere(desk.travel, under.input, desk.workers)
  const done = editPlan(base, plan, basis.edits, { parent: hash })
  if (done.plan === null) throw new NotAnswered(done.findings)
  const found = priceAndDisplaced(editEffect(plan, done.plan))
  return { ...basis, documentVersion: entry.documentVersion, ...found }
}
