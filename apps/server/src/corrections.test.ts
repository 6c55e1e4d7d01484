import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Office, openOffice } from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const row = '331199100201-01'
const params = () => ({ county, table: 'settlements' as const, row })
const edit = (field: string, value: never, version: string) =>
  planner(routes.corrections.edit, {
    params: params(),
    body: { field, value, reason: '实地核对' },
    version,
  })

describe('a correction', () => {
  test('shows in the data with who and why; the second of two editors is refused; it can be undone', async () => {
    const first = await planner(routes.corrections.row, { params: params() })
    expect(first).toMatchObject({ version: '"0"', data: { row: { version: 0 }, changes: [] } })
    const script = `<script>alert(1)</script>' OR '1'='1`
    const done = await edit('name', script as never, first.version)
    expect(done).toMatchObject({ status: 200, version: '"1"' })
    const change = { field: 'name', before: '东一湾', after: script, reason: '实地核对' }
    expect(done.data.changes).toMatchObject([{ ...change, version: 1 }])
    const late = await edit('name', '乙' as never, first.version)
    expect(late).toMatchObject({ status: 412, code: 'store-stale' })
    const placeOf = async () =>
      (await planner(routes.territory.places, { params: { county } })).data.settlements.find(
        ({ id }) => id === row,
      )
    expect(await placeOf()).toMatchObject({ name: script })
    const undone = await planner(routes.corrections.undo, {
      params: params(),
      body: { change: 1, reason: '看错了' },
      version: done.version,
    })
    expect(undone.data.row).toMatchObject({ version: 2, value: { name: '东一湾' } })
    expect(undone.data.changes).toHaveLength(2)
    expect(await placeOf()).toMatchObject({ name: '东一湾' })
  })

  test('leaves places to be sent as the contract reads them, and shows at once in what the county counts', async () => {
    const of = { params: { county } }
    const { bytes, data } = await planner(routes.territory.places, of)
    const read = JSON.stringify(routes.territory.places.answer.schema.parse(data))
    expect(bytes.toString()).toBe(read)
    const before = await planner(routes.counties.get, of)
    const { version, data: one } = await planner(routes.corrections.row, { params: params() })
    const permanent = one.row.value.permanent as { total: number }
    const more = { ...permanent, total: permanent.total + 7 }
    expect((await edit('permanent', more as never, version)).status).toBe(200)
    const after = await planner(routes.counties.get, of)
    expect([after.data.people, after.version]).toEqual([before.data.people + 7, before.version])
    const places = await planner(routes.territory.places, of)
    const changed = places.data.settlements.filter((s, k) => {
      return JSON.stringify(s) !== JSON.stringify(data.settlements[k])
    })
    expect(changed.map(({ id }) => id)).toEqual([row])
  })

  test('can give a value that was not there, and take it away again', async () => {
    const { version, data } = await planner(routes.corrections.row, { params: params() })
    expect(data.row.value.elevationM).toBe(300)
    const without = await edit('elevationM', null as never, version)
    expect(without.data.row.value.elevationM ?? null).toBeNull()
    const { version: number } = without.data.row
    const back = await planner(routes.corrections.undo, {
      params: params(),
      body: { change: number, reason: '补回' },
      version: without.version,
    })
    expect(back.data.row.value.elevationM).toBe(300)
  })

  test('must leave a row that the core takes', async () => {
    const { version } = await planner(routes.corrections.row, { params: params() })
    const unknown = await edit('lng', 5 as never, version)
    expect(unknown).toMatchObject({ status: 422, code: 'store-value-not-possible' })
    const wrong = await edit('permanent', { total: -1 } as never, version)
    expect(wrong).toMatchObject({ status: 422, code: 'store-value-not-possible' })
  })

  test('keeps the birth years of staff out of sight', async () => {
    const staff = { county, table: 'staff' as const }
    const { data } = await planner(routes.corrections.rows, { params: staff })
    expect(data.length).toBeGreaterThan(0)
    expect(data.filter(({ value }) => 'birthYear' in value)).toEqual([])
  })
})

describe('standards', () => {
  test('are adopted as a revision: the floor moves, a stale list is refused, errors are told', async () => {
    const before = await planner(routes.catalogue.get, { params: { county } })
    const { adopted } = before.data
    const visits = (floors: typeof before.data.floors) =>
      floors.find((f) => f.service === 'MED-01' && f.metric === 'minVisitsPerVillageYear')!.value
    expect(visits(before.data.floors)).toBe(24)
    const raised = adopted.map((s) =>
      s.metric === 'minVisitsPerVillageYear' && s.service === 'MED-01' ? { ...s, value: 26 } : s,
    )
    const adopt = (standards: typeof adopted, version: string) =>
      planner(routes.catalogue.adopt, {
        params: { county },
        body: { standards, reason: '县政府第 3 号文' },
        version,
      })
    const done = await adopt(raised, before.version)
    expect(done).toMatchObject({ status: 200 })
    expect(visits(done.data.floors)).toBe(26)
    expect(await adopt(adopted, before.version)).toMatchObject({ status: 412, code: 'store-stale' })
    const unknown = [...raised, { ...raised[0]!, service: 'XXX-99' }]
    expect(await adopt(unknown, done.version)).toMatchObject({ code: 'standard-unknown-service' })
    const { data: imports } = await planner(routes.counties.imports, { params: { county } })
    expect(imports[0]).toMatchObject({
      state: 'accepted',
      source: 'standards.yaml: 县政府第 3 号文',
    })
    const whole = await planner(routes.counties.get, { params: { county } })
    expect(whole.data.revision).toBe(imports[0]!.id)
    const { data: made } = await planner(routes.counties.import, {
      params: { county, import: imports[0]!.id },
    })
    expect(made.changes.map(({ table }) => table)).toEqual(['standards'])
  })
})
