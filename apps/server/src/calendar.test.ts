import { routes } from '@kuashan/contract/routes.ts'
import type { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, filesForm, type Office, openOffice } from './office.fixture.ts'

let office: Office
let department: Caller
let leader: Caller
let params: { county: string }
beforeAll(async () => {
  office = await openOffice()
  params = { county: office.county }
  department = await office.as('department')
  leader = await office.as('leader')
}, 120_000)
afterAll(() => office.close())

const event = {
  department: 'cultureSports',
  village: '331199100201',
  date: '2026-03-02',
  purpose: '送戏下乡',
} as DepartmentEvent

describe('A93: one calendar for all departments', () => {
  test('A93: what one department enters all see; twice the same is refused; it is agreed on or cancelled', async () => {
    const { data } = await department(routes.calendar.enter, { params, body: event })
    expect((await leader(routes.calendar.list, { params })).data).toMatchObject([
      { ...event, state: 'planned', note: '' },
    ])
    const again = await department(routes.calendar.enter, { params, body: event })
    expect(again).toMatchObject({ status: 409, code: 'store-already-there' })
    const { id, version, ...entry } = data[0]!
    const kept = { params: { ...params, event: id }, version: String(version) }
    const body = { ...entry, state: 'joint' as const, note: '和巡诊车同一天' }
    const saved = await department(routes.calendar.save, { ...kept, body })
    expect(saved.data).toMatchObject({ state: 'joint', note: '和巡诊车同一天', version: 2 })
    expect(await department(routes.calendar.save, { ...kept, body })).toMatchObject({
      code: 'store-stale',
    })
    expect((await leader(routes.calendar.enter, { params, body: event })).status).toBe(403)
  })

  test('A93: a table comes in whole or not at all, and a second time adds nothing', async () => {
    const send = async (text: string) => {
      const form = filesForm({ 'calendar.csv': text })
      return (await department(routes.calendar.import, { params, form })).data
    }
    const good =
      '部门,村,日期,事项\n教育,331199100201,2026-04-01,家访\n养老,331199100201,2026-04-02,体检\n'
    const bad = await send(`${good}天文局,331199100201,2026-04-02,观星\n`)
    expect(bad).toMatchObject({ kept: false, added: 0, findings: [{ code: 'cell-not-a-choice' }] })
    expect(await send(good)).toMatchObject({ kept: true, added: 2, rows: 2 })
    expect(await send(good)).toMatchObject({ kept: true, added: 0, rows: 2 })
    expect((await leader(routes.calendar.list, { params })).data).toHaveLength(3)
  })
})
