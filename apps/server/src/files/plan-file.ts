import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { planGeoJson } from '@kuashan/core/exchange/geojson.ts'
import { planSheets } from '@kuashan/core/exchange/plan-sheets.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { workbookBytes } from '@kuashan/engine/files/excel.ts'
import { zipOf } from '@kuashan/engine/files/zip.ts'
import { measureBoth, type ReportJob, reportPage } from './measured-plan.ts'
import { villageFeeds } from './village-feeds.ts'

export interface MadeFile {
  file: Uint8Array | string
  type: string
}

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const report = (job: ReportJob, language: Language): MadeFile => ({
  file: reportPage(job, measureBoth(job), language),
  type: 'text/html; charset=utf-8',
})

const workbook = async (job: ReportJob, language: Language): Promise<MadeFile> => {
  const { today } = measureBoth(job)
  return {
    file: await workbookBytes(planSheets(job.input, today, job.plan, language)),
    type: sheet,
  }
}

const calendars = ({ input, plan }: ReportJob, language: Language): MadeFile => ({
  file: zipOf(villageFeeds(input, plan, language)),
  type: 'application/zip',
})

const makers: Readonly<Record<PlanFile, (job: ReportJob) => MadeFile | Promise<MadeFile>>> = {
  'report.zh.html': (job) => report(job, 'zh'),
  'report.en.html': (job) => report(job, 'en'),
  'plan.zh.xlsx': (job) => workbook(job, 'zh'),
  'plan.en.xlsx': (job) => workbook(job, 'en'),
  'plan.geojson': (job) => ({
    file: JSON.stringify(planGeoJson(job.input.county, job.plan, measureBoth(job).planned)),
    type: 'application/geo+json',
  }),
  'plan.json': ({ plan }) => ({ file: JSON.stringify(plan), type: 'application/json' }),
  'calendars.zh.zip': (job) => calendars(job, 'zh'),
  'calendars.en.zip': (job) => calendars(job, 'en'),
}

/** A plan as one of the files it can be taken away as. */
export const planFile = (job: ReportJob, file: PlanFile): Promise<MadeFile> =>
  Promise.resolve(makers[file](job))
