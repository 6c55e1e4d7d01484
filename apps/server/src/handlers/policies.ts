import { policyChain } from '@kuashan/core/plan/policy-chain.ts'
import { lintPolicyTexts } from '@kuashan/core/plan/policy-text.ts'
import { policyRegister } from '@kuashan/store/queries/kept-whole.ts'
import { countyInput } from '../county/county-shelf.ts'
import { readPlan } from '../county/open-plan.ts'
import { planInArea } from '../county/plan-in-area.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { refuseErrors, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

export const policyHandlers = ({ shelf }: Desk): TopicHandlers<'policies'> => ({
  chain: ({ query, caller, store }) =>
    store.as(caller, async (access) => {
      const { value: texts } = await policyRegister.read(access)
      const read = query.plan === undefined ? null : await readPlan(access, query.plan)
      const plan = read && (await planInArea(access, shelf, read)).plan
      const { input } = await countyInput(shelf, access)
      const { links, gaps } = policyChain(input, plan, texts)
      return { data: { plan: query.plan ?? null, links, texts, gaps: gaps.map(said) } }
    }),
  texts: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const { value: data, version } = await policyRegister.read(access)
      return { data, version }
    }),
  setTexts: ({ body, version, caller, store }) =>
    store.as(caller, async (access) => {
      refuseErrors(lintPolicyTexts(body))
      const next = await policyRegister.save(access, body, Number(version))
      return { data: body, version: next }
    }),
})
