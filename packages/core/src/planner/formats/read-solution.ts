import { z } from 'zod'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance, RoutingSolution } from '../../plan/routing.ts'
import { schemaFindings } from './own-instance.ts'
import { parseJson } from './parse-json.ts'

const index = z.int().min(0)

const pause = z.object({
  kind: z.enum(['break', 'rest', 'reload']),
  before: index,
  start: z.number(),
  end: z.number(),
  index: index.exactOptional(),
  depot: index.exactOptional(),
})

const run = z.object({
  depart: z.number(),
  finish: z.number(),
  times: z.array(z.tuple([z.number(), z.number(), z.number()])),
  startsAt: index.exactOptional(),
  endsAt: index.nullable().exactOptional(),
  pauses: z.array(pause).exactOptional(),
})

const solutionSchema = z.object({
  routes: z.array(
    z.object({
      day: z.int(),
      vehicle: z.int(),
      depot: z.int(),
      stops: z.array(z.int()),
      run: run.exactOptional(),
    }),
  ),
  unserved: z
    .array(z.union([z.int(), z.object({ id: z.int() }).transform(({ id }) => id)]))
    .default([]),
})

/** Routes, null where the file is not of their shape, and what is wrong with it. */
export interface ReadSolution {
  solution: RoutingSolution | null
  findings: Finding[]
}

/**
 * Reads routes as `solve --solution` writes them; other fields are passed over. Whether the routes hold is for the checker to
 * say; here only what names no depot of the instance is refused.
 */
export function readSolution(text: string, file: string, instance: RoutingInstance): ReadSolution {
  const json = parseJson(text, file)
  if ('finding' in json) return { solution: null, findings: [json.finding] }
  const parsed = solutionSchema.safeParse(json.value)
  if (!parsed.success)
    return { solution: null, findings: schemaFindings(parsed.error.issues, file) }
  const findings = unknownDepots(parsed.data, file, instance)
  return { solution: findings.length > 0 ? null : parsed.data, findings }
}

function unknownDepots(
  { routes }: RoutingSolution,
  file: string,
  { depots }: RoutingInstance,
): Finding[] {
  return routes.flatMap(({ run }, k) => {
    const named: [path: string, id: number | null | undefined][] = [
      ['startsAt', run?.startsAt],
      ['endsAt', run?.endsAt],
      ...(run?.pauses ?? []).map((pause, p): [string, number | undefined] => [
        `pauses.${p}.depot`,
        pause.depot,
      ]),
    ]
    return named.flatMap(([path, id]) =>
      typeof id === 'number' && depots[id] === undefined
        ? [
            finding(
              'instance-id-unknown',
              { file, path: `routes.${k}.run.${path}` },
              { what: 'depot', id },
            ),
          ]
        : [],
    )
  })
}
