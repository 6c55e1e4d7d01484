import { policyChain } from '@kuashan/core/plan/policy-chain.ts'
import { lintPolicyTexts } from '@kuashan/core/plan/policy-text.ts'
import { readPolicyTexts, savePolicyTexts } from '@kuashan/store/queries/policy-texts.ts'
import { countyInput } from '../county/county-shelf.ts'
import { readPlan } from '../county/open-plan.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

export const policyHandlers = ({ shelf }: Desk): TopicHandlers<'policies'> => ({
  chain: ({ query, caller, store }) =>
    store.as(caller, async (access) => {
      const { texts } = await readPolicyTexts(access)
      const plan = query.plan === undefined ? null : (await readPlan(access, query.plan)).plan
      const { input } = await countyInput(shelf, access)
      const { links, gaps } = policyChain(input, plan, texts)
      return { data: { plan: query.plan ?? null, links, texts, gaps: gaps.map(said) } }
    }),
  texts: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const { texts, version } = await readPolicyTexts(access)
      return { data: texts, version }
    }),
  setTexts: ({ body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const findings = lintPolicyTexts(body)
      if (findings.length > 0) throw new NotAnswered(findings)
      const next = await savePolicyTexts(access, body, Number(version))
      return { data: body, version: next }
    }),
})
