import type { ReplanMenu } from '@kuashan/contract/replans.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { readJobDocument } from '@kuashan/store/jobs/job-documents.ts'
import { createPlan, getPlan } from '@kuashan/store/queries/plans.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { readAnswer } from '../work/job-answer.ts'
import type { ReplanAsked, ReplanChoice } from '../work/replan-work.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'
import { fullPlan } from './plan-line.ts'

export const replanHandlers = ({ queue }: Desk): TopicHandlers<'replans'> => ({
  start: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      await getPlan(access, params.plan)
      const input: ReplanAsked = { plan: params.plan, ...body }
      return askedJob(access, queue, { kind: 'replan', workKey: newId(), input })
    }),
  get: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: await readAnswer<ReplanMenu>(access, params.job),
    })),
  choose: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      const kept = await readJobDocument(access, params.job, body.kind)
      const { plan, findings } = JSON.parse(kept) as ReplanChoice
      const { plan: base } = await readAnswer<ReplanMenu>(access, params.job)
      const { revision, scenario } = await getPlan(access, base)
      const id = await createPlan(access, {
        name: body.name,
        revision,
        scenario: scenario ?? undefined,
        diffBase: base,
        document: JSON.stringify(plan),
        findings,
      })
      return fullPlan(access, id)
    }),
})
