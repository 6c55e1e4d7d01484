import type { ComparisonView } from '@kuashan/contract/comparisons.ts'
import { dataHash } from '@kuashan/engine/data-hash.ts'
import { canonicalJson, sha256 } from '@kuashan/store/database/canonical-json.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { openSide } from '../work/compare-work.ts'
import { readAnswer } from '../work/job-answer.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

export const comparisonHandlers = (desk: Desk): TopicHandlers<'comparisons'> => ({
  start: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      // Answers of an earlier shape are not served again.
      const on: unknown[] = ['with today beside']
      for (const side of [body.a, body.b]) {
        const { under, read } = await openSide(desk, access, side)
        on.push({ side, plan: read?.hash ?? null, data: dataHash(under.input) })
      }
      const asked = { kind: 'compare', workKey: sha256(canonicalJson(on)), input: body }
      return askedJob(access, desk.queue, asked)
    }),
  get: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: await readAnswer<ComparisonView>(access, params.job),
    })),
})
