import type { Explanation } from '@kuashan/contract/explanations.ts'
import { dataHash } from '@kuashan/engine/data-hash.ts'
import { canonicalJson, sha256 } from '@kuashan/store/database/canonical-json.ts'
import { openPlan } from '../county/open-plan.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { ExplainAsked } from '../work/explain-work.ts'
import { readAnswer } from '../work/job-answer.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

export const explanationHandlers = (desk: Desk): TopicHandlers<'explanations'> => ({
  start: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      const { hash, under } = await openPlan(desk.shelf, access, params.plan)
      const input: ExplainAsked = { plan: params.plan, question: body }
      const on = { ...input, hash, data: dataHash(under.input) }
      const asked = { kind: 'explain', workKey: sha256(canonicalJson(on)), input }
      return askedJob(access, desk.queue, asked)
    }),
  get: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: await readAnswer<Explanation>(access, params.job),
    })),
})
