import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { isWithin, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { isInArea, partOfCounty, partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { noticeHtml } from '@kuashan/pages/notice/notice-page.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import { readMapSource } from '@kuashan/store/queries/map-source.ts'
import { openPlan } from '../county/open-plan.ts'
import { travelOf } from '../county/travel-shelf.ts'
import type { ReportJob } from '../files/measured-plan.ts'
import { planFile } from '../files/plan-file.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

/** Days that are over are not told; of a plan that is over all of it is. */
function firstTold({ horizon }: Plan, now: number): PlainDate {
  const today = new Date(now).toISOString().slice(0, 10) as PlainDate
  return isWithin(today, horizon) ? today : horizon.from
}

/** What files are made from, cut to an area: places, plan, and no findings of others’ places. */
function jobInArea(job: ReportJob, area: string): ReportJob {
  if (area === '') return job
  const { input, plan, checked } = job
  return {
    ...job,
    input: { ...input, county: partOfCounty(input.county, area) },
    plan: partOfPlan(plan, input.county, area),
    checked: { verdict: checked.verdict, findings: [] },
    importFindings: [],
  }
}

export const planFileHandlers = (desk: Desk): TopicHandlers<'planFiles'> => ({
  file: async ({ params, caller, store }) => {
    const { opened, source } = await store.as(caller, async (access) => ({
      opened: await openPlan(desk.shelf, access, params.plan),
      source: (await readMapSource(access)).source,
    }))
    const { plan, under, entry } = opened
    const { input } = under
    const mapApproval = source?.approval
    const { travel } = await travelOf(desk.travel, input, desk.workers)
    const { county, catalogue } = input
    const checked = checkPlan({ county, catalogue, travel, plan })
    const lost = checked.findings.filter((f) => f.code.startsWith('plan-unknown-'))
    if (lost.length > 0) throw new NotAnswered(lost)
    const whole = { input, travel, plan, checked, importFindings: under.findings, mapApproval }
    const made = await planFile(jobInArea(whole, caller.area), params.file)
    return { ...made, name: `${entry.name} ${params.file}` }
  },
  notice: async ({ params, caller, store }) => {
    const opened = await store.as(caller, (access) => openPlan(desk.shelf, access, params.plan))
    const { plan, under, entry } = opened
    const { input } = under
    const { village, language } = params
    const division = input.county.divisions.find((d) => d.code === village)
    if (division === undefined || !isInArea(village, caller.area))
      throw refused('store-not-found', { what: village })
    const draft = entry.step !== 'published' && entry.step !== 'replaced'
    const from = firstTold(plan, desk.now())
    return {
      file: noticeHtml({ input, plan, village, draft, from, language }),
      type: 'text/html; charset=utf-8',
      name: `${division.name}.${language}.html`,
    }
  },
})
