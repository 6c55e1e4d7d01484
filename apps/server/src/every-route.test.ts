import { readFile } from 'node:fs/promises'
import type { OpenApiDocument } from '@kuashan/contract/openapi-examples.ts'
import { schemasOf } from '@kuashan/contract/openapi-schemas.fixture.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { allRoutes, routes } from '@kuashan/contract/routes.ts'
import type { Grant } from '@kuashan/contract/session.ts'
import { emergencyRoles, Purpose, Role } from '@kuashan/core/people/role.ts'
import { setUpCounty } from '@kuashan/store/accounts/console.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  filesForm,
  type Office,
  openOffice,
  seatWith,
} from './office.fixture.ts'
import { caseOf } from './route-cases/all-cases.fixture.ts'
import type { Seat } from './route-cases/route-case.fixture.ts'
import { area, makeWorld, village, type World } from './route-cases/world.fixture.ts'
import { inTurn } from './route-examples/record-examples.fixture.ts'
import { sendExample } from './route-examples/send-example.fixture.ts'
import { type Wire, wiredOffice } from './route-examples/wire.fixture.ts'
import { openTestProvider, type TestProvider } from './sign-in/openid.fixture.ts'

/** Every role for every purpose, over the whole county and in one township. */
const grants: readonly Grant[] = Role.options.flatMap((role) =>
  Purpose.options.flatMap((purpose) =>
    ['', area].map((where) => ({ role, area: where, purposes: [purpose] })),
  ),
)

/** Who is tried: all to whom a route of a county opens; elsewhere what is granted makes no difference. */
const askersOf = (route: Route): readonly Grant[] =>
  'county' in route.params.shape ? grants.filter((one) => opens(route, one)) : [grants[0]!]

/** What the contract says of a grant, read anew: the server has its own reading. */
function opens({ access }: Route, { role, area: where, purposes }: Grant): boolean {
  if (access.open !== 'roles') return true
  if (access.whole === true && where !== '') return false
  return [access, ...(access.also ?? [])].some(
    (way) =>
      way.roles.includes(role) &&
      (way.purpose === 'emergency' || purposes.some((purpose) => purpose === way.purpose)),
  )
}

const elsewhere = '331198000000'
let provider: TestProvider
let office: Office
let wire: Wire
let world: World
/** Somebody of the county, and somebody of another, who hold every grant there is. */
let everybody: Caller
let stranger: Caller
let nobody: Caller
beforeAll(async () => {
  provider = await openTestProvider()
  wire = wiredOffice(await openOffice(undefined, { provider: provider.settings }))
  office = wire.office
  world = await makeWorld(office, provider)
  nobody = await office.as('nobody')
  await setUpCounty(office.store, { code: elsewhere, name: '邻县' }, { login: 'a', name: 'a' })
  everybody = await seatWith(office, ...grants)
  stranger = await seatWith({ ...office, county: elsewhere }, ...grants)
}, 120_000)
afterAll(async () => {
  await office.close()
  await provider.close()
})

const seats = new Map<string, Promise<Seat>>()

async function newSeat(grant: Grant, ...also: Grant[]): Promise<Seat> {
  const call = await seatWith(office, grant, ...also)
  return { grant, call, me: (await call(routes.session.me, { params: {} })).data }
}

/** The seat of a grant; each is taken once. */
function seatOf(grant: Grant): Promise<Seat> {
  const key = JSON.stringify(grant)
  const seat = seats.get(key) ?? newSeat(grant)
  seats.set(key, seat)
  return seat
}

const callers = new Map<string, Promise<Caller>>()

/** Somebody who holds all of these and nothing else. */
function holding(held: readonly Grant[]): Promise<Caller> {
  const key = JSON.stringify(held)
  const caller = callers.get(key) ?? seatWith(office, ...held)
  callers.set(key, caller)
  return caller
}

const fillings: Readonly<Record<string, string>> = { village, table: 'settlements', language: 'zh' }

/** Every parameter filled with something of the right form that is not there. */
const paramsOf = (route: Route, county: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(route.params.shape).map((name) => [
      name,
      name === 'county' ? county : (fillings[name] ?? newId()),
    ]),
  )

const ask = async (call: Caller, route: Route, county: string): Promise<number> =>
  (await call(route, { params: paramsOf(route, county), version: '"999"' } as never)).status

const each = (of: readonly Route[]) => of.map((route) => [route.id, route] as const)
const closed = allRoutes.filter(({ access }) => access.open !== 'anybody')
const ofCounties = closed.filter((route) => 'county' in route.params.shape)
const ofRoles = closed.filter(({ access }) => access.open === 'roles')

// First, while the office is as fresh as the one that the examples were recorded in.
describe('docs/openapi.json', async () => {
  const file = new URL('../../../docs/openapi.json', import.meta.url)
  const document = JSON.parse(await readFile(file, 'utf8')) as OpenApiDocument
  const wrongAt = schemasOf(document)

  test.each(each(inTurn))('%s answers the example that it shows', async (_, route) => {
    const { promised, status, wrong } = await sendExample(route, document, wrongAt, { wire, world })
    expect([status, wrong]).toEqual([promised, []])
  })
})

