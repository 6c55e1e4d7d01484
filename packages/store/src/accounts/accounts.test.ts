import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAudit } from '../audit/audit-log.ts'
import { ownCaller } from '../database/caller.ts'
import { countyCode, otherCounty, somebody, type TestStore, testStore } from '../store.fixture.ts'
import { closeAccount, createAccount, endGrant, grantRole, listAccounts } from './accounts.ts'
import { recoverAccount, setUpCounty } from './console.ts'
import { makeLink, useLink } from './links.ts'
import { callerOf, readSession, signOut } from './session.ts'
import { sessionIdleSeconds, sessionSeconds, signIn } from './sign-in.ts'

const password = '两岸猿声啼不住轻舟已过万重山也'
const minute = 60_000
// Later than whatever the database dates while the tests run.
const now = Date.now() + 5 * minute
const admin = { county: countyCode, login: 'chen', password }
const refusal = (code: string) => ({ finding: { code } })
const county = { code: countyCode, name: '三谷县' }

let store: TestStore
let first: string
beforeAll(async () => {
  store = await testStore()
  first = await setUpCounty(store, county, { login: 'chen', name: '陈' })
})
afterAll(() => store.remove())

const administrator = async () => {
  const session = await readSession(store, await signIn(store, admin, now), now)
  return callerOf(session, { role: 'administrator', area: '', purpose: 'administration' })
}

describe('the first administrator', () => {
  test('cannot sign in before the link is used, and a county is set up once', async () => {
    await expect(signIn(store, admin, now)).rejects.toMatchObject(refusal('sign-in-refused'))
    await expect(setUpCounty(store, county, { login: 'x', name: 'x' })).rejects.toMatchObject(
      refusal('store-already-there'),
    )
  })

  test.each([
    ['short', 'password-too-short'],
    ['aaaaaaaaaaaaaaaaaa', 'password-too-common'],
    ['chenchenpassword1234567890', 'password-too-common'],
  ])('does not get the password %s', async (poor, code) => {
    await expect(useLink(store, first, poor, now)).rejects.toMatchObject(refusal(code))
  })

  test('uses the link once, even when it is clicked twice at once, and signs in', async () => {
    const ends = await Promise.allSettled([1, 2].map(() => useLink(store, first, password, now)))
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(useLink(store, first, password, now)).rejects.toMatchObject(
      refusal('link-not-valid'),
    )
    expect(await administrator()).toMatchObject({ role: 'administrator', county: countyCode })
  })

  test('locked out, comes back by the console, and the log says so', async () => {
    const link = await recoverAccount(store, countyCode, 'chen', 'forgot it')
    const late = now + 61 * minute
    await expect(useLink(store, link, password, late)).rejects.toMatchObject(
      refusal('link-not-valid'),
    )
    await useLink(store, link, password, now)
    const log = await store.as(await administrator(), (a) => readAudit(a, { table: 'account' }))
    expect(log.find((line) => line.action === 'recovery link')).toMatchObject({
      role: 'console',
      account: null,
      why: 'forgot it',
    })
  })
})

