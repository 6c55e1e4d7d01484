import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from '../office.fixture.ts'
import { loggable } from '../serve/loggable.ts'
import { makeApp } from '../serve/make-app.ts'
import { serveMeters } from './serve-meters.ts'

const name = '蓝小山'
const number = '331199195203150015'
const lines: string[] = []

let office: Office
let planner: Caller
beforeAll(async () => {
  office = await openOffice(undefined, { log: { write: (line) => lines.push(line) } })
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const figures = async (headers: Record<string, string> = {}) =>
  office.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress: '127.0.0.1' })

/** Calls that carry a name and a number wherever one can be put: address, query, body, header; fitting and not. */
async function callsWithAPerson(): Promise<number[]> {
  const department = await office.as('department')
  const { county } = office
  const path = `/api/counties/${county}/people`
  const zh = encodeURIComponent(name)
  const sent = [
    { method: 'GET', url: `${path}/${number}?name=${zh}` },
    { method: 'GET', url: `/api/${zh}/${number}` },
    { method: 'GET', url: `/${zh}/${number}.html` },
    { method: 'POST', url: `${path}/search`, payload: `{"typed": "${name} ${number}` },
    { method: 'POST', url: routes.session.start.path, payload: { login: name, password: number } },
    {
      method: 'POST',
      url: routes.session.start.path,
      payload: { county, login: name, password: number },
    },
  ] as const
  const headers = { 'content-type': 'application/json', 'user-agent': `${number}` }
  const statuses: number[] = []
  for (const call of sent)
    statuses.push((await office.app.inject({ ...call, headers } as never)).statusCode)
  const search = {
    params: { county },
    query: {},
    body: { typed: name },
    why: `找 ${name} ${number}`,
  }
  statuses.push((await department(routes.people.search, search)).status)
  return statuses
}

describe('the figures of a server', () => {
  test('count calls by route and status, jobs by kind, and the connections of the pool', async () => {
    const { county } = office
    await planner(routes.plans.list, { params: { county } })
    const { data } = await planner(routes.measures.start, { params: { county } })
    await ended(planner, county, data.id)
    const text = (await figures()).body
    expect(text).toMatch(
      /http_server_request_duration_count\{.*http_route="\/api\/counties\/:county\/plans".*status_code="200".*\} 1\n/,
    )
    expect(text).toMatch(/kuashan_job_duration_count\{kind="measure",end="done"\} 1\n/)
    expect(text).toMatch(/kuashan_jobs\{kind="plan",state="waiting"\} 0\n/)
    expect(text).toMatch(/db_client_connection_count\{db_client_connection_state="idle"\} \d+\n/)
  })

  test('are for this machine alone, and not through a proxy on it', async () => {
    const elsewhere = await office.app.inject({
      method: 'GET',
      url: '/metrics',
      remoteAddress: '10.0.0.7',
    })
    expect(elsewhere.statusCode).toBe(404)
    expect((await figures({ 'x-forwarded-for': '10.0.0.7' })).statusCode).toBe(404)
  })
})

test('with a token the figures are for whoever bears it, from anywhere', async () => {
  const app = await makeApp({ log: false })
  const { connections } = office.store
  serveMeters(
    app,
    {
      called: () => {},
      worked: () => {},
      text: async () => `${connections().idle}`,
      close: async () => {},
    },
    'a token',
  )
  const from = async (remoteAddress: string, authorization: string) =>
    (
      await app.inject({
        method: 'GET',
        url: '/metrics',
        remoteAddress,
        headers: { authorization },
      })
    ).statusCode
  expect(await from('10.0.0.7', 'Bearer a token')).toBe(200)
  expect(await from('127.0.0.1', 'Bearer a tokem')).toBe(404)
  expect(await from('127.0.0.1', '')).toBe(404)
  await app.close()
})

test('neither log nor figures name a person, whatever was sent', async () => {
  expect(await callsWithAPerson()).toEqual([401, 404, 404, 400, 400, 401, 200])
  const log = lines.join('')
  expect(log.split('\n').length).toBeGreaterThan(10)
  expect(log).toContain('/api/counties/:county/people/search')
  for (const text of [log, (await figures()).body])
    for (const secret of [name, encodeURIComponent(name), number])
      expect(text).not.toContain(secret)
}, 60_000)

test('of a fault the log says what and where, not what its message quotes', () => {
  const fault = Object.assign(new Error(`duplicate ${name}`, { cause: new TypeError(number) }), {
    code: '23505',
    detail: `Key (name)=(${name}) already exists`,
  })
  const logged = JSON.stringify(loggable.err(fault))
  expect(logged).toContain('23505')
  expect(logged).toContain('meters.test.ts')
  expect(logged).toContain('TypeError')
  for (const secret of [name, number]) expect(logged).not.toContain(secret)
})
