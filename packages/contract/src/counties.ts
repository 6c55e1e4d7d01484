import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { CountySettings } from '@kuashan/core/plan/county.ts'
import { z } from 'zod'
import { inCounty, plannersOwn, planning, studying } from './access.ts'
import { Job } from './jobs.ts'
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
  /** Null until a first import is accepted. */
  settings: CountySettings.nullable(),
  counts: z.record(z.string(), z.number().int()),
  people: z.number(),
  findings: z.array(SaidFinding),
}).meta({ id: 'CountySummary' })
export type CountySummary = z.infer<typeof CountySummary>

/** What an import changes in one table, against the data it was made on. Where a row came from does not count as a change. */
export const TableChange = z
  .object({
    table: z.string(),
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
    /** The first rows of it. */
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        change: z.enum(['added', 'changed', 'removed']),
        fields: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'TableChange' })
export type TableChange = z.infer<typeof TableChange>

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
    /** The first thousand, in the order found; `errors` and `warnings` count them all. */
    findings: z.array(SaidFinding),
    changes: z.array(TableChange),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

/** What may be changed of a county’s settings; what is left out stays. */
const SettingChanges = z
  .strictObject({
    name: z.string().trim().min(1).max(80).optional(),
    nameEn: z.string().trim().min(1).max(80).optional(),
    /** The day from which things are counted. */
    asOf: PlainDate.optional(),
    /** The days that are planned. */
    from: PlainDate.optional(),
    to: PlainDate.optional(),
  })
  .meta({ id: 'SettingChanges' })

const mostUploadBytes = 200 * 1024 * 1024

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
  changeSettings: route({
    id: 'counties.changeSettings',
    method: 'POST',
    path: '/api/counties/{county}/settings',
    what: {
      zh: '修改县的设置：先成为一次导入，采用后生效',
      en: 'Change a county’s settings: makes an import, in force when it is accepted',
    },
    params: one,
    body: json(SettingChanges),
    answer: json(Job),
    access: plannersOwn,
    perMinute: 20,
  }),
  template: route({
    id: 'counties.template',
    method: 'GET',
    path: '/api/counties/{county}/template',
    what: {
      zh: '起步包：空表、示例、填写说明（zip）',
      en: 'Start package: empty tables with examples and directions (zip)',
    },
    params: one,
    query: z.strictObject({
      form: z.enum(['csv', 'xlsx']),
      year: z.coerce.number().int().min(1990).max(2100),
      coordinates: CountySettings.shape.coordinates.optional(),
    }),
    answer: { as: 'file', type: 'application/zip' },
    access: planning,
    perMinute: 20,
  }),
  upload: route({
    id: 'counties.upload',
    method: 'POST',
    path: '/api/counties/{county}/imports',
    what: {
      zh: '上传县文件夹（zip）或单张表格：先看问题，再决定是否采用',
      en: 'Upload a county folder (zip) or single tables: what is found is shown before anything is accepted',
    },
    params: one,
    body: { as: 'files', mostBytes: mostUploadBytes, mostFiles: 40 },
    answer: json(Job),
    access: plannersOwn,
    perMinute: 20,
  }),
  imports: route({
    id: 'counties.imports',
    method: 'GET',
    path: '/api/counties/{county}/imports',
    what: { zh: '导入记录', en: 'Imports so far' },
    params: one,
    answer: json(z.array(Import.omit({ findings: true, changes: true }))),
    access: studying,
  }),
  import: route({
    id: 'counties.import',
    method: 'GET',
    path: '/api/counties/{county}/imports/{import}',
    what: { zh: '一次导入：逐行问题和变化', en: 'One import: findings by row, and what changes' },
    params: oneImport,
    answer: json(Import),
    access: studying,
  }),
  accept: route({
    id: 'counties.accept',
    method: 'POST',
    path: '/api/counties/{county}/imports/{import}/accept',
    what: { zh: '采用这次导入', en: 'Accept this import' },
    params: oneImport,
    answer: json(Import),
    access: plannersOwn,
    versioned: true,
  }),
  refuse: route({
    id: 'counties.refuse',
    method: 'POST',
    path: '/api/counties/{county}/imports/{import}/refuse',
    what: { zh: '放弃这次导入', en: 'Refuse this import' },
    params: oneImport,
    answer: json(Import),
    access: plannersOwn,
  }),
} as const
