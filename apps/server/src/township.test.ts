import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { unpackArchive } from '@kuashan/engine/files/archive.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  filesForm,
  type Office,
  openOffice,
  seatWith,
  takeFile,
} from './office.fixture.ts'

const area = '331199200'
let office: Office
let planner: Caller
let township: Caller
let steward: Caller
let county: string
let plan: string
/** Villages of the township, first the one farthest up, to which vehicles come; and one outside. */
let villages: string[]
let elsewhere: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  township = await seatWith(office, {
    role: 'township',
    area,
    purposes: ['planning', 'delivery'],
  })
  const places = await planner(routes.territory.places, { params: { county } })
  const all = places.data.divisions.filter((d) => d.level === 'village').map((d) => d.code)
  villages = all.filter((code) => code.startsWith(area)).reverse()
  elsewhere = all.find((code) => !code.startsWith(area))!
  steward = await seatWith(office, {
    role: 'steward',
    area: villages[0]!,
    purposes: ['delivery'],
  })
  const measured = await planner(routes.measures.start, { params: { county } })
  await ended(planner, county, measured.data.id)
  const body = { name: '春季方案', mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  plan = (await ended(planner, county, data.id)).result!
}, 120_000)
afterAll(() => office.close())

const codesOf = (rows: readonly { division: string }[]) => rows.map(({ division }) => division)
const areHere = (codes: readonly string[]) => {
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter((code) => !code.startsWith(area))).toEqual([])
}
const settlementsHere = async () => {
  const { data } = await township(routes.territory.places, { params: { county } })
  return new Set(data.settlements.map(({ id }) => id))
}

describe('a township', () => {
  test('sees the places of its area, with the divisions above them, and the catalogue and roads of the county', async () => {
    const { data, version } = await township(routes.territory.places, { params: { county } })
    areHere(codesOf(data.settlements))
    const whole = await planner(routes.territory.places, { params: { county } })
    expect(data.settlements.length).toBeLessThan(whole.data.settlements.length)
    expect(version).not.toBe(whole.version)
    const levels = data.divisions.map(({ level }) => level)
    expect(levels.filter((level) => level === 'township')).toHaveLength(1)
    expect(data.divisions.map(({ code }) => code)).toContain(county)
    for (const route of [routes.territory.roads, routes.catalogue.get, routes.territory.resources])
      expect((await township(route, { params: { county } })).status).toBe(200)
    const outline = await township(routes.counties.get, { params: { county } })
    expect(outline.data).toMatchObject({
      findings: [],
      counts: { settlements: data.settlements.length },
    })
  })

  test('sees the measurement of its area, counted anew, and not the cells of another', async () => {
    const here = await settlementsHere()
    const { data } = await township(routes.measures.latest, { params: { county }, query: {} })
    areHere(codesOf(data.gaps))
    areHere(data.coverage.villages.map(({ key }) => key))
    const params = { county, measurement: data.id }
    const cells = await township(routes.measures.cells, { params, query: {} })
    expect(cells.data.filter(({ settlement }) => !here.has(settlement))).toEqual([])
    const entitled = cells.data.reduce((sum, { people }) => sum + people, 0)
    expect(data.coverage.all.entitled).toBeCloseTo(entitled, 6)
    const whole = await planner(routes.measures.latest, { params: { county }, query: {} })
    expect(whole.data.coverage.all.entitled).toBeGreaterThan(entitled)
  })

  test('sees of a plan what concerns its area: rows, tours, road, notices and files', async () => {
    const here = await settlementsHere()
    const params = { county, plan }
    const whole = (await planner(routes.plans.get, { params, query: {} })).data
    const { data } = await township(routes.plans.get, { params, query: {} })
    const rows = [...data.plan.assignments, ...data.plan.shortages]
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ settlement }) => !here.has(settlement))).toEqual([])
    expect(data.plan.assignments.length).toBeLessThan(whole.plan.assignments.length)
    const stops = new Set(data.plan.stops.map(({ id }) => id))
    const visits = data.plan.tours.flatMap((tour) => tour.visits)
    expect(visits.filter(({ stop }) => !stops.has(stop))).toEqual([])
    expect(data.line.verdict).toBe(whole.line.verdict)
    const [line] = (await township(routes.plans.list, { params: { county } })).data
    expect(line).toEqual(data.line)
    const road = await township(routes.plans.road, { params })
    areHere(road.data.notices.map(({ village }) => village))
    const take = (file: PlanFile) => takeFile(township, county, plan, file)
    const notice = (village: string) =>
      township(routes.planFiles.notice, { params: { ...params, village, language: 'zh' } })
    expect((await notice(villages[0]!)).status).toBe(200)
    expect((await notice(elsewhere)).status).toBe(404)
    const feeds = unpackArchive((await take('calendars.zh.zip')).bytes).files
    areHere(feeds.map(({ path }) => path))
    const document = await township(routes.planFiles.document, { params })
    expect(JSON.parse(document.bytes.toString())).toEqual(data.plan)
    const outside = codesOfNames(await planner(routes.territory.places, { params: { county } }))
    const report = (await take('report.zh.html')).bytes.toString()
    expect(outside.filter((name) => report.includes(`>${name}<`))).toEqual([])
  })

  test('imports its own register and finds its own people', async () => {
    const bring = async (village: string) => {
      const form = filesForm({ 'people.csv': `编号,姓名,村\nP-${village},蓝小山,${village}` })
      const asked = { params: { county }, query: { keep: 'yes' as const }, form, why: '导入' }
      const { data } = await township(routes.people.import, asked)
      const { result } = await ended(township, county, data.id)
      return township(routes.people.imported, { params: { county, job: result! } })
    }
    expect((await bring(villages[0]!)).data).toMatchObject({ kept: true, added: 1 })
    expect((await bring(elsewhere)).data).toMatchObject({ kept: false, errors: 1 })
    const found = await township(routes.people.search, {
      params: { county },
      body: { typed: 'lxs' },
      why: '走访',
    })
    areHere(codesOf(found.data.people))
  })

  test('is refused what is worked out for the whole county', async () => {
    const params = { county, plan }
    const edits = [{ do: 'lock' as const, visit: 'x' }]
    const asked = await township(routes.planEdits.try, { params, body: { edits } })
    expect([asked.status, asked.code]).toEqual([403, 'not-allowed'])
    const scenarios = await township(routes.scenarios.list, { params: { county } })
    expect(scenarios.status).toBe(403)
  })
})

