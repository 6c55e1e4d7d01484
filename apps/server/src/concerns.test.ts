import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let county: string
let planner: Caller
let leader: Caller
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  leader = await office.as('leader')
}, 120_000)
afterAll(() => office.close())

const village = '331199100203'
const raise = (some: object) =>
  planner(routes.concerns.raise, {
    params: { county },
    body: {
      village,
      body: '卫生室一直没人',
      people: 40,
      severity: 'nuisance',
      saidOn: '2024-03-01',
      ...some,
    } as never,
  })
const queue = async (call: Caller = planner) =>
  (await call(routes.concerns.list, { params: { county } })).data

describe('the queue of concerns (A46)', () => {
  test('the oldest repeated complaint stands before a new small one, and says why (A46)', async () => {
    const fresh = await raise({
      body: '路灯坏了',
      people: 8,
      severity: 'danger',
      saidOn: '2026-11-01',
    })
    const old = await raise({})
    for (const saidOn of ['2024-09-01', '2025-03-01', '2025-09-01', '2026-03-01', '2026-09-01'])
      await planner(routes.concerns.again, {
        params: { county, concern: old.data.id },
        body: { saidOn, raised: true, votes: 0, note: '' },
      })
    const [first, second] = await queue(leader)
    expect([first!.id, second!.id]).toEqual([old.data.id, fresh.data.id])
    expect(first).toMatchObject({ since: '2024-03-01', repeats: 5, votes: 0, village })
    const { place, score, terms } = first!.queue!
    expect(place).toBe(1)
    expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9)
    expect(second!.queue!.behind!.by.map(({ term }) => term)).toContain('repeats')
  })

  test('votes move a concern; a day to come is refused; the leader only reads', async () => {
    const [, second] = await queue()
    const voted = { saidOn: '2026-11-02', raised: false, votes: 500, note: '' }
    const params = { county, concern: second!.id }
    await planner(routes.concerns.again, { params, body: voted })
    const after = (await queue()).find(({ id }) => id === second!.id)!
    expect(after).toMatchObject({ votes: 500, repeats: 0 })
    expect(after.queue!.score).toBeCloseTo(second!.queue!.score + 15, 6)
    expect(await raise({ saidOn: '2099-01-01' })).toMatchObject({
      status: 422,
      code: 'concern-not-dated',
    })
    expect((await leader(routes.concerns.again, { params, body: voted })).status).toBe(403)
  })

  test('weights are the county’s own, versioned, and never forget long-standing issues', async () => {
    const { data: weights, version } = await leader(routes.concerns.weights, { params: { county } })
    const set = (some: object) =>
      leader(routes.concerns.setWeights, {
        params: { county },
        body: { ...weights, ...some },
        version,
      })
    expect(await set({ age: { points: 1, full: 365 } })).toMatchObject({
      status: 422,
      code: 'concern-weights-forget-age',
    })
    expect((await set({ votes: { points: 0, full: 100 } })).data.votes.points).toBe(0)
    expect((await set({})).status).toBe(412)
    expect((await queue())[0]!.queue!.terms.at(-1)).toMatchObject({ most: 0, points: 0 })
  })

  test('an objection to a plan goes into the queue once, and an answer closes it', async () => {
    const { data: job } = await planner(routes.plans.start, {
      params: { county },
      body: { name: '方案', mode: 'least-cost', seconds: 1, seed: 1 },
    })
    const plan = (await ended(planner, county, job.id)).result!
    const body = { village, body: '车来得太少' }
    await planner(routes.plans.object, { params: { county, plan }, body })
    const loose = () => planner(routes.concerns.objections, { params: { county } })
    const [found] = (await loose()).data
    expect(found).toMatchObject({ plan, planName: '方案', village, body: '车来得太少' })
    const from = { plan, objection: found!.objection }
    const taken = await raise({ body: found!.body, from })
    expect((await loose()).data).toEqual([])
    expect((await raise({ from })).status).toBe(409)
    const line = (await queue()).find(({ id }) => id === taken.data.id)!
    expect(line.from).toEqual(from)
    const params = { county, concern: taken.data.id }
    const answer = () =>
      planner(routes.concerns.answer, {
        params,
        body: { text: '从下月起每周一次' },
        version: `"${line.version}"`,
      })
    expect((await answer()).status).toBe(204)
    expect((await answer()).status).toBe(412)
    const closed = (await queue()).find(({ id }) => id === taken.data.id)!
    expect(closed).toMatchObject({ answer: '从下月起每周一次', queue: null })
    const more = { saidOn: '2026-11-03', raised: true, votes: 0, note: '' }
    expect(await planner(routes.concerns.again, { params, body: more })).toMatchObject({
      code: 'concern-closed',
    })
  })
})

