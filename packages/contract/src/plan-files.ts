import { z } from 'zod'
import { inCounty, inVillages, planning } from './access.ts'
import { route } from './route.ts'

/** What a plan can be taken away as; pages open in the browser, the others are saved. */
export const PlanFile = z.enum([
  'report.zh.html',
  'report.en.html',
  'plan.zh.xlsx',
  'plan.en.xlsx',
  'plan.geojson',
  'plan.json',
  'calendars.zh.zip',
  'calendars.en.zip',
])
export type PlanFile = z.infer<typeof PlanFile>

const of = '/api/counties/{county}/plans/{plan}'

export const planFileRoutes = {
  file: route({
    id: 'planFiles.file',
    method: 'GET',
    path: `${of}/files/{file}`,
    what: {
      zh: '报告、表格、地图、各村日历',
      en: 'Report, workbook, map, calendars of the villages',
    },
    params: z.strictObject({ ...inCounty, plan: z.uuid(), file: PlanFile }),
    answer: { as: 'file', type: 'application/octet-stream' },
    access: planning,
  }),
  notice: route({
    id: 'planFiles.notice',
    method: 'GET',
    path: `${of}/notices/{village}/{language}`,
    what: { zh: '一个村的公告，一页纸', en: 'The notice of one village, on one page' },
    params: z.strictObject({
      ...inCounty,
      plan: z.uuid(),
      village: z.string().regex(/^\d{12}$/),
      language: z.enum(['zh', 'en']),
    }),
    answer: { as: 'file', type: 'text/html; charset=utf-8' },
    access: inVillages,
  }),
} as const
