import { isWithin, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { isInArea } from '@kuashan/core/territory/area.ts'
import { noticeHtml } from '@kuashan/pages/notice/notice-page.ts'
import { canonicalJson, sha256 } from '@kuashan/store/database/canonical-json.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { getJob } from '@kuashan/store/jobs/jobs.ts'
import { getPlan, readPlanVersion } from '@kuashan/store/queries/plans.ts'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import { madeFolder, readMade } from '../county/made-files.ts'
import { openPlan, readPlan } from '../county/open-plan.ts'
import { planInArea } from '../county/plan-in-area.ts'
import { mapApproval } from '../files/map-approval.ts'
import { mediaTypeOf } from '../files/media-type.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import { ExportAsked } from '../work/export-work.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

/** Days that are over are not told; of a plan that is over all of it is. */
function firstTold({ horizon }: Plan, now: number): PlainDate {
  const today = dayOf(now)
  return isWithin(today, horizon) ? today : horizon.from
}

/** What a file of a plan depends on: as long as it stays the same the file is made once. */
async function exportKey({ shelf }: Desk, access: Access, asked: ExportAsked): Promise<string> {
  const { hash } = await readPlan(access, asked.plan, asked.version)
  const { state } = await countyInput(shelf, access)
  const approval = (await mapApproval(access)) ?? null
  return sha256(canonicalJson({ ...asked, hash, state, approval }))
}

export const planFileHandlers = (desk: Desk): TopicHandlers<'planFiles'> => ({
  make: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      const { documentVersion: version } = await getPlan(access, params.plan)
      const { area } = caller
      const input: ExportAsked = { plan: params.plan, version, file: body.file, area }
      const workKey = await exportKey(desk, access, input)
      const folder = madeFolder(desk.shelf.folder, caller.county)
      const isGone = async (job: string) => (await readMade(folder, job, desk.now())) === null
      return askedJob(access, desk.queue, { kind: 'export', workKey, input }, isGone)
    }),
  made: async ({ params, caller, store }) => {
    const { job, entry } = await store.as(caller, async (access) => ({
      job: await getJob(access, params.job),
      entry: await getPlan(access, params.plan),
    }))
    const asked = ExportAsked.safeParse(job.input).data
    const isIt = asked?.plan === params.plan && isInArea(asked.area, caller.area)
    if (job.kind !== 'export' || !isIt || job.state !== 'done')
      throw refused('store-not-found', { what: params.job })
    const folder = madeFolder(desk.shelf.folder, caller.county)
    const bytes = await readMade(folder, job.job, desk.now())
    if (!bytes) throw new NotAnswered([finding('made-file-gone', {})])
    const type = mediaTypeOf(asked.file)
    // Text is packed on its way; workbooks and archives are packed already.
    const isText = !/xlsx|zip/.test(asked.file)
    const file = isText ? bytes.toString('utf8') : bytes
    return { file, type, name: `${entry.name} ${asked.file}` }
  },
  document: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const read = await readPlan(access, params.plan)
      const { name, version } = read.entry
      const { document } = await readPlanVersion(access, params.plan, read.entry.documentVersion)
      const whole = caller.area === ''
      const { plan } = await planInArea(access, desk.shelf, read)
      const file = whole ? document : JSON.stringify(plan)
      return { file, type: 'application/json', name: `${name} plan.json`, version }
    }),
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
