import type { Route } from '@kuashan/contract/route.ts'
import { allRoutes } from '@kuashan/contract/routes.ts'
import type { Role } from '@kuashan/core/people/role.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Office, openOffice } from './office.fixture.ts'

/** Seats of the office with what each is there for; every other role has no seat and no session. */
const seats: Readonly<Record<string, { role: Role; purposes: readonly string[] }>> = {
  administrator: { role: 'administrator', purposes: ['administration'] },
  planner: { role: 'planner', purposes: ['planning'] },
  leader: { role: 'leader', purposes: ['planning'] },
  department: { role: 'department', purposes: ['planning', 'delivery'] },
  auditor: { role: 'auditor', purposes: ['audit', 'planning'] },
}
const elsewhere = '331198000000'

let office: Office
const callers = new Map<string, Caller>()
beforeAll(async () => {
  office = await openOffice()
  for (const login of [...Object.keys(seats), 'nobody']) callers.set(login, await office.as(login))
}, 120_000)
afterAll(() => office.close())

/** Every parameter filled with something of the right form that is not there. */
const paramsOf = (route: Route, county: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(route.params.shape).map((name) => [
      name,
      name === 'county' ? county : name === 'village' ? '331199101201' : newId(),
    ]),
  )

const ask = async (login: string, route: Route, county: string): Promise<number> => {
  const call = callers.get(login)!
  const given = { params: paramsOf(route, county), version: '"999"' }
  return (await call(route, given as never)).status
}

const isOpen = (login: string, { access }: Route): boolean =>
  access.open !== 'roles' ||
  (access.roles.includes(seats[login]!.role) && seats[login]!.purposes.includes(access.purpose))

/** Signing out is tried by nobody: it would end the session of the tests after it. */
const tried = allRoutes.filter((route) => route.id !== 'session.end')
const closed = tried.filter((route) => route.access.open !== 'anybody')
const ofCounties = closed.filter((route) => 'county' in route.params.shape)

describe('every route', () => {
  test.each(closed.map((route) => [route.id, route] as const))(
    '%s asks for a session',
    async (_, route) => {
      expect(await ask('nobody', route, office.county)).toBe(401)
    },
  )

  test.each(ofCounties.map((route) => [route.id, route] as const))(
    '%s is shut for other counties, whoever asks',
    async (_, route) => {
      for (const login of Object.keys(seats)) expect(await ask(login, route, elsewhere)).toBe(403)
    },
  )

  test.each(ofCounties.map((route) => [route.id, route] as const))(
    '%s opens to the roles and purposes it names, and to no other',
    async (_, route) => {
      for (const login of Object.keys(seats)) {
        const status = await ask(login, route, office.county)
        if (isOpen(login, route)) expect([401, 403, 500]).not.toContain(status)
        else expect(status).toBe(403)
      }
    },
  )
})
