import { routes } from '@kuashan/contract/routes.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import type { SharedResource } from '@kuashan/core/resources/pool/shared-resource.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from './county/county-day.ts'
import { type Caller, type Office, openOffice } from './office.fixture.ts'

let office: Office
let department: Caller
let planner: Caller
let params: { county: string }
beforeAll(async () => {
  office = await openOffice()
  params = { county: office.county }
  department = await office.as('department')
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const soon = addDays(dayOf(Date.now()), 30)
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1020 }))
const scanner = {
  kind: 'device',
  name: '便携超声',
  owner: '邻县医院',
  place: '331198101000',
  skills: ['超声'],
  hours: everyDay,
  reach: 'neighbours',
  pricePerHourFen: 12_000,
  noticeDays: 3,
} as SharedResource
const need = {
  kind: 'device' as const,
  skills: ['超声'],
  place: '331199100201',
  unit: '汇谷镇卫生院',
  date: soon,
  from: 540,
  to: 660,
}
const monthOf = (day: string) => day.slice(0, 7)

describe('the register of shared resources (A11)', () => {
  test('A11: a neighbour’s device is found, booked by one of twenty who ask at once, given back and settled', async () => {
    const entered = await department(routes.pool.enter, { params, body: scanner })
    const found = await planner(routes.pool.match, { params, body: need })
    expect(found.data).toMatchObject({
      matches: [{ resource: { id: entered.data.id }, distance: 'neighbours', priceFen: 24_000 }],
      missed: {},
    })
    const body = { resource: entered.data.id, need, purpose: '体检' }
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, k) =>
        (k % 2 ? department : planner)(routes.pool.book, { params, body }),
      ),
    )
    const [made, ...others] = all.toSorted((a, b) => a.status - b.status)
    expect(made!.status).toBe(200)
    for (const other of others)
      expect(other).toMatchObject({ status: 409, code: 'resource-booked' })
    const taken = await planner(routes.pool.match, { params, body: need })
    expect(taken.data).toEqual({ matches: [], missed: { booked: 1 } })
    const month = { params, query: { month: monthOf(soon) } }
    const settled = await planner(routes.pool.settlement, month)
    expect(settled.data).toEqual({
      lines: [{ borrower: '汇谷镇卫生院', owner: '邻县医院', hours: 2, fen: 24_000 }],
      balances: expect.arrayContaining([
        { unit: '汇谷镇卫生院', fen: -24_000 },
        { unit: '邻县医院', fen: 24_000 },
      ]),
    })
    const key = { params: { ...params, booking: made!.data.id }, version: '1' }
    expect((await department(routes.pool.cancel, key)).data.state).toBe('cancelled')
    expect((await planner(routes.pool.settlement, month)).data.lines).toEqual([])
    expect((await planner(routes.pool.book, { params, body })).status).toBe(200)
  })

  test('A11: what is not lent so far, not free or asked for too late is refused with its reason', async () => {
    const near = { ...scanner, name: '近处的', reach: 'county' as const }
    const { data, version } = await department(routes.pool.enter, { params, body: near })
    const book = (some: object) =>
      planner(routes.pool.book, {
        params,
        body: { resource: data.id, need: { ...need, ...some }, purpose: 'x' },
      })
    expect(await book({})).toMatchObject({ status: 422, code: 'resource-not-lent' })
    const kept = { params: { ...params, resource: data.id }, version: version || '1' }
    await department(routes.pool.save, { ...kept, body: { ...near, reach: 'neighbours' } })
    expect(await book({ from: 60, to: 120 })).toMatchObject({ code: 'resource-not-free' })
    const tomorrow = addDays(dayOf(Date.now()), 1)
    expect(await book({ date: tomorrow })).toMatchObject({ code: 'resource-notice' })
  })

  test('A93: posts, vehicles and rooms of the county’s data come into the same register, each once', async () => {
    const { data } = await department(routes.pool.takeOver, { params })
    expect(data.added).toBeGreaterThan(5)
    expect((await department(routes.pool.takeOver, { params })).data).toEqual({ added: 0 })
    const kinds = (await planner(routes.pool.resources, { params })).data.map(({ kind }) => kind)
    expect([...new Set(kinds)].sort()).toEqual(['device', 'post', 'room', 'vehicle'])
  })
})
