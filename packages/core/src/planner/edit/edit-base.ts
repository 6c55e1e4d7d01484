import { choiceGround } from '../choice-ground.ts'
import { countyInOrder } from '../county-in-order.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { type GroundInput, planGround } from '../plan-ground.ts'

/** What a plan of a county was decided on, worked out again: needed to edit or explain it. Borders are the county's. */
export function editBase(input: Omit<GroundInput, 'withinBorders'>): ChoiceGround {
  const withinBorders = input.county.settings.withinBorders ?? 'none'
  return choiceGround(planGround({ ...input, withinBorders, county: countyInOrder(input.county) }))
}
