import { CountySettings } from '@kuashan/core/plan/county.ts'
import { z } from 'zod'
import { deciding, inCounty, planning } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

export const CountyLine = z
  .object({
    county: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    /** Null until a first import is accepted. */
    revision: z.uuid().nullable(),
  })
  .meta({ id: 'CountyLine' })
export type CountyLine = z.infer<typeof CountyLine>

export const CountySummary = CountyLine.extend({
  settings: CountySettings,
  counts: z.record(z.string(), z.number().int()),
  people: z.number(),
  findings: z.array(SaidFinding),
}).meta({ id: 'CountySummary' })
export type CountySummary = z.infer<typeof CountySummary>

/** What an import would change: nothing is changed before it is accepted. */
export const Import = z
  .object({
    id: z.uuid(),
    state: z.enum(['staged', 'accepted', 'refused']),
    source: z.string(),
    rows: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    madeBy: z.string(),
    madeAt: z.iso.datetime({ offset: true }),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

const one = z.strictObject(inCounty)
const oneImport = z.strictObject({ ...inCounty, import: z.uuid() })

export const countyRoutes = {
  list: route({
    id: 'counties.list',
    method: 'GET',
    path: '/api/counties',
    what: { zh: '这台服务器上的县', en: 'Counties of this server' },
    answer: json(z.array(CountyLine)),
    access: { open: 'anybody' },
  }),
  get: route({
    id: 'counties.get',
    method: 'GET',
    path: '/api/counties/{county}',
    what: { zh: '一个县的设置和概况', en: 'A county’s settings and outline' },
    params: one,
    answer: json(CountySummary),
    access: planning,
    versioned: true,
  }),
  imports: route({
    id: 'counties.imports',
    method: 'GET',
    path: '/api/counties/{county}/imports',
    what: { zh: '导入记录', en: 'Imports so far' },
    params: one,
    answer: json(z.array(Import.omit({ findings: true }))),
    access: planning,
  }),
  import: route({
    id: 'counties.import',
    method: 'GET',
    path: '/api/counties/{county}/imports/{import}',
    what: { zh: '一次导入：逐行问题和变化', en: 'One import: findings by row, and what changes' },
    params: oneImport,
    answer: json(Import),
    access: planning,
  }),
  accept: route({
    id: 'counties.accept',
    method: 'POST',
    path: '/api/counties/{county}/imports/{import}/accept',
    what: { zh: '采用这次导入', en: 'Accept this import' },
    params: oneImport,
    answer: json(Import),
    access: deciding,
    versioned: true,
  }),
  refuse: route({
    id: 'counties.refuse',
    method: 'POST',
    path: '/api/counties/{county}/imports/{import}/refuse',
    what: { zh: '放弃这次导入', en: 'Refuse this import' },
    params: oneImport,
    answer: json(Import),
    access: deciding,
  }),
} as const
