import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

/** Has a plan made and gives its id. */
async function madePlan(name: string): Promise<string> {
  const body = { name, mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  const job = await ended(planner, county, data.id)
  expect(job).toMatchObject({ state: 'done', share: 1, findings: [] })
  return job.result!
}

describe('an office', () => {
  test('shows its county as it was imported', async () => {
    const { data, version } = await planner(routes.counties.get, { params: { county } })
    expect(data.counts).toMatchObject({ settlements: data.counts.settlements })
    expect(data.people).toBeGreaterThan(0)
    expect(version).not.toBe('')
    const places = await planner(routes.territory.places, { params: { county } })
    expect(places.data.settlements).toHaveLength(data.counts.settlements!)
  })

  test('measures today as a job, whose figures agree with its cells', async () => {
    const none = await planner(routes.measures.latest, { params: { county } })
    expect([none.status, none.code]).toEqual([404, 'store-not-found'])
    const { data } = await planner(routes.measures.start, { params: { county } })
    const job = await ended(planner, county, data.id)
    const latest = await planner(routes.measures.latest, { params: { county } })
    expect(latest.data.id).toBe(job.result)
    const service = latest.data.coverage.services[0]!
    const cells = await planner(routes.measures.cells, {
      params: { county, measurement: latest.data.id },
      query: { service: service.key },
    })
    const met = cells.data.filter((cell) => cell.met).reduce((sum, cell) => sum + cell.people, 0)
    expect(met).toBeCloseTo(service.met, 6)
  })

  test('takes a plan from draft to publication, each step by its owner', async () => {
    const plan = await madePlan('春季方案')
    const params = { county, plan }
    const full = await planner(routes.plans.get, { params, query: {} })
    expect(full.data.line).toMatchObject({ name: '春季方案', step: 'draft', verdict: 'valid' })
    const department = await office.as('department')
    const leader = await office.as('leader')
    const take = async (call: Caller, to: 'comments' | 'notice' | 'objections' | 'review') => {
      const { version } = await planner(routes.plans.road, { params })
      return call(routes.plans.step, { params, body: { to, note: '已办' }, version })
    }
    expect((await take(planner, 'comments')).data.step).toBe('comments')
    const comment = { department: '卫健局', body: '鹿坑的点改到村委会' }
    expect((await department(routes.plans.comment, { params, body: comment })).status).toBe(204)
    expect((await take(planner, 'notice')).code).toBe('plan-unanswered')
    const [asked] = (await planner(routes.plans.comments, { params })).data
    await planner(routes.plans.answerComment, {
      params: { ...params, comment: asked!.id },
      body: { text: '采纳' },
      version: `"${asked!.version}"`,
    })
    const { data: road } = await take(planner, 'notice')
    expect((await take(planner, 'objections')).code).toBe('plan-villages-without-notice')
    for (const { village } of road.notices)
      await planner(routes.plans.post, {
        params: { ...params, village },
        body: { postedOn: '2026-11-27', place: '村委会' },
      })
    expect((await take(planner, 'objections')).data.step).toBe('objections')
    expect((await take(planner, 'review')).data.step).toBe('review')
    const { version } = await planner(routes.plans.road, { params })
    const decision = { to: 'decision', note: '纪要 12 号' } as const
    const mine = await planner(routes.plans.step, { params, body: decision, version })
    expect([mine.status, mine.code]).toEqual([403, 'plan-step-not-yours'])
    const next = await leader(routes.plans.step, { params, body: decision, version })
    const published = { to: 'published', note: '公布' } as const
    const done = await leader(routes.plans.step, {
      params,
      body: published,
      version: next.version,
    })
    expect(done.data.step).toBe('published')
  })

  test('refuses the second of two who rename one plan', async () => {
    const plan = await madePlan('夏季方案')
    const params = { county, plan }
    const { version } = await planner(routes.plans.get, { params, query: {} })
    const rename = (name: string) =>
      planner(routes.plans.rename, { params, body: { name }, version })
    expect((await rename('夏季方案甲')).status).toBe(200)
    const second = await rename('夏季方案乙')
    expect([second.status, second.code]).toEqual([412, 'store-stale'])
  })

  test('lets nobody in without a session, nor into another county', async () => {
    const nobody = await office.as('nobody')
    expect((await nobody(routes.plans.list, { params: { county } })).code).toBe('not-signed-in')
    const other = await planner(routes.plans.list, { params: { county: '331198000000' } })
    expect([other.status, other.code]).toEqual([403, 'not-allowed'])
  })
})
