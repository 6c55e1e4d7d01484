import { z } from 'zod'
import { PlanEdit } from './plan-edit.ts'

/** What is asked for, as edits of the plan; an objection that no edit can express is reckoned by hand, and says how. */
export const AnswerBasis = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('trial'), edits: z.array(PlanEdit).min(1).max(20) }),
  z.strictObject({ by: z.literal('hand'), how: z.string().trim().min(1).max(4000) }),
])
export type AnswerBasis = z.infer<typeof AnswerBasis>

/**
 * Where the price and the displaced of an answer come from. A trial keeps what it found, beside what the planner wrote:
 * fen of cash a year more than the plan at that version of its document, and the settlements that miss a floor only with
 * the edits.
 */
export const AnswerSource = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('trial'),
    edits: z.array(PlanEdit),
    documentVersion: z.number().int(),
    priceFen: z.number().int(),
    displaced: z.array(z.string()),
  }),
  z.strictObject({ by: z.literal('hand'), how: z.string() }),
])
export type AnswerSource = z.infer<typeof AnswerSource>
