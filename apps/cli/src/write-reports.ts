import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CountyFigures, countyFigures } from '@kuashan/core/access/county-figures.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
import { remoteVillagesOf } from '@kuashan/core/access/remote-settlements.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { planGeoJson } from '@kuashan/core/exchange/geojson.ts'
import { planSheets } from '@kuashan/core/exchange/plan-sheets.ts'
import { villageCalendars } from '@kuashan/core/exchange/visit-calendar.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Explained } from '@kuashan/core/planner/explain/explain-report.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { icsFeed } from '@kuashan/engine/exchange/ics.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { writeWorkbook } from '@kuashan/engine/files/excel.ts'
import { reportHtml } from '@kuashan/pages/report/report.ts'

export const formats = ['html', 'xlsx', 'geojson', 'ics', 'json'] as const
export type Format = (typeof formats)[number]

export interface ReportJob {
  input: CountyInput
  travel: YearTravel
  plan: Plan
  /** What the independent checker says of the plan. */
  checked: { verdict: 'valid' | 'broken'; findings: readonly Finding[] }
  importFindings: readonly Finding[]
  explained?: Explained
}

interface Measured {
  today: Measurement
  planned: Measurement
  figures: { today: CountyFigures; planned: CountyFigures }
}

/** Today and the plan, measured by the same code on the same day. */
export function measureBoth({
  input,
  travel,
  plan,
}: Pick<ReportJob, 'input' | 'travel' | 'plan'>): Measured {
  const { county, catalogue } = input
  const base = { county, catalogue, travel: travel.base, asOf: county.settings.asOf }
  const now = supplyToday(county, catalogue)
  const then = supplyOfPlan(county, catalogue, plan)
  const today = measure({ ...base, supply: now })
  const planned = measure({ ...base, supply: then })
  const of = { county, catalogue, travel }
  return {
    today,
    planned,
    figures: {
      today: countyFigures({ ...of, supply: now, measurement: today }),
      planned: countyFigures({ ...of, supply: then, measurement: planned, plan }),
    },
  }
}

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

function reportPage(
  job: ReportJob,
  { today, planned, figures }: Measured,
  language: Language,
): string {
  const { input, travel, plan, checked, importFindings, explained } = job
  const remote = remoteVillagesOf(input.county, travel.base.resident).filter((v) => v.remote)
  return reportHtml({
    input,
    today,
    planned,
    figures,
    plan,
    remote: new Set(remote.map((v) => v.code)),
    verdict: checked.verdict,
    checkFindings: checked.findings,
    importFindings,
    explained,
    language,
  })
}

/** One feed a village, named by its code: the file a village puts on its door as a QR code. */
async function writeFeeds(
  { input, plan }: ReportJob,
  folder: string,
  language: Language,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const { settings } = input.county
  const paths: string[] = []
  for (const calendar of villageCalendars(input, plan, language)) {
    const path = join(folder, `${calendar.village.replace(/[^\w-]/g, '_')}.ics`)
    await atomicWrite(path, icsFeed(calendar, settings.utcOffset, settings.asOf))
    paths.push(path)
  }
  return paths
}
