import { routes } from '@kuashan/contract/routes.ts'
import type { PlanStep } from '@kuashan/core/plan/publication.ts'
import type { Caller, Office } from '../../apps/server/src/office.fixture.ts'

/** Takes a plan down the road without the browser, as far as a step; on notice it is posted in all its villages. */
export async function takeTo(
  office: Office,
  planner: Caller,
  plan: string,
  last: PlanStep,
): Promise<void> {
  const leader = await office.as('leader')
  const params = { county: office.county, plan }
  for (const to of [
    'comments',
    'notice',
    'objections',
    'review',
    'decision',
    'published',
  ] as const) {
    const call = to === 'decision' || to === 'published' ? leader : planner
    const { version } = await call(routes.plans.road, { params })
    const { status } = await call(routes.plans.step, {
      params,
      body: { to, note: '已办' },
      version,
    })
    if (status !== 200) throw new Error(`${to}: ${status}`)
    if (to === last) return
    if (to === 'notice') await postAll(planner, params)
  }
}

async function postAll(planner: Caller, params: { county: string; plan: string }): Promise<void> {
  const { data } = await planner(routes.plans.road, { params })
  const body = { postedOn: '2026-05-01' as const, place: '公开栏' }
  for (const { village } of data.notices)
    await planner(routes.plans.post, { params: { ...params, village }, body })
}
