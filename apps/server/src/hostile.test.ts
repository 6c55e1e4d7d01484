import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { PlanFile as PlanFiles } from '@kuashan/contract/plan-files.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { allRoutes, routes } from '@kuashan/contract/routes.ts'
import { unpackArchive } from '@kuashan/engine/files/archive.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  type Office,
  openOffice,
  passwordOf,
  takeFile,
} from './office.fixture.ts'
import { sampleBody } from './sample-body.fixture.ts'
import { cookieName } from './serve/send-answer.ts'

let office: Office
let planner: Caller
let county: string
let plan: string
let scenario: string
const tokens = new Map<string, string>()
const logins = ['planner', 'leader', 'department', 'auditor', 'administrator']

beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  for (const login of logins) {
    const payload = { county, login, password: passwordOf(login) }
    const signedIn = await office.app.inject({
      method: 'POST',
      url: routes.session.start.path,
      payload,
    })
    tokens.set(login, signedIn.cookies[0]!.value)
  }
  const body = { name: '方案', mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  plan = (await ended(planner, county, data.id)).result!
  const made = await planner(routes.scenarios.create, {
    params: { county },
    body: { name: '情景', changes: [] },
  })
  scenario = made.data.id
}, 120_000)
afterAll(() => office.close())

const known = (name: string): string =>
  ({
    county,
    plan,
    scenario,
    village: '331199101201',
    table: 'settlements',
    row: '331199100201-01',
    language: 'zh',
  })[name] ?? newId()

/** Sends a text as the body of a route, as somebody who may call it. */
async function send(route: Route, payload: string) {
  const { access } = route
  const login =
    access.open === 'roles' ? logins.find((l) => access.roles.includes(l as never)) : 'planner'
  const response = await office.app.inject({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, (_, name: string) => known(name)),
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    cookies: { [cookieName]: tokens.get(login!)! },
    payload,
  })
  const findings: { code: string }[] = response.statusCode >= 400 ? response.json().findings : []
  return { status: response.statusCode, codes: findings.map(({ code }) => code) }
}

/** The same body with a field nobody knows, in each of its objects in turn; one that may hold any fields is a sample without. */
function withUnknownFields(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.entries(value).flatMap(([key, part]) =>
    withUnknownFields(part).map((changed) =>
      Array.isArray(value)
        ? value.with(Number(key), changed)
        : { ...(value as object), [key]: changed },
    ),
  )
  return Array.isArray(value) || Object.keys(value).length === 0
    ? inside
    : [{ ...value, admin: true }, ...inside]
}

/** Signing out would end the session of the calls after it. */
const taking = allRoutes
  .filter((route) => route.body.as === 'json' && route.id !== 'session.end')
  .map((route) => [route.id, route] as const)

const script = `"><script>alert(1)</script>`
const texts = [
  `'; DROP TABLE kuashan.plan; --${script}`,
  `=HYPERLINK("http://evil.example","x")`,
  '../../../etc/passwd',
  '{{constructor.constructor("return process")()}}',
  '坑\u0000',
  '\ud800',
  '\u202e\u2028\r\nBEGIN:VEVENT',
]

describe.each(taking)('%s', (_, route) => {
  test('takes or refuses hostile texts, and never breaks', async () => {
    for (const text of texts) {
      const { status, codes } = await send(route, JSON.stringify(sampleBody(route, text)))
      expect({ text, codes, broken: status >= 500 }).toEqual({ text, codes, broken: false })
    }
  })

  test('refuses what is not of its form, with a code', async () => {
    const bad: [payload: string, status: number, code: string][] = [
      ...withUnknownFields(sampleBody(route, '山')).map((body): [string, number, string] => [
        JSON.stringify(body),
        400,
        'call-',
      ]),
      ['5', 400, 'call-malformed'],
      ['null', 400, 'call-malformed'],
      ['{"a":', 400, 'call-malformed'],
      ['', 400, 'call-malformed'],
      [`{"__proto__":{"admin":true}}`, 400, 'call-malformed'],
      ['['.repeat(200_000), 400, 'call-malformed'],
      [`"${'x'.repeat(5 * 1024 * 1024)}"`, 413, 'call-too-large'],
    ]
    for (const [payload, status, code] of bad) {
      const answer = await send(route, payload)
      // Routes that guess at passwords are refused much sooner.
      if (route.perMinute !== undefined && answer.status === 429) continue
      const [start, first] = [payload.slice(0, 200), answer.codes[0]?.slice(0, code.length)]
      expect([start, answer.status, first]).toEqual([start, status, code])
    }
  })
})

describe('an address', () => {
  test.each(["' OR 1=1 --", '../plans', '%00', '..%2f..', '\ud83d', 'x'.repeat(300)])(
    'with %j in it is answered by a code',
    async (text) => {
      const address = `/api/counties/${county}/plans/${encodeURIComponent(text.toWellFormed())}`
      for (const url of [
        address,
        `${address}/notices/${encodeURIComponent(text.toWellFormed())}/zh`,
      ]) {
        const response = await office.app.inject({
          url,
          cookies: { [cookieName]: tokens.get('planner')! },
        })
        expect([400, 404, 414]).toContain(response.statusCode)
        expect(response.json().findings[0].code).toMatch(/^call-/)
      }
    },
  )
})

describe('texts of people', () => {
  const formula = `=HYPERLINK("http://evil.example","点")`
  const name = `${formula}${script}`

  test('go into pages escaped, into workbooks as texts, into calendars on their line', async () => {
    const { data } = await planner(routes.plans.get, { params: { county, plan }, query: {} })
    const row = data.plan.assignments.find(({ mode }) => mode === 'vehicle')!.settlement
    const params = { county, table: 'settlements' as const, row }
    const { version } = await planner(routes.corrections.row, { params })
    const changed = await planner(routes.corrections.edit, {
      params,
      body: { field: 'name', value: `${name}\r\nBEGIN:VEVENT` as never, reason: script },
      version,
    })
    expect(changed.status).toBe(200)
    const take = async (file: PlanFile) => {
      const said = await takeFile(planner, county, plan, file)
      expect([file, said.status]).toEqual([file, 200])
      return said.bytes
    }
    for (const file of PlanFiles.options) {
      const bytes = await take(file)
      const text = bytes.toString()
      if (file.endsWith('.html')) expect(text.includes('<script>alert')).toBe(false)
      // Pages in English show the other name, which is as it was.
      if (file === 'report.zh.html') expect(text.includes('HYPERLINK')).toBe(true)
      if (file.endsWith('.xlsx')) {
        const parts = unpackArchive(bytes).files.map((f) => Buffer.from(f.bytes).toString())
        expect(parts.filter((part) => part.includes('<f>'))).toEqual([])
        expect(parts.some((part) => part.includes('HYPERLINK'))).toBe(file.includes('.zh.'))
      }
      if (file.endsWith('.zip'))
        for (const feed of unpackArchive(bytes).files) {
          const lines = Buffer.from(feed.bytes).toString().split('\r\n')
          const begun = lines.filter((line) => line === 'BEGIN:VEVENT').length
          expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(begun)
        }
    }
    const notice = await planner(routes.planFiles.notice, {
      params: { county, plan, village: row.slice(0, 12), language: 'zh' },
    })
    expect(notice.status).toBe(200)
    expect(notice.bytes.toString()).not.toContain('<script>alert')
  })
})
