import { gunzipSync } from 'node:zlib'
import { json, type Route, route } from '@kuashan/contract/route.ts'
import { grantRole } from '@kuashan/store/accounts/accounts.ts'
import { setUpCounty } from '@kuashan/store/accounts/console.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { signIn } from '@kuashan/store/accounts/sign-in.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import { type TestStore, testStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Handler } from './handler.ts'
import { KeptAnswers } from './kept-answers.ts'
import { makeApp } from './make-app.ts'
import { cookieName } from './send-answer.ts'
import { serveRoute } from './serve-route.ts'

const county = '331199000000'
let store: TestStore
let token: string

beforeAll(async () => {
  store = await testStore()
  const password = 'a long one, over the pass'
  const login = { login: 'lan', name: '蓝' }
  const link = await setUpCounty(store, { code: county, name: '云岫县' }, login)
  await useLink(store, link, password, Date.now())
  await store.as(ownCaller(county, 'console'), async (access) => {
    const { account } = await access.db
      .selectFrom('account')
      .select('account')
      .executeTakeFirstOrThrow()
    await grantRole(access, account, { role: 'planner', area: '', purposes: ['planning'] })
  })
  token = await signIn(store, { county, login: 'lan', password }, Date.now())
})
afterAll(() => store.remove())

const note = {
  method: 'PUT',
  path: '/api/counties/{county}/note',
  what: { zh: '记', en: 'Note' },
  params: z.strictObject({ county: z.string() }),
  body: json(z.strictObject({ text: z.string().max(10) })),
  answer: json(z.object({ text: z.string() })),
} as const

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function serving<R extends Route>(served: R, handler: Handler<R>) {
  const app = await makeApp({ log: false })
  apps.push(app)
  serveRoute(app, served, handler, {
    store,
    now: Date.now,
    perMinute: 100,
    kept: new KeptAnswers(),
  })
  return (call: {
    body?: unknown
    county?: string
    token?: string | null
    headers?: Record<string, string>
  }) =>
    app.inject({
      method: served.method,
      url: served.path.replace('{county}', call.county ?? county),
      headers: call.headers ?? {},
      ...(call.token === null ? {} : { cookies: { [cookieName]: call.token ?? token } }),
      ...(call.body === undefined ? {} : { payload: call.body as object }),
    })
}

const byPlanners = route({
  ...note,
  id: 'notes.put',
  access: { open: 'roles', roles: ['planner'], purpose: 'planning' },
  versioned: true,
})
const echo: Handler<typeof byPlanners> = async ({ body, version }) => ({
  data: body,
  version: Number(version) + 1,
})
const ifMatch = { 'if-match': '"3"' }

