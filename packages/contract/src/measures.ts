import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { z } from 'zod'
import { inCounty, planning, preparing } from './access.ts'
import { Job } from './jobs.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** People whose floors are all met, of those entitled; over several services a person counts once per service. */
export const CoverageFigure = z
  .object({
    key: z.string(),
    entitled: z.number(),
    met: z.number(),
    share: z.number(),
    cells: z.number().int(),
    cellsMet: z.number().int(),
  })
  .meta({ id: 'CoverageFigure' })

export const GapLine = z
  .object({
    settlement: z.string(),
    name: z.string(),
    division: z.string(),
    service: z.string(),
    people: z.number(),
    state: z.enum(['ok', 'unlocated', 'no-road']),
    missing: z.array(z.object({ metric: Metric, want: z.number(), have: z.number().nullable() })),
    shortfall: z.number(),
  })
  .meta({ id: 'GapLine' })
export type GapLine = z.infer<typeof GapLine>

/** The finest grain: one settlement and service, with the best way it is reached. */
export const CellLine = z
  .object({
    settlement: z.string(),
    service: z.string(),
    people: z.number(),
    /** Of these, by age group. */
    byGroup: z.record(z.string(), z.number()),
    estimated: z.boolean(),
    met: z.boolean(),
    /** Null where nothing reaches it. */
    reach: z
      .object({
        mode: z.string(),
        place: z.string(),
        seconds: z.number(),
        opportunities: z.number().nullable(),
        longestGapDays: z.number().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'CellLine' })
export type CellLine = z.infer<typeof CellLine>

/** A measurement of today’s supply; `definition` says what is counted. */
export const MeasurementView = z
  .object({
    id: z.uuid(),
    revision: z.uuid(),
    scenario: z.uuid().nullable(),
    madeAt: z.iso.datetime({ offset: true }),
    asOf: z.iso.date(),
    season: z.string(),
    definition: z.object({ zh: z.string(), en: z.string() }),
    coverage: z.object({
      all: CoverageFigure,
      services: z.array(CoverageFigure),
      townships: z.array(CoverageFigure),
      villages: z.array(CoverageFigure),
      groups: z.array(CoverageFigure),
      remoteness: z.array(CoverageFigure),
    }),
    /** Ids of settlements that are remote by the county’s definition. */
    remote: z.array(z.string()),
    gaps: z.array(GapLine),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'MeasurementView' })
export type MeasurementView = z.infer<typeof MeasurementView>

/** A measurement that was kept. */
export const MeasurementLine = z
  .object({
    id: z.uuid(),
    scenario: z.uuid().nullable(),
    madeAt: z.iso.datetime({ offset: true }),
    asOf: z.iso.date(),
  })
  .meta({ id: 'MeasurementLine' })
export type MeasurementLine = z.infer<typeof MeasurementLine>

const one = z.strictObject(inCounty)
/** As the county is, or under a scenario. */
const under = z.strictObject({ scenario: z.uuid().optional() })
const oneMeasurement = z.strictObject({ ...inCounty, measurement: z.uuid() })

export const measureRoutes = {
  start: route({
    id: 'measures.start',
    method: 'POST',
    path: '/api/counties/{county}/measures',
    what: { zh: '测算今天的可达性', en: 'Measure today’s access' },
    params: one,
    query: under,
    answer: json(Job),
    access: preparing,
  }),
  list: route({
    id: 'measures.list',
    method: 'GET',
    path: '/api/counties/{county}/measures',
    what: { zh: '历次测算，新的在前', en: 'Measurements kept, newest first' },
    params: one,
    answer: json(z.array(MeasurementLine)),
    access: planning,
  }),
  latest: route({
    id: 'measures.latest',
    method: 'GET',
    path: '/api/counties/{county}/measures/latest',
    what: { zh: '最近一次对今天的测算', en: 'The newest measurement of today' },
    params: one,
    query: under,
    answer: json(MeasurementView),
    access: planning,
  }),
  get: route({
    id: 'measures.get',
    method: 'GET',
    path: '/api/counties/{county}/measures/{measurement}',
    what: { zh: '一次测算', en: 'One measurement' },
    params: oneMeasurement,
    answer: json(MeasurementView),
    access: planning,
  }),
  cells: route({
    id: 'measures.cells',
    method: 'GET',
    path: '/api/counties/{county}/measures/{measurement}/cells',
    what: {
      zh: '逐个居民点、逐项服务的情况；可以只看一项服务或一个居民点',
      en: 'Services at settlements one by one; of one service or one settlement where asked',
    },
    params: oneMeasurement,
    query: z.strictObject({ service: z.string().optional(), settlement: z.string().optional() }),
    answer: json(z.array(CellLine)),
    access: planning,
  }),
} as const
