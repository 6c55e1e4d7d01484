import { z } from 'zod'

/** A pot of money with what it may pay for. Empty `services` and `domains` mean anything. */
export const Fund = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  amountFen: z.number().int().min(0),
  basicOnly: z.boolean().default(false),
  services: z.array(z.string()).default([]),
  domains: z.array(z.string()).default([]),
  use: z.enum(['running', 'capital', 'both']).default('both'),
})
export type Fund = z.infer<typeof Fund>