describe('a route', () => {
  test('answers its caller, with the new version', async () => {
    const call = await serving(byPlanners, echo)
    const answer = await call({ body: { text: '山' }, headers: ifMatch })
    expect([answer.statusCode, answer.json(), answer.headers.etag]).toEqual([
      200,
      { text: '山' },
      '"4"',
    ])
  })

  test.each([
    ['nobody', { token: null }, 401, 'not-signed-in'],
    ['a session that never was', { token: 'old' }, 401, 'session-over'],
    ['another county', { county: '331126000000' }, 403, 'not-allowed'],
    ['a write that names no version', { headers: {} }, 428, 'version-missing'],
    ['an unknown field', { body: { text: '山', admin: true } }, 400, 'call-field-unknown'],
    ['a wrong type', { body: { text: 5 } }, 400, 'call-malformed'],
    ['too long a text', { body: { text: 'x'.repeat(11) } }, 400, 'call-malformed'],
    ['too much', { body: { text: 'x'.repeat(5 * 1024 * 1024) } }, 413, 'call-too-large'],
  ])('refuses %s with a code and a remedy', async (_, given, status, code) => {
    const call = await serving(byPlanners, echo)
    const answer = await call({ body: { text: '山' }, headers: ifMatch, ...given })
    expect([answer.statusCode, answer.json().findings[0].code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().findings[0].remedy.zh).not.toBe('')
  })

  test('refuses a role that it does not name', async () => {
    const byAuditors = route({
      ...note,
      id: 'notes.audit',
      access: { open: 'roles', roles: ['auditor'], purpose: 'audit' },
    })
    const call = await serving(byAuditors, async ({ body }) => ({ data: body }))
    expect((await call({ body: { text: '山' } })).statusCode).toBe(403)
  })

  test('takes files up to its limits, all of them counted together', async () => {
    const taking = route({
      id: 'notes.files',
      method: 'POST',
      path: note.path,
      what: note.what,
      params: note.params,
      body: { as: 'files', mostBytes: 1000, mostFiles: 2 },
      answer: note.answer,
      access: { open: 'signed-in' },
    })
    const call = await serving(taking, async ({ files }) => ({
      data: { text: files.map(({ name, bytes }) => `${name} ${bytes.length}`).join() },
    }))
    const send = async (...sizes: number[]) => {
      const form = new FormData()
      for (const size of sizes) form.append('f', new Blob([new Uint8Array(size)]), '../a\\b.csv')
      const answer = await call({ body: form })
      return [answer.statusCode, answer.json().text ?? answer.json().findings[0].code]
    }
    expect(await send(600, 400)).toEqual([200, 'b.csv 600,b.csv 400'])
    expect(await send(600, 401)).toEqual([413, 'call-too-large'])
    expect(await send(1001)).toEqual([413, 'call-too-large'])
    expect(await send(1, 1, 1)).toEqual([413, 'call-too-large'])
    expect((await call({ body: { text: 'x' } })).json().findings[0].code).toBe('call-malformed')
  })

  test('says nothing of a fault but its number', async () => {
    const call = await serving(byPlanners, async () => {
      throw new Error('secret detail of the database')
    })
    const answer = await call({ body: { text: '山' }, headers: ifMatch })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
    expect(answer.json().findings[0].facts.call).toBe(answer.json().call)
  })

  test('is answered by 304 where nothing has changed', async () => {
    const read = route({
      id: 'notes.get',
      method: 'GET',
      path: note.path,
      what: note.what,
      params: note.params,
      answer: note.answer,
      access: { open: 'signed-in' },
      versioned: true,
    })
    const call = await serving(read, async () => ({ data: { text: '山' }, version: 7 }))
    expect((await call({})).statusCode).toBe(200)
    expect((await call({ headers: { 'if-none-match': '"7"' } })).statusCode).toBe(304)
    const altering = await serving(read, async () => ({
      data: { text: '山' },
      version: 7,
      alters: true as const,
    }))
    const again = await altering({ headers: { 'if-none-match': '"7"' } })
    expect(again).toMatchObject({ statusCode: 200, headers: { etag: '"7"' } })
  })

  test('answers packed where that is taken, and writes an answer of one name once', async () => {
    let made = 0
    const read = route({
      id: 'notes.long',
      method: 'GET',
      path: note.path,
      what: note.what,
      params: note.params,
      answer: note.answer,
      access: { open: 'signed-in' },
    })
    const call = await serving(read, async () => ({
      make: () => ({ text: `${made++} ${'山'.repeat(1000)}` }),
      same: 'one',
    }))
    const [plain, at] = (await Promise.all([call({}), call({})])).map((answer) => answer.json())
    expect(at).toEqual(plain)
    const packed = await call({ headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(packed.rawPayload.length).toBeLessThan(200)
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain)
    expect([plain.text.slice(0, 2), made]).toEqual(['0 ', 1])
    const has = { 'if-none-match': String(packed.headers.etag) }
    const again = await call({ headers: has })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await call({ headers: { 'if-none-match': '"another"' } })).statusCode).toBe(200)
  })

  test('is limited in calls a minute', async () => {
    const seldom = route({
      ...note,
      id: 'notes.seldom',
      access: { open: 'signed-in' },
      perMinute: 2,
    })
    const call = await serving(seldom, async ({ body }) => ({ data: body }))
    const answers = []
    for (let k = 0; k < 3; k++) answers.push(await call({ body: { text: '山' } }))
    expect(answers.map((a) => a.statusCode)).toEqual([200, 200, 429])
    expect(answers[2]!.json().findings[0].code).toBe('too-many-calls')
  })
})
