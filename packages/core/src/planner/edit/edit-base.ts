import { choiceGround } from '../choice-ground.ts'
import { countyInOrder } from '../county-in-order.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { type GroundInput, planGround } from '../plan-ground.ts'

/** What a plan of a county was decided on, worked out again: needed to edit or explain it. */
export const editBase = (
  input: Omit<GroundInput, 'withinBorders'> & Partial<Pick<GroundInput, 'withinBorders'>>,
): ChoiceGround =>
  choiceGround(planGround({ withinBorders: 'none', ...input, county: countyInOrder(input.county) }))