describe('the chain of policy (A53)', () => {
  test('projects without a standard are reported until texts and standards are behind them (A53)', async () => {
    const chain = async () => (await planner(routes.policies.chain, { params: { county } })).data
    const before = await chain()
    expect(before.links.length).toBeGreaterThan(0)
    expect(before.gaps.map(({ code }) => code)).toContain('standard-without-text')
    const texts = [
      {
        id: 'P1',
        title: '三谷县基本公共服务实施标准（2026年版，虚构）',
        number: '',
        article: '',
        issuedBy: '',
        date: '2026-01-01',
      },
    ]
    const register = await planner(routes.policies.texts, { params: { county } })
    const save = (body: object[]) =>
      planner(routes.policies.setTexts, {
        params: { county },
        body: body as never,
        version: register.version,
      })
    expect(await save([...texts, ...texts])).toMatchObject({ code: 'policy-text-twice' })
    expect((await save(texts)).data).toEqual(texts)
    expect((await save(texts)).status).toBe(412)
    const after = await chain()
    expect(after.gaps.map(({ code }) => code)).not.toContain('standard-without-text')
    const [linked] = after.links.filter(({ standards }) => standards.length > 0)
    expect(linked!.standards[0]!.texts).toEqual(['P1'])
  })
})

describe('a trial in the office (A117)', () => {
  test('runs in a sandbox that leaves live data untouched; its forecast stands beside what happened (A117)', async () => {
    const live = () => planner(routes.territory.places, { params: { county } })
    const before = (await live()).data
    const changes = [{ do: 'add-vehicles-like', likeOf: 'MED-1', count: 1 }]
    const { data: resources } = await planner(routes.territory.resources, { params: { county } })
    changes[0]!.likeOf = resources.vehicles[0]!.id
    const scenario = (
      await planner(routes.scenarios.create, {
        params: { county },
        body: { name: '多一辆车', changes: changes as never },
      })
    ).data.id
    const { data: job } = await planner(routes.plans.start, {
      params: { county },
      body: { name: '试点方案', mode: 'least-cost', seconds: 1, seed: 1, scenario },
    })
    const plan = (await ended(planner, county, job.id)).result!
    expect((await live()).data).toEqual(before)
    const entry = {
      nameZh: '东谷巡回诊疗',
      nameEn: 'A clinic van in the east valley',
      wayZh: '流动诊所',
      wayEn: 'a clinic van',
      services: ['MED-01'],
      where: [before.settlements[0]!.id],
      range: { from: '2026-01-01', to: '2026-06-30' },
      scenario,
      plan,
      recorded: [],
    }
    const start = (some: object = {}) =>
      planner(routes.trials.start, { params: { county }, body: { ...entry, ...some } as never })
    expect((await start({ where: ['nowhere'] })).code).toBe('experiment-names-nothing')
    const trial = (await start()).data.id
    const read = async () => (await leader(routes.trials.list, { params: { county } })).data
    const [found] = await read()
    expect(found).toMatchObject({ id: trial, version: 1, beside: [{ recorded: null }] })
    const save = (some: object, version: string) =>
      planner(routes.trials.save, {
        params: { county, trial },
        body: { ...entry, ...some } as never,
        version,
      })
    expect((await save({ services: ['MED-04'] }, '1')).code).toBe('trial-forecast-changed')
    expect((await save({ decision: 'keep' }, '1')).code).toBe('trial-decided-without-result')
    const happened = { settlement: entry.where[0], service: 'MED-01', visits: 7, personTimes: 20 }
    const stopped = {
      range: { from: '2026-01-01', to: '2026-03-31' },
      recorded: [happened],
      resultZh: '来的人比预计多',
      decision: 'extend',
    }
    expect((await save(stopped, '1')).status).toBe(204)
    expect((await save(stopped, '1')).status).toBe(412)
    const [after] = await read()
    expect(after).toMatchObject({ version: 2, decision: 'extend', range: stopped.range })
    const [line] = after!.beside
    expect(line!.recorded).toEqual({ visits: 7, personTimes: 20 })
    expect(line!.difference!.visits).toBe(7 - line!.forecast.visits)
    expect(line!.forecast.visits).toBeLessThanOrEqual(found!.beside[0]!.forecast.visits)
  })
})
