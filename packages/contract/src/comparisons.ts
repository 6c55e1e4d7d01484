import { VehicleKind } from '@kuashan/core/catalogue/service.ts'
import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { layers } from '@kuashan/core/plan/change.ts'
import { Costs, ReachMode } from '@kuashan/core/plan/plan.ts'
import { z } from 'zod'
import { asking, inCounty, studying } from './access.ts'
import { Job } from './jobs.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** Today's supply, as the county is or under a scenario; or a plan, under the scenario it was made for. */
export const ComparisonSide = z
  .discriminatedUnion('of', [
    z.strictObject({ of: z.literal('today'), scenario: z.uuid().optional() }),
    z.strictObject({
      of: z.literal('plan'),
      plan: z.uuid(),
      version: z.number().int().optional(),
    }),
  ])
  .meta({ id: 'ComparisonSide' })
export type ComparisonSide = z.infer<typeof ComparisonSide>

const words = z.object({ zh: z.string(), en: z.string() })
const pair = <T extends z.ZodType>(of: T) => z.object({ a: of, b: of })

const HowServed = z
  .object({
    met: z.boolean(),
    people: z.number(),
    mode: ReachMode.nullable(),
    place: z.string().nullable(),
    minutes: z.number().nullable(),
    opportunities: z.number().nullable(),
  })
  .nullable()

/** One settlement and service that is not the same on both sides. */
export const CellDifference = z
  .object({
    settlement: z.string(),
    service: z.string(),
    verdict: z.enum(['better', 'worse', 'other']),
    what: z.array(z.enum(['floor', 'channel', 'minutes', 'opportunities', 'people'])),
    a: HowServed,
    b: HowServed,
  })
  .meta({ id: 'CellDifference' })
export type CellDifference = z.infer<typeof CellDifference>

const WorstTenth = z.object({
  unserved: z.number(),
  minutes: z.number().nullable(),
  places: z.array(z.object({ settlement: z.string(), minutes: z.number(), people: z.number() })),
})

const Indicator = z.object({
  layer: z.enum(layers),
  name: words,
  value: z.number().nullable(),
  unit: z.enum(['share', 'minutes', 'km', 'count', 'yuan', 'hours']),
  better: z.enum(['higher', 'lower']),
})

const SideHead = z.object({
  id: z.string(),
  name: words,
  of: z.enum(['today', 'plan']),
  people: z.number(),
})

/** B against A: who wins and who loses, what it costs in three columns, which floors, and who is worst off. */
export const ComparisonView = z
  .object({
    sides: pair(SideHead),
    /** Today's supply on the county as it is. */
    today: z.object({
      head: SideHead,
      entitled: z.number(),
      met: z.number(),
      costs: Costs,
      fleet: z.array(z.object({ kind: VehicleKind, days: z.number() })),
      worst: WorstTenth,
    }),
    /** People × services met on both sides, and on one alone: costs of unlike coverage buy unlike things. */
    coverage: z.object({ both: z.number(), onlyA: z.number(), onlyB: z.number() }),
    /** People × services entitled, and those whose floors are all met. */
    entitled: pair(z.number()),
    met: pair(z.number()),
    costs: pair(Costs),
    capital: z.array(z.object({ fund: z.string(), fen: pair(z.number()) })),
    fleet: z.array(z.object({ kind: VehicleKind, days: pair(z.number()) })),
    /** People who miss each floor. */
    floors: z.array(
      z.object({
        service: z.string(),
        metric: Metric,
        want: z.number(),
        missed: pair(z.number()),
        today: z.number(),
      }),
    ),
    worst: pair(WorstTenth),
    scorecard: pair(z.array(Indicator)),
    better: z.array(CellDifference),
    worse: z.array(CellDifference),
    other: z.array(CellDifference),
    /** Names of the ids in it. */
    names: z.record(z.string(), words),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'Comparison' })
export type ComparisonView = z.infer<typeof ComparisonView>

export const comparisonRoutes = {
  start: route({
    id: 'comparisons.start',
    method: 'POST',
    path: '/api/counties/{county}/comparisons',
    what: { zh: '比较两边；比过的立刻有结果', en: 'Compare two sides; asked twice it is one job' },
    params: z.strictObject(inCounty),
    body: json(z.strictObject({ a: ComparisonSide, b: ComparisonSide })),
    answer: json(Job),
    access: asking,
  }),
  get: route({
    id: 'comparisons.get',
    method: 'GET',
    path: '/api/counties/{county}/comparisons/{job}',
    what: { zh: '比较的结果', en: 'What the comparison found' },
    params: z.strictObject({ ...inCounty, job: z.uuid() }),
    answer: json(ComparisonView),
    access: studying,
  }),
} as const