describe('signing in', () => {
  test('is refused alike for a wrong name and a wrong password, and locks for ever longer', async () => {
    const wrong = { ...admin, password: 'wrong wrong wrong' }
    const refused = refusal('sign-in-refused')
    await expect(signIn(store, { ...admin, login: 'nobody' }, now)).rejects.toMatchObject(refused)
    for (let tries = 1; tries <= 5; tries++)
      await expect(signIn(store, wrong, now)).rejects.toMatchObject(refused)
    await expect(signIn(store, admin, now)).rejects.toMatchObject(refusal('sign-in-locked'))
    await expect(signIn(store, wrong, now + 1.1 * minute)).rejects.toMatchObject(refused)
    const locked = signIn(store, admin, now + 2.2 * minute)
    await expect(locked).rejects.toMatchObject(refusal('sign-in-locked'))
    expect(await signIn(store, admin, now + 4 * minute)).toContain(countyCode)
  })

  test.each([
    ["chen' OR '1'='1", 'x'],
    ['chen\u0000', 'x'],
    ['', ''],
  ])('with %j is refused', async (login, text) => {
    await expect(signIn(store, { ...admin, login, password: text }, now)).rejects.toMatchObject({
      finding: { code: expect.stringMatching(/sign-in-refused|store-value-not-possible/) },
    })
  })

  test('lasts while it is used, a day at most, until signed out; only its hash is kept', async () => {
    const token = await signIn(store, admin, now)
    const idle = sessionIdleSeconds * 1000
    await expect(readSession(store, token, now + idle + minute)).rejects.toMatchObject(
      refusal('session-over'),
    )
    await readSession(store, token, now + idle - minute)
    await readSession(store, token, now + 2 * idle - 2 * minute)
    await readSession(store, token, now + 3 * idle - 3 * minute)
    await expect(
      readSession(store, token, now + sessionSeconds * 1000 + minute),
    ).rejects.toMatchObject(refusal('session-over'))
    await signOut(store, token)
    await expect(readSession(store, token, now)).rejects.toMatchObject(refusal('session-over'))
    const kept = await store.as(ownCaller(countyCode, 'gate'), ({ db }) =>
      db.selectFrom('session').select('token_hash').execute(),
    )
    expect(kept.every((row) => !token.includes(row.token_hash))).toBe(true)
  })

  test.each(['', 'x', `${countyCode}.short`, `${otherCounty}.${'a'.repeat(43)}`])(
    'the token %j opens nothing',
    async (token) => {
      await expect(readSession(store, token, now)).rejects.toMatchObject(refusal('session-over'))
      await signOut(store, token)
    },
  )
})

describe('A94: roles, areas and purposes', () => {
  const area = '331199101'

  test('are granted, bound to their area and purpose, and taken back', async () => {
    const by = await administrator()
    const account = await store.as(by, (a) => createAccount(a, { login: 'li', name: '李' }))
    const grant = { role: 'township' as const, area, purposes: ['delivery' as const] }
    const id = await store.as(by, (a) => grantRole(a, account, grant))
    const link = await store.as(by, (a) => makeLink(a, account, 'invitation'))
    await useLink(store, link, password, now)
    const token = await signIn(store, { ...admin, login: 'li' }, now)
    const session = await readSession(store, token, now)
    const village = { role: 'township', area: '331199101201', purpose: 'delivery' } as const
    expect(callerOf(session, village)).toMatchObject({ ...village, account })
    for (const more of [{ area: '' }, { area: '331199102' }, { role: 'planner' as const }])
      expect(() => callerOf(session, { ...village, ...more })).toThrow('grant-missing')
    expect(() => callerOf(session, { ...village, purpose: 'audit' })).toThrow('grant-missing')

    await store.as(by, (a) => endGrant(a, account, id))
    expect((await readSession(store, token, now + 5 * minute)).grants).toEqual([])
    await store.as(by, (a) => closeAccount(a, account, 1))
    await expect(readSession(store, token, now)).rejects.toMatchObject(refusal('session-over'))
    const listed = await store.as(by, listAccounts)
    expect(listed.find((row) => row.login === 'li')).toMatchObject({
      state: 'closed',
      grants: [{ role: 'township', area }],
    })
  })

  test('only administrators make accounts, and nobody reads a password’s hash', async () => {
    await expect(
      store.as(somebody('planner'), (a) => createAccount(a, { login: 'x', name: 'x' })),
    ).rejects.toMatchObject(refusal('store-not-allowed'))
    for (const caller of [await administrator(), somebody('auditor'), somebody('leader')]) {
      const seen = await store.as(caller, ({ db }) =>
        db.selectFrom('account_secret').selectAll().execute(),
      )
      expect(seen).toEqual([])
    }
  })
})
