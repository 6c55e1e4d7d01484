import { routes } from '@kuashan/contract/routes.ts'
import { withClient } from '@kuashan/store/database/connect.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Office, openOffice } from '../office.fixture.ts'
import { openTestProvider, type TestProvider } from './openid.fixture.ts'
import { openProvider } from './provider.ts'
import { readProviderSettings } from './provider-settings.ts'

let provider: TestProvider
let office: Office
let administrator: Caller
beforeAll(async () => {
  provider = await openTestProvider()
  office = await openOffice(undefined, { provider: provider.settings })
  administrator = await office.as('administrator')
}, 120_000)
afterAll(async () => {
  await office.close()
  await provider.close()
})

/** Leaves for the provider: the address to go to, and the cookie that the browser keeps. */
async function leave() {
  const response = await office.app.inject({
    method: 'POST',
    url: routes.session.leave.path,
    payload: { county: office.county },
  })
  expect(response.statusCode).toBe(200)
  const [cookie] = response.cookies
  return { address: response.json().address as string, cookie: cookie! }
}

async function comeBack(answer: string, flow: string) {
  const response = await office.app.inject({
    method: 'POST',
    url: routes.session.return.path,
    payload: { answer },
    cookies: { 'kuashan-sign-in': flow },
  })
  return { status: response.statusCode, body: response.json(), cookies: response.cookies }
}

const link = async (login: string, identity: string | null) => {
  const listed = await administrator(routes.accounts.list, { params: { county: office.county } })
  const account = listed.data.find((one) => one.login === login)!
  const params = { county: office.county, account: account.id }
  return administrator(routes.accounts.identify, { params, body: { identity } })
}

const refusedWith = (code: string) => ({ body: { findings: [{ code }] } })

describe('signing in by a provider', () => {
  test('opens the account that an administrator linked, and no other', async () => {
    expect((await link('planner', 'chen')).data).toMatchObject({ identity: 'chen' })
    const { address, cookie } = await leave()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const asked = new URL(address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    const answer = await provider.visit(address, 'chen')
    const { status, body, cookies } = await comeBack(answer, cookie.value)
    expect([status, body.login]).toEqual([200, 'planner'])
    const session = cookies.find(({ name }) => name === 'kuashan-session')!
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const me = await office.app.inject({
      method: 'GET',
      url: routes.session.me.path,
      cookies: { 'kuashan-session': session.value },
    })
    expect(me.json()).toMatchObject({ login: 'planner' })
  })

  test('refuses a stranger, says who to tell, and makes no account', async () => {
    const { address, cookie } = await leave()
    const back = await comeBack(await provider.visit(address, 'stranger'), cookie.value)
    expect(back).toMatchObject({ status: 403, ...refusedWith('provider-identity-unknown') })
    expect(back.body.findings[0].what.en).toContain('stranger')
    expect(back.cookies).toEqual([])
    const listed = await administrator(routes.accounts.list, { params: { county: office.county } })
    expect(listed.data).toHaveLength(5)
  })

  test('refuses another nonce, another state, an answer of another flow, and a cancelled sign-in', async () => {
    const first = await leave()
    const forged = new URL(first.address)
    forged.searchParams.set('nonce', 'another')
    const refused = { status: 401, ...refusedWith('provider-refused') }
    const nonced = await provider.visit(forged.href, 'chen')
    expect(await comeBack(nonced, first.cookie.value)).toMatchObject(refused)

    const second = await leave()
    const stated = new URLSearchParams(await provider.visit(second.address, 'chen'))
    stated.set('state', 'another')
    expect(await comeBack(`${stated}`, second.cookie.value)).toMatchObject(refused)

    const [third, fourth] = [await leave(), await leave()]
    const answer = await provider.visit(third.address, 'chen')
    expect(await comeBack(answer, fourth.cookie.value)).toMatchObject(refused)

    const fifth = await leave()
    const state = new URL(fifth.address).searchParams.get('state')
    const cancelled = `error=access_denied&state=${state}&iss=${provider.settings.issuer}`
    expect(await comeBack(cancelled, fifth.cookie.value)).toMatchObject(refused)
  })

  test('takes an answer once, in time, and with the cookie of its flow', async () => {
    const over = { status: 401, ...refusedWith('provider-flow-over') }
    const { address, cookie } = await leave()
    const answer = await provider.visit(address, 'chen')
    expect(await comeBack(answer, '')).toMatchObject(over)
    expect((await comeBack(answer, cookie.value)).status).toBe(200)
    expect(await comeBack(answer, cookie.value)).toMatchObject(over)

    const late = await leave()
    const lateAnswer = await provider.visit(late.address, 'chen')
    await withClient(office.store.adminUrl, (client) =>
      client.query("UPDATE kuashan.sign_in_flow SET expires_at = now() - interval '1 second'"),
    )
    expect(await comeBack(lateAnswer, late.cookie.value)).toMatchObject(over)
  })

  test('ends with the link, and one identity is one account’s', async () => {
    expect(await link('leader', 'chen')).toMatchObject({ status: 409, code: 'store-already-there' })
    expect((await link('planner', null)).data).toMatchObject({ identity: null })
    const { address, cookie } = await leave()
    const back = await comeBack(await provider.visit(address, 'chen'), cookie.value)
    expect(back).toMatchObject(refusedWith('provider-identity-unknown'))
    expect((await link('leader', 'chen')).status).toBe(200)
  })
})

describe('a provider', () => {
  const code = (name: string) => ({ findings: [{ code: name }] })

  test('that cannot be reached is said to be away, and is asked again next time', async () => {
    const gone = await openTestProvider()
    await gone.close()
    const away = openProvider(gone.settings)
    await expect(away.begin()).rejects.toMatchObject(code('provider-away'))
    await expect(away.begin()).rejects.toMatchObject(code('provider-away'))
    const going = await openTestProvider()
    const known = openProvider(going.settings)
    const { address, flow } = await known.begin()
    const answer = await going.visit(address, 'chen')
    await going.close()
    await expect(known.identity(answer, flow)).rejects.toMatchObject(code('provider-away'))
  })

  test('may be asked for the address, which it must have verified', async () => {
    const mailing = await openTestProvider('email')
    const known = openProvider(mailing.settings)
    const identityOf = async (login: string) => {
      const { address, flow } = await known.begin()
      return known.identity(await mailing.visit(address, login), flow)
    }
    expect(await identityOf('Chen')).toBe('chen@example.org')
    await expect(identityOf('unverified')).rejects.toMatchObject(code('provider-email-unverified'))
    await mailing.close()
  })

  test('is set up by the environment, whole or not at all', async () => {
    expect(await readProviderSettings({})).toBeUndefined()
    const env = { KUASHAN_OIDC_ISSUER: 'https://id.example', KUASHAN_OIDC_CLIENT: 'office' }
    await expect(readProviderSettings(env)).rejects.toThrow('KUASHAN_OIDC_ORIGIN')
    const whole = { ...env, KUASHAN_OIDC_ORIGIN: 'https://office.example' }
    expect(await readProviderSettings(whole)).toMatchObject({ claim: 'sub', secret: null })
  })
})
