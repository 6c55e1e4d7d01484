import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { unpackArchive } from '@kuashan/engine/files/archive.ts'
import { zipOf } from '@kuashan/engine/files/zip.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { testStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpEmptyOffice } from './county/set-up-office.ts'
import { type Caller, ended, example, filesForm, passwordOf, signedIn } from './office.fixture.ts'
import { openServer } from './open-server.ts'

const county = '331199000000'
const params = { county }
const store = await testStore()
const app = await openServer({ store, cache: `${store.folder}/cache` })
let planner: Caller

beforeAll(async () => {
  const { seats } = await setUpEmptyOffice(store, { code: county, name: '三谷县' })
  const { login, token } = seats.find(({ role }) => role === 'planner')!
  await useLink(store, token, passwordOf(login), Date.now())
  planner = await signedIn(
    async ({ method, url, headers, body }) => {
      const payload = body === undefined ? {} : { payload: body }
      const answer = await app.inject({ method, url, headers, ...payload })
      const header = (name: string) => String(answer.headers[name] ?? '')
      return { status: answer.statusCode, header, bytes: answer.rawPayload }
    },
    county,
    login,
  )
}, 120_000)
afterAll(async () => {
  await app.close()
  await store.remove()
})

const exampleFiles = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('.kuashan'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: relative(example, path), text: new Uint8Array(readFileSync(path)) }))

async function imported(job: string): Promise<string> {
  const { state, result } = await ended(planner, county, job)
  expect(state).toBe('done')
  return result!
}

async function accept(id: string): Promise<void> {
  const { version } = await planner(routes.counties.get, { params })
  const accepted = await planner(routes.counties.accept, {
    params: { county, import: id },
    version,
  })
  expect(accepted).toMatchObject({ status: 200, data: { state: 'accepted' } })
}

describe('a county without data', () => {
  test('says that it has none, and hands out a start package with its own code and name', async () => {
    const { status, data } = await planner(routes.counties.get, { params })
    expect(status).toBe(200)
    expect(data).toMatchObject({ settings: null, revision: null, people: 0, counts: {} })
    for (const form of ['csv', 'xlsx'] as const) {
      const query = { form, year: 2027, coordinates: 'CGCS2000' as const }
      const taken = await planner(routes.counties.template, { params, query })
      expect(taken).toMatchObject({ status: 200, type: 'application/zip' })
      const files = new Map(unpackArchive(taken.bytes).files.map((f) => [f.path, f.bytes]))
      expect([...files.keys()]).toContain(form === 'csv' ? 'today/rotas.csv' : 'tables.xlsx')
      const settings = new TextDecoder().decode(files.get('county.yaml'))
      expect(settings).toContain(`code: "${county}"`)
      expect(settings).toContain('name: "三谷县"')
      expect(settings).toContain('coordinates: CGCS2000')
      expect(settings).toContain('to: 2027-12-31')
    }
    const none = await planner(routes.counties.changeSettings, { params, body: { name: 'x' } })
    expect(none).toMatchObject({ status: 404 })
  })

  test('has data as soon as a first folder is accepted', async () => {
    const form = filesForm({ 'county.zip': zipOf(exampleFiles) })
    const sent = await planner(routes.counties.upload, { params, form })
    await accept(await imported(sent.data.id))
    const { data } = await planner(routes.counties.get, { params })
    expect(data.counts).toMatchObject({ settlements: 14 })
    expect(data.settings?.asOf).toBe('2026-01-01')
  })

  test('changes its year by an import that is accepted like any other, and nothing else with it', async () => {
    const before = (await planner(routes.counties.get, { params })).data
    const [asOf, to] = ['2027-01-01', '2027-12-31'] as PlainDate[]
    const body = { asOf: asOf!, from: asOf!, to: to!, nameEn: 'Three Valleys' }
    const asked = await planner(routes.counties.changeSettings, { params, body })
    const id = await imported(asked.data.id)
    expect((await planner(routes.counties.get, { params })).data.settings).toEqual(before.settings)
    await accept(id)
    const after = (await planner(routes.counties.get, { params })).data
    expect(after.settings).toEqual({
      ...before.settings,
      asOf,
      horizon: { from: asOf, to },
      nameEn: 'Three Valleys',
    })
    expect(after.counts).toEqual(before.counts)
    expect(after.people).toBe(before.people)
  })
})
