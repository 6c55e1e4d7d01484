import { z } from 'zod'
import type { Service } from './service.ts'

/** Whom people go to by themselves: the nearest site, or a site by its nearness and attraction (logit, Huff 1963). */
export const ChoiceRule = z.discriminatedUnion('by', [
  z.object({ by: z.literal('nearest') }),
  z.object({
    by: z.literal('logit'),
    /** A minute farther lowers a site's weight by the factor e^−perMinute. */
    perMinute: z.number().positive(),
    /** Weight of a site by its kind; 1 where not named. */
    attraction: z.record(z.string(), z.number().positive()).default({}),
  }),
])
export type ChoiceRule = z.infer<typeof ChoiceRule>

/** How far a plan can tell people where to go for a service, and what the others do (docs/methods/joint-plan.md). */
export const ProviderChoice = z.object({
  /** Share of the people entitled who go where the plan says. */
  steerable: z.number().min(0).max(1),
  rule: ChoiceRule.default({ by: 'nearest' }),
  /** Share of those who choose that passes all sites by for the one at the county town. */
  bypass: z.number().min(0).max(1).default(0),
})
export type ProviderChoice = z.infer<typeof ProviderChoice>

/**
 * What people choose by for a service: the county's shares (assumptions `steerable.<service>`, `bypass.<service>`), else
 * the catalogue's. Null where everybody is steered: nobody states otherwise, or no site could be chosen.
 */
export function choiceOf(
  service: Service,
  assumptions: Readonly<Record<string, number>>,
): ProviderChoice | null {
  const stated = service.choice
  const steerable = assumptions[`steerable.${service.id}`] ?? stated?.steerable ?? 1
  if (steerable >= 1 || service.channels.every((c) => c.mode !== 'fixed')) return null
  return {
    steerable: Math.max(0, steerable),
    rule: stated?.rule ?? { by: 'nearest' },
    bypass: Math.min(1, Math.max(0, assumptions[`bypass.${service.id}`] ?? stated?.bypass ?? 0)),
  }
}
