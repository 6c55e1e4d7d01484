import { z } from 'zod'
import { finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { type ReadInstance, readResult } from './read-result.ts'

/** JSON has no Infinity: a limit left out is none. */
const limit = z.number().default(Infinity)

const OwnInstance = z.object({
  format: z.literal('kuashan-routing-1'),
  name: z.string(),
  days: z.int().min(1).max(30),
  objective: z.enum(['distance', 'hierarchical', 'profit', 'levels']).default('distance'),
  convention: z.enum(['float', 'round', 'trunc10', 'trunc100', 'exact1000']).default('float'),
  depots: z
    .array(
      z.object({
        id: z.int(),
        x: z.number(),
        y: z.number(),
        open: z.number().default(0),
        close: limit,
      }),
    )
    .min(1),
  fleets: z
    .array(
      z.object({
        days: z.array(z.int().min(1)).min(1),
        depot: z.int().min(0),
        vehicles: z.array(z.int()),
        capacity: limit,
        maxDuration: limit,
      }),
    )
    .min(1),
  customers: z.array(
    z.object({
      id: z.int(),
      x: z.number(),
      y: z.number(),
      service: z.number().default(0),
      demand: z.number().default(0),
      open: z.number().default(0),
      close: limit,
      patterns: z.array(z.int()),
      prize: z.number().default(0),
      optional: z.boolean().default(false),
    }),
  ),
  matrix: z.array(z.array(z.number())).optional(),
  durations: z.array(z.array(z.number())).optional(),
})

/** Our own JSON: the fields of `RoutingInstance`, with `format: "kuashan-routing-1"`; limits left out don't bind. */
export function readOwnInstance(text: string, file: string): ReadInstance {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      instance: null,
      findings: [finding('instance-format-unknown', { file }, { formats: 'JSON' })],
    }
  }
  const parsed = OwnInstance.safeParse(value)
  if (!parsed.success)
    return {
      instance: null,
      findings: parsed.error.issues.map((issue) =>
        finding(
          'instance-kind-other',
          { file, path: issue.path.join('.') },
          { field: issue.path.join('.') || 'JSON', value: issue.code, known: issue.message },
        ),
      ),
    }
  const { format: _, matrix, durations, ...rest } = parsed.data
  const instance: RoutingInstance = {
    ...rest,
    ...(matrix ? { matrix } : {}),
    ...(durations ? { durations } : {}),
  }
  return readResult(instance, file, [], new Map())
}
