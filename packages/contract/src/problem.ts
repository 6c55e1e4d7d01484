import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })

/** A finding with its words in both languages, as it travels; codes stand in docs/problems.md. */
export const SaidFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    at: z.object({
      file: z.string().optional(),
      sheet: z.string().optional(),
      row: z.number().optional(),
      column: z.string().optional(),
      path: z.string().optional(),
    }),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    what: words,
    remedy: words,
  })
  .meta({ id: 'Finding' })
export type SaidFinding = z.infer<typeof SaidFinding>

/** Every answer that is not what was asked for, as a problem of RFC 9457; the first finding is its cause. */
export const Problem = z
  .object({
    type: z.string(),
    status: z.number().int(),
    title: z.string(),
    /** To find the call in the server's log. */
    call: z.string(),
    findings: z.array(SaidFinding).min(1),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
