import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { planGeoJson } from '@kuashan/core/exchange/geojson.ts'
import { planSheets } from '@kuashan/core/exchange/plan-sheets.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { writeWorkbook } from '@kuashan/engine/files/excel.ts'
import { measureBoth, type ReportJob, reportPage } from '@kuashan/server/files/measured-plan.ts'
import { villageFeeds } from '@kuashan/server/files/village-feeds.ts'

export const formats = ['html', 'xlsx', 'geojson', 'ics', 'json'] as const
export type Format = (typeof formats)[number]

/** Writes a plan's report in the formats asked for, and gives the paths written. */
export async function writeReports(
  job: ReportJob,
  folder: string,
  wanted: readonly Format[],
  languages: readonly Language[],
): Promise<string[]> {
  const measured = measureBoth(job)
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  const write = async (name: string, content: string) => {
    await atomicWrite(join(folder, name), content)
    written.push(join(folder, name))
  }
  for (const language of languages) {
    if (wanted.includes('html'))
      await write(`report.${language}.html`, reportPage(job, measured, language))
    if (wanted.includes('xlsx')) {
      const path = join(folder, `report.${language}.xlsx`)
      await writeWorkbook(path, planSheets(job.input, measured.today, job.plan, language))
      written.push(path)
    }
    if (wanted.includes('ics'))
      written.push(...(await writeFeeds(job, join(folder, `calendar.${language}`), language)))
  }
  if (wanted.includes('geojson'))
    await write(
      'plan.geojson',
      JSON.stringify(planGeoJson(job.input.county, job.plan, measured.planned)),
    )
  if (wanted.includes('json'))
    await write(
      'report.json',
      JSON.stringify({ plan: job.plan, ...measured, explained: job.explained }),
    )
  return written
}

/** The feed of each village in a folder of its own. */
async function writeFeeds(
  { input, plan }: ReportJob,
  folder: string,
  language: Language,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const { name, text } of villageFeeds(input, plan, language)) {
    await atomicWrite(join(folder, name), text)
    paths.push(join(folder, name))
  }
  return paths
}
