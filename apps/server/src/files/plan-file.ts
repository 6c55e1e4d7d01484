import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { planGeoJson } from '@kuashan/core/exchange/geojson.ts'
import { planSheets } from '@kuashan/core/exchange/plan-sheets.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { workbookBytes } from '@kuashan/engine/files/excel.ts'
import { zipOf } from '@kuashan/engine/files/zip.ts'
import {
  measureBoth,
  measurePlanned,
  measureToday,
  type ReportJob,
  reportPage,
} from './measured-plan.ts'
import { villageFeeds } from './village-feeds.ts'

type Content = Uint8Array | string

const report = (job: ReportJob, language: Language): Content =>
  reportPage(job, measureBoth(job), language)

const workbook = (job: ReportJob, language: Language): Promise<Content> =>
  workbookBytes(planSheets(job.input, measureToday(job), job.plan, language))

const calendars = ({ input, plan }: ReportJob, language: Language): Content =>
  zipOf(villageFeeds(input, plan, language))

const makers: Readonly<Record<PlanFile, (job: ReportJob) => Content | Promise<Content>>> = {
  'report.zh.html': (job) => report(job, 'zh'),
  'report.en.html': (job) => report(job, 'en'),
  'plan.zh.xlsx': (job) => workbook(job, 'zh'),
  'plan.en.xlsx': (job) => workbook(job, 'en'),
  'plan.geojson': (job) =>
    JSON.stringify(planGeoJson(job.input.county, job.plan, measurePlanned(job))),
  'calendars.zh.zip': (job) => calendars(job, 'zh'),
  'calendars.en.zip': (job) => calendars(job, 'en'),
}

/** A plan as one of the files it can be taken away as. */
export const planFile = (job: ReportJob, file: PlanFile): Promise<Content> =>
  Promise.resolve(makers[file](job))
