import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Office, openOffice } from './office.fixture.ts'

let office: Office
let administrator: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  administrator = await office.as('administrator')
}, 120_000)
afterAll(() => office.close())

const accountOf = async (login: string) => {
  const { data } = await administrator(routes.accounts.list, { params: { county } })
  return data.find((account) => account.login === login)!
}
const planning = { role: 'planner' as const, area: '', purposes: ['planning' as const] }

describe('A94: a grant with a last day', () => {
  test('holds to the end of that day, is kept with it, and is over afterwards', async () => {
    const before = await accountOf('planner')
    expect(before.grants).toEqual([{ ...planning, until: null }])
    const set = (until: string | null, version: number) =>
      administrator(routes.accounts.grant, {
        params: { county, account: before.id },
        body: [{ ...planning, until }],
        version: String(version),
      })
    const later = await set('2099-12-31', before.version)
    expect(later.data.grants).toEqual([{ ...planning, until: '2099-12-31' }])
    const planner = await office.as('planner')
    expect((await planner(routes.plans.list, { params: { county } })).status).toBe(200)
    const past = await set('2020-01-01', later.data.version)
    expect(past.data.grants).toEqual([])
    expect((await planner(routes.plans.list, { params: { county } })).status).toBe(403)
    const again = await set(null, past.data.version)
    expect(again.data.grants).toEqual([{ ...planning, until: null }])
    expect((await set(null, past.data.version)).code).toBe('store-stale')
  })

  test('administrators do not let their own office run out', async () => {
    const own = await accountOf('administrator')
    const said = await administrator(routes.accounts.grant, {
      params: { county, account: own.id },
      body: own.grants.map((grant) => ({ ...grant, until: '2099-12-31' })),
      version: String(own.version),
    })
    expect([said.status, said.code]).toEqual([403, 'account-own'])
  })
})

describe('breaking the glass', () => {
  const body = { area: '331199101', reason: '孟坑独居老人三天没有音讯', minutes: 30 }

  test('is for those who answer for people there, and an auditor looks into it afterwards', async () => {
    const department = await office.as('department')
    const opened = await department(routes.session.breakGlass, { params: { county }, body })
    expect(opened.status).toBe(200)
    const planner = await office.as('planner')
    const refused = await planner(routes.session.breakGlass, { params: { county }, body })
    expect(refused.status).toBe(403)
    const auditor = await office.as('auditor')
    const waiting = await auditor(routes.audit.emergencies, { params: { county } })
    expect(waiting.data).toMatchObject([{ area: body.area, reason: body.reason }])
    const review = { params: { county, emergency: waiting.data[0]!.id }, body: { review: '属实' } }
    expect((await auditor(routes.audit.review, review)).status).toBe(204)
    expect((await auditor(routes.audit.emergencies, { params: { county } })).data).toEqual([])
  })
})