const codesOfNames = ({
  data,
}: {
  data: { settlements: readonly { name: string; division: string }[] }
}): string[] =>
  data.settlements.filter(({ division }) => !division.startsWith(area)).map(({ name }) => name)

describe('the road of a plan, each by whoever it belongs to', () => {
  const take = async (to: 'comments' | 'notice' | 'objections') => {
    const params = { county, plan }
    const { version } = await planner(routes.plans.road, { params })
    const taken = await planner(routes.plans.step, { params, body: { to, note: '已办' }, version })
    expect(taken.data.step).toBe(to)
  }
  const object = (call: Caller, village: string) =>
    call(routes.plans.object, { params: { county, plan }, body: { village, body: '周三太早' } })
  const post = (call: Caller, village: string) =>
    call(routes.plans.post, {
      params: { county, plan, village },
      body: { postedOn: '2026-11-27', place: '村务公开栏' },
    })

  test('a steward knows nothing of a draft, nor of a plan that offices comment on', async () => {
    const listed = await steward(routes.villagePlans.list, { params: { county } })
    expect(listed.data).toEqual([])
    expect(await object(steward, villages[0]!)).toMatchObject({ status: 404 })
    const days = await steward(routes.villagePlans.days, { params: { county, plan }, query: {} })
    expect(days.status).toBe(404)
  })

  test('leaders, departments and townships comment; the planner answers, and nobody else', async () => {
    await take('comments')
    const comment = (call: Caller) =>
      call(routes.plans.comment, {
        params: { county, plan },
        body: { department: '办公室', body: '同意' },
      })
    const leader = await office.as('leader')
    for (const call of [leader, await office.as('department'), township])
      expect((await comment(call)).status).toBe(204)
    expect((await comment(steward)).status).toBe(403)
    const { data } = await leader(routes.plans.comments, { params: { county, plan } })
    expect(data).toHaveLength(3)
    for (const { id, version } of data) {
      const asked = {
        params: { county, plan, comment: id },
        body: { text: '谢谢' },
        version: String(version),
      }
      expect((await leader(routes.plans.answerComment, asked)).status).toBe(403)
      expect((await planner(routes.plans.answerComment, asked)).status).toBe(204)
    }
  })

  test('stewards hang up and take down inside their village, townships inside theirs; leaders and departments do not object', async () => {
    await take('notice')
    expect(await post(steward, villages[0]!)).toMatchObject({ status: 204 })
    expect(await post(steward, elsewhere)).toMatchObject({ status: 403 })
    expect(await post(township, elsewhere)).toMatchObject({ status: 403 })
    expect(await object(steward, villages[0]!)).toMatchObject({ status: 204 })
    expect(await object(steward, elsewhere)).toMatchObject({ status: 403 })
    expect(await object(township, villages.at(-1)!)).toMatchObject({ status: 204 })
    for (const login of ['leader', 'department'])
      expect(await object(await office.as(login), villages[0]!)).toMatchObject({ status: 403 })
    const heard = await steward(routes.plans.objections, { params: { county, plan } })
    expect(heard.data.map(({ village }) => village)).toEqual(
      villages.length > 1 ? [villages[0]] : [villages[0], villages[0]],
    )
  })

  test('those in the villages see what comes to their area; crew and volunteers once it is published', async () => {
    const params = { county, plan }
    const [seen] = (await steward(routes.villagePlans.list, { params: { county } })).data
    expect(seen).toMatchObject({ id: plan, step: 'notice' })
    expect(seen!.villages).toMatchObject([{ village: villages[0], postedOn: '2026-11-27' }])
    const days = await steward(routes.villagePlans.days, { params, query: {} })
    expect(new Set(days.data.map(({ village }) => village))).toEqual(new Set([villages[0]]))
    expect(days.data[0]!.services[0]!.zh).toMatch(/\p{Script=Han}/u)
    const later = { from: days.data.at(-1)!.date }
    const last = await steward(routes.villagePlans.days, { params, query: later })
    expect(last.data.length).toBeLessThan(days.data.length)
    for (const role of ['crew', 'volunteer'] as const) {
      const call = await seatWith(office, { role, area, purposes: ['delivery'] })
      expect((await call(routes.villagePlans.list, { params: { county } })).data).toEqual([])
    }
    for (const { village } of (await planner(routes.plans.road, { params })).data.notices)
      await post(planner, village)
    await take('objections')
    for (const { id, version } of (await planner(routes.plans.objections, { params })).data)
      await planner(routes.plans.answerObjection, {
        params: { ...params, objection: id },
        body: {
          text: '改到八点',
          priceFen: 0,
          displaced: [],
          accepted: true,
          basis: { by: 'hand', how: '按油费算' },
        },
        version: String(version),
      })
    const leader = await office.as('leader')
    for (const [call, to] of [
      [planner, 'review'],
      [leader, 'decision'],
      [leader, 'published'],
    ] as const) {
      const { version } = await planner(routes.plans.road, { params })
      await call(routes.plans.step, { params, body: { to, note: '纪要' }, version })
    }
    for (const role of ['crew', 'volunteer'] as const) {
      const call = await seatWith(office, { role, area, purposes: ['delivery'] })
      const [mine] = (await call(routes.villagePlans.list, { params: { county } })).data
      expect(mine).toMatchObject({ id: plan, step: 'published' })
      const visits = await call(routes.villagePlans.days, { params, query: {} })
      areHere(visits.data.map(({ village }) => village))
      const village = villages[0]!
      const notice = { params: { ...params, village, language: 'en' as const } }
      expect((await call(routes.planFiles.notice, notice)).status).toBe(200)
      expect((await call(routes.plans.list, { params: { county } })).status).toBe(403)
    }
  })

  test('who serves two villages is told of both, and takes down what either says', async () => {
    const params = { county, plan }
    const both = [villages[0]!, villages[1]!].sort()
    const two = await seatWith(
      office,
      ...both.map((village) => ({
        role: 'steward' as const,
        area: village,
        purposes: ['delivery' as const],
      })),
    )
    const [mine] = (await two(routes.villagePlans.list, { params: { county } })).data
    expect(mine!.villages.map(({ village }) => village)).toEqual(both)
    const { data } = await two(routes.villagePlans.days, { params, query: {} })
    const each = await Promise.all(
      both.map(async (village) => {
        const one = await seatWith(office, {
          role: 'steward',
          area: village,
          purposes: ['delivery'],
        })
        return (await one(routes.villagePlans.days, { params, query: {} })).data.length
      }),
    )
    expect(data.length).toBe(each[0]! + each[1]!)
    for (const village of both) {
      const body = { village, body: '来得太晚' }
      expect((await two(routes.plans.object, { params, body })).status).toBeLessThan(300)
    }
    const heard = await two(routes.plans.objections, { params })
    expect(heard.data.map(({ village }) => village)).toEqual(expect.arrayContaining(both))
  })
})