describe('every route', () => {
  test.each(each(closed))('%s asks for a session', async (_, route) => {
    expect(await ask(nobody, route, office.county)).toBe(401)
  })

  test.each(each(ofCounties))('%s is shut between counties, whoever asks', async (_, route) => {
    expect(await ask(everybody, route, elsewhere)).toBe(403)
    expect(await ask(stranger, route, office.county)).toBe(403)
  })

  test.each(each(ofRoles))(
    '%s is shut to every role, purpose and area that it does not name',
    async (_, route) => {
      const others = grants.filter((grant) => !opens(route, grant))
      const open = ask(await holding(others), route, office.county)
      expect(await open).toBe(403)
    },
  )

  test.each(each(allRoutes))(
    '%s answers every role, purpose and area that it names, on real data',
    async (_, route) => {
      for (const grant of askersOf(route)) {
        const said = await caseOf(route)(world, await seatOf(grant))
        const who = JSON.stringify(grant)
        expect([who, isGood(said.status), said.code]).toEqual([who, true, undefined])
        if (route.answer.as === 'json') route.answer.schema.parse(said.data)
        if (route.versioned && route.answer.as !== 'nothing')
          expect([route.id, said.version]).toEqual([route.id, expect.stringMatching(/^".+"$/)])
      }
    },
    60_000,
  )

  test('that opens in an emergency does so to who answers for people’s safety, and to nobody else', async () => {
    const params = { county: office.county }
    const asked = {
      params,
      query: { emergency: 'yes' as const },
      body: { typed: 'lxs' },
      why: '山洪',
    }
    for (const role of Role.options) {
      const { call } = await newSeat({ role, area, purposes: ['planning'] })
      const before = await call(routes.people.search, asked)
      const body = { area, reason: '山洪，需联系独居老人', minutes: 30 }
      const declared = await call(routes.session.breakGlass, { params, body })
      const after = await call(routes.people.search, asked)
      if (!emergencyRoles.has(role)) {
        expect([before.status, declared.status, after.status]).toEqual([403, 403, 403])
        continue
      }
      expect([before.status, before.code]).toEqual([403, 'emergency-not-open'])
      expect([declared.status, after.status]).toEqual([200, 200])
      expect(after.data.people.map(({ id }) => id)).toContain(world.person)
    }
  })
})

/** A village of the other township. */
const far = '331199100201'

/** Villages that an answer names, in it or in what stands in it by its place. */
const villagesIn = (said: unknown): string[] => [
  ...new Set(JSON.stringify(said).match(/331199\d{3}(?!000)\d{3}/g)),
]

describe('somebody with one role in two areas', () => {
  const shows = ofCounties.flatMap((route) => {
    const grant = grants.find((one) => one.area === area && opens(route, one))
    const isRead = route.method === 'GET' || route === routes.people.search
    // What was found in a register names the villages outside the area of who brought it.
    if (!isRead || route === routes.people.imported) return []
    return grant && route.answer.as === 'json' ? [[route.id, route, grant] as const] : []
  })
  /** Routes of which each area alone is shown less. */
  const apart: string[] = []
  beforeAll(async () => {
    const { concerns, people, plans } = routes
    const params = { county: office.county }
    const about = {
      settlement: null,
      service: null,
      body: '路不通',
      people: 3,
      votes: 0,
      from: null,
    }
    const said = { ...about, severity: 'hardship' as const, saidOn: '2026-01-05' }
    const form = filesForm({ 'people.csv': `编号,姓名,村\nP2,蓝小水,${far}` })
    for (const one of [village, far]) {
      const { status } = await everybody(concerns.raise, {
        params,
        body: { ...said, village: one },
      })
      expect(status).toBe(200)
      const at = { ...params, plan: world.published }
      await everybody(plans.object, { params: at, body: { village: one, body: '太早' } })
    }
    const brought = { params, query: { keep: 'yes' as const }, form, why: '走访' }
    const { data } = await world.by.department(people.import, brought)
    await ended(world.by.department, office.county, data.id)
  })

  test.each(shows)('%s shows what each of them shows, together', async (_, route, grant) => {
    const there = { ...grant, area: far }
    const seats = [await newSeat(grant, there), await seatOf(grant), await seatOf(there)]
    const [both, ...each] = await Promise.all(
      seats.map(async (seat) => villagesIn((await caseOf(route)(world, seat)).data)),
    )
    expect(both!.sort()).toEqual([...new Set(each.flat())].sort())
    if (each.every((one) => one.length > 0 && one.length < both!.length)) apart.push(route.id)
  })

  test('is shown rows, people, measurements, plans, notices and concerns of either', () => {
    const { concerns, corrections, measures, people, plans, villagePlans } = routes
    const rows = [corrections.rows, people.search, measures.latest, measures.get]
    const all = [...rows, plans.get, plans.road, villagePlans.list]
    const told = [...all, concerns.list, concerns.objections].map(({ id }) => id)
    expect(apart).toEqual(told)
  })
})

const isGood = (status: number): boolean => status >= 200 && status < 300
