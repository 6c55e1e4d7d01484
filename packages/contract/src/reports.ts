import { Dimension } from '@kuashan/core/figures/figure.ts'
import { ReportAsk, ReportSide } from '@kuashan/core/figures/report.ts'
import { z } from 'zod'
import { asking, inCounty, planning } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

const Name = z.string().trim().min(1).max(200)
const Words = z.object({ zh: z.string(), en: z.string() })

const head = {
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  madeBy: z.uuid(),
  changedAt: z.iso.datetime({ offset: true }),
}

export const ReportLine = z.object(head).meta({ id: 'ReportLine' })
export type ReportLine = z.infer<typeof ReportLine>

/** A report as it was defined, with the versions that there are. */
export const ReportView = z
  .object({
    ...head,
    ask: ReportAsk,
    versions: z.array(
      z.object({
        version: z.number().int(),
        name: z.string(),
        madeBy: z.uuid(),
        madeAt: z.iso.datetime({ offset: true }),
      }),
    ),
  })
  .meta({ id: 'Report' })
export type ReportView = z.infer<typeof ReportView>

/** A value is null where it is not known; `top` and `bottom` are the sums of records that it is made of. */
export const FigureValue = z
  .object({
    value: z.number().nullable(),
    top: z.number(),
    bottom: z.number().nullable(),
    records: z.number().int(),
  })
  .meta({ id: 'FigureValue' })

/** What a figure counts; units in base units: metres, fen. */
export const FigureMeaning = z
  .object({
    id: z.string(),
    name: Words,
    counts: Words,
    time: z.enum(['stock', 'flow', 'yearly']),
    unit: z.union([z.string(), z.object({ top: z.string(), per: z.string() })]),
    dimensions: z.array(Dimension),
  })
  .meta({ id: 'FigureMeaning' })

/** A report worked out: rows in the order of the figures asked, each with a value for each side. */
export const ReportTable = z
  .object({
    sides: z.array(z.object({ side: ReportSide, name: Words, asOf: z.iso.date() })),
    figures: z.array(FigureMeaning),
    rows: z.array(
      z.object({ figure: z.string(), key: z.string().nullable(), values: z.array(FigureValue) }),
    ),
    /** What keys are called, by dimension and key with a space between: `township 331199100000`. */
    names: z.record(z.string(), Words),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'ReportTable' })
export type ReportTable = z.infer<typeof ReportTable>

/** One record behind a figure with what it adds above and below the line. */
export const FigureRecordLine = z
  .object({
    id: z.string(),
    source: z.string(),
    on: z.iso.date().nullable(),
    place: z.string().nullable(),
    keys: z.partialRecord(Dimension, z.string()),
    top: z.number(),
    bottom: z.number().nullable(),
  })
  .meta({ id: 'FigureRecordLine' })
export type FigureRecordLine = z.infer<typeof FigureRecordLine>

const RecordsAsked = z.strictObject({
  figure: z.string().min(1).max(60),
  when: ReportAsk.shape.when,
  side: ReportSide,
  by: z.strictObject({ dimension: Dimension, key: z.string().max(200) }).nullable(),
})

/** Files that a report can be taken away as. */
export const ReportFile = z.enum([
  'report.zh.xlsx',
  'report.en.xlsx',
  'report.zh.csv',
  'report.en.csv',
])
export type ReportFile = z.infer<typeof ReportFile>

const one = z.strictObject(inCounty)
const oneReport = z.strictObject({ ...inCounty, report: z.uuid() })
const Sent = z.strictObject({ name: Name, ask: ReportAsk })
const of = '/api/counties/{county}/reports/{report}'

export const reportRoutes = {
  evaluate: route({
    id: 'reports.evaluate',
    method: 'POST',
    path: '/api/counties/{county}/report-tables',
    what: { zh: '按定义算出指标', en: 'Work figures out by their definitions' },
    params: one,
    body: json(ReportAsk),
    answer: json(ReportTable),
    access: planning,
  }),
  records: route({
    id: 'reports.records',
    method: 'POST',
    path: '/api/counties/{county}/report-records',
    what: {
      zh: '一个数字背后的记录，最多 2000 条；合计是全部的',
      en: 'The records behind a figure, at most 2,000; sums are of all',
    },
    params: one,
    body: json(RecordsAsked),
    answer: json(
      z.object({
        total: z.number().int(),
        top: z.number(),
        bottom: z.number().nullable(),
        records: z.array(FigureRecordLine),
        /** Of a gap: who is compared, highest value first. */
        groups: z.array(z.object({ dimension: Dimension, key: z.string(), value: z.number() })),
        /** As in a report’s table; places by `place` and their id. */
        names: z.record(z.string(), Words),
      }),
    ),
    access: planning,
  }),
  file: route({
    id: 'reports.file',
    method: 'GET',
    path: '/api/counties/{county}/report-files/{file}',
    what: { zh: '报告的表格文件', en: 'A report as a workbook or CSV' },
    params: z.strictObject({ ...inCounty, file: ReportFile }),
    /** What is asked, as JSON: what `reports.evaluate` takes. */
    query: z.strictObject({ ask: z.string().min(2).max(8000) }),
    answer: { as: 'file', type: 'application/octet-stream' },
    access: planning,
  }),
  list: route({
    id: 'reports.list',
    method: 'GET',
    path: '/api/counties/{county}/reports',
    what: { zh: '保存的报告定义', en: 'Reports that were defined' },
    params: one,
    answer: json(z.array(ReportLine)),
    access: planning,
  }),
  get: route({
    id: 'reports.get',
    method: 'GET',
    path: of,
    what: { zh: '一份报告定义；可看以前的版本', en: 'One report, at a version where asked' },
    params: oneReport,
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    answer: json(ReportView),
    access: planning,
    versioned: true,
  }),
  create: route({
    id: 'reports.create',
    method: 'POST',
    path: '/api/counties/{county}/reports',
    what: { zh: '保存一份新的报告定义', en: 'Define a report' },
    params: one,
    body: json(Sent),
    answer: json(ReportView),
    access: asking,
  }),
  save: route({
    id: 'reports.save',
    method: 'PUT',
    path: of,
    what: { zh: '修改报告定义；以前的版本还在', en: 'Change a report; its earlier versions stay' },
    params: oneReport,
    body: json(Sent),
    answer: json(ReportView),
    access: asking,
    versioned: true,
  }),
  drop: route({
    id: 'reports.drop',
    method: 'DELETE',
    path: of,
    what: { zh: '删除报告定义', en: 'Take a report off the list' },
    params: oneReport,
    access: asking,
    versioned: true,
  }),
} as const
