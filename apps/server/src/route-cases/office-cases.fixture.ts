import { routes } from '@kuashan/contract/routes.ts'
import { type Caller, ended, filesForm, seatWith } from '../office.fixture.ts'
import { type RouteCase, unique } from './route-case.fixture.ts'
import { area, at, freshAccount, freshEmergency, village, type World } from './world.fixture.ts'

const grant = { role: 'crew', area, purposes: ['delivery'] } as const
const held = [{ role: 'crew' as const, area, purposes: ['delivery' as const], until: null }]
const why = '走访'
const somebody = (w: World) => seatWith(w.office, { ...grant, purposes: ['delivery'] })

/** Leaves for the provider; gives what the browser then holds. */
async function left({ office, county }: World) {
  const response = await office.app.inject({
    method: 'POST',
    url: routes.session.leave.path,
    payload: { county },
  })
  return { status: response.statusCode, flow: response.cookies[0]!.value, data: response.json() }
}

export const sessionCases: Record<keyof typeof routes.session, RouteCase> = {
  start: async (w, { call }) =>
    call(routes.session.start, {
      params: {},
      body: { county: w.county, login: 'planner', password: 'planner goes over the mountain' },
    }),
  me: (_, { call }) => call(routes.session.me, { params: {} }),
  end: async (w) => (await somebody(w))(routes.session.end, { params: {} }),
  link: async (w, { call }) => {
    const { token } = await freshAccount(w)
    const body = { token, password: 'somebody goes over the mountain' }
    return call(routes.session.link, { params: {}, body })
  },
  provider: (_, { call }) => call(routes.session.provider, { params: {} }),
  leave: (w) => left(w),
  return: async (w) => {
    const { data, flow } = await left(w)
    const { account } = await freshAccount(w)
    await w.by.administrator(routes.accounts.identify, {
      params: { county: w.county, account: account.id },
      body: { identity: account.login },
    })
    const answer = await w.signInAt(data.address, account.login)
    const response = await w.office.app.inject({
      method: 'POST',
      url: routes.session.return.path,
      payload: { answer },
      cookies: { 'kuashan-sign-in': flow },
    })
    return { status: response.statusCode, data: response.json() }
  },
  breakGlass: (w, { call }) =>
    call(routes.session.breakGlass, {
      params: at(w),
      body: { area, reason: '山洪，需联系独居老人', minutes: 30 },
    }),
  emergencies: (w, { call }) => call(routes.session.emergencies, { params: at(w) }),
  endEmergency: async (w, { call }) => {
    await call(routes.session.breakGlass, {
      params: at(w),
      body: { area, reason: '山洪，需联系独居老人', minutes: 30 },
    })
    const open = await call(routes.session.emergencies, { params: at(w) })
    return call(routes.session.endEmergency, {
      params: { ...at(w), emergency: open.data[0]!.id },
    })
  },
}

const broughtIn = (w: World, call: Caller) => {
  const form = filesForm({ 'people.csv': `编号,姓名,村\n${unique('R')},雷青,${village}` })
  return call(routes.people.import, { params: at(w), query: { keep: 'yes' }, form, why })
}

export const peopleCases: Record<keyof typeof routes.people, RouteCase> = {
  search: (w, { call }) =>
    call(routes.people.search, { params: at(w), body: { typed: 'lxs' }, why }),
  get: (w, { call }) =>
    call(routes.people.get, { params: { ...at(w), person: w.person }, query: {}, why }),
  look: (w, { call }) => call(routes.people.look, { params: { ...at(w), person: w.person }, why }),
  import: (w, { call }) => broughtIn(w, call),
  imported: async (w, { call }) => {
    const { result } = await ended(call, w.county, (await broughtIn(w, call)).data.id)
    return call(routes.people.imported, { params: { ...at(w), job: result! } })
  },
}

const oneAccount = async (w: World) => {
  const { account } = await freshAccount(w)
  return { params: { ...at(w), account: account.id }, version: String(account.version) }
}

export const accountCases: Record<keyof typeof routes.accounts, RouteCase> = {
  list: (w, { call }) => call(routes.accounts.list, { params: at(w) }),
  names: (w, { call }) => call(routes.accounts.names, { params: at(w) }),
  add: (w, { call }) =>
    call(routes.accounts.add, {
      params: at(w),
      body: { login: unique('colleague-'), name: '新同事', department: null, grants: held },
    }),
  invite: async (w, { call }) =>
    call(routes.accounts.invite, { params: (await oneAccount(w)).params }),
  grant: async (w, { call }) =>
    call(routes.accounts.grant, { ...(await oneAccount(w)), body: held }),
  identify: async (w, { call }) => {
    const { params } = await oneAccount(w)
    return call(routes.accounts.identify, { params, body: { identity: unique('identity-') } })
  },
  close: async (w, { call }) => call(routes.accounts.close, await oneAccount(w)),
}

export const auditCases: Record<keyof typeof routes.audit, RouteCase> = {
  lines: (w, { call }) => call(routes.audit.lines, { params: at(w), query: {} }),
  verify: (w, { call }) => call(routes.audit.verify, { params: at(w), body: { anchor: null } }),
  emergencies: (w, { call }) => call(routes.audit.emergencies, { params: at(w) }),
  review: async (w, { call }) =>
    call(routes.audit.review, {
      params: { ...at(w), emergency: await freshEmergency(w) },
      body: { review: '属实' },
    }),
}
