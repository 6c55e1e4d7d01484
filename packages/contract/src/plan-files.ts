import { z } from 'zod'
import { inCounty, inVillages, planning } from './access.ts'
import { Job } from './jobs.ts'
import { json, route } from './route.ts'

/** What a plan can be taken away as, made by a job; pages open in the browser, the others are saved. */
export const PlanFile = z.enum([
  'report.zh.html',
  'report.en.html',
  'plan.zh.xlsx',
  'plan.en.xlsx',
  'plan.geojson',
  'calendars.zh.zip',
  'calendars.en.zip',
])
export type PlanFile = z.infer<typeof PlanFile>

const of = '/api/counties/{county}/plans/{plan}'

const onePlan = z.strictObject({ ...inCounty, plan: z.uuid() })

export const planFileRoutes = {
  make: route({
    id: 'planFiles.make',
    method: 'POST',
    path: `${of}/files`,
    what: {
      zh: '制作报告、表格、地图数据或各村日历；已经做好的直接给出',
      en: 'Have the report, workbook, map data or calendars made; what is there already is given at once',
    },
    params: onePlan,
    body: json(z.strictObject({ file: PlanFile })),
    answer: json(Job),
    access: planning,
  }),
  made: route({
    id: 'planFiles.made',
    method: 'GET',
    path: `${of}/files/{job}`,
    what: { zh: '取做好的文件，保存七天', en: 'The file that was made; it is kept for seven days' },
    params: z.strictObject({ ...inCounty, plan: z.uuid(), job: z.uuid() }),
    answer: { as: 'file', type: 'application/octet-stream' },
    access: planning,
  }),
  document: route({
    id: 'planFiles.document',
    method: 'GET',
    path: `${of}/document`,
    what: { zh: '方案的完整数据', en: 'The plan as data, as it was saved' },
    params: onePlan,
    answer: { as: 'file', type: 'application/json' },
    access: planning,
    versioned: true,
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
