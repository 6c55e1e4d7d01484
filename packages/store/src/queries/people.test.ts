import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { checkCharacterOf } from '@kuashan/core/people/identity-number.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  breakGlass,
  endBreakGlass,
  listOwnOpen,
  listUnreviewed,
  reviewBreakGlass,
} from '../accounts/break-glass.ts'
import { readAudit } from '../audit/audit-log.ts'
import { ownCaller } from '../database/caller.ts'
import { withClient } from '../database/connect.ts'
import type { Access } from '../database/with-caller.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { findPeople as search } from './find-people.ts'
import { findByIdentity, movePerson, openPerson, registerPerson } from './people.ts'

const today = '2026-11-27' as PlainDate
const number = `33119919490101001${checkCharacterOf('33119919490101001')}`
const east = { division: '331199101201', area: '331199101' }
const west = { division: '331199102201', area: '331199102' }
const why = '入户走访'
const steward = somebody('steward', { area: east.area, purpose: 'delivery', why })
const auditor = somebody('auditor', { purpose: 'audit', why: 'yearly audit' })
const refusal = (code: string) => ({ finding: { code } })

const findPeople = async (access: Access, typed: string) =>
  (await search(access, typed, today)).people

let store: TestStore
let old: string
let young: string
beforeAll(async () => {
  store = await testStoreWithCounties()
  const grandmother = { ...east, name: '蓝奶奶', identityNumber: number, telephone: '13800000000' }
  const { area: _, ...made } = grandmother
  old = await store.as(steward, (a) => registerPerson(a, made, today))
  const other = { ...steward, area: west.area }
  const boy = { division: west.division, name: '蓝小山' }
  young = await store.as(other, (a) => registerPerson(a, boy, today))
})
afterAll(() => store.remove())

describe('the register of people', () => {
  test('shows the number masked, opens it on purpose, and keeps it sealed', async () => {
    const found = await store.as(steward, (a) => findByIdentity(a, number, today))
    expect(found).toMatchObject({
      person: old,
      identity: `331${'*'.repeat(11)}${number.slice(14)}`,
    })
    expect(await store.as(steward, (a) => openPerson(a, old))).toMatchObject({
      identityNumber: number,
      telephone: '13800000000',
      birthDate: '1949-01-01',
    })
    await withClient(store.adminUrl, async (client) => {
      const { rows } = await client.query('SELECT p::text AS all FROM kuashan.person p')
      const stored = rows.map((row) => row.all).join()
      for (const secret of [number, '13800000000', Buffer.from(number).toString('hex')])
        expect(stored).not.toContain(secret)
    })
  })

  test('a sealed number moved to another row does not open', async () => {
    await withClient(store.adminUrl, (client) =>
      client.query(
        'UPDATE kuashan.person SET identity_sealed = (SELECT identity_sealed FROM kuashan.person WHERE person = $1) WHERE person = $2',
        [old, young],
      ),
    )
    const other = { ...steward, area: west.area }
    await expect(store.as(other, (a) => openPerson(a, young))).rejects.toThrow()
  })

  test('refuses a wrong or known number, and a stale version', async () => {
    const again = { division: east.division, name: 'x', identityNumber: number }
    const register = (made: typeof again) =>
      store.as(steward, (a) => registerPerson(a, made, today))
    await expect(register(again)).rejects.toMatchObject(refusal('store-already-there'))
    await expect(register({ ...again, identityNumber: '1' })).rejects.toMatchObject(
      refusal('identity-number-wrong'),
    )
    const move = (version: number) =>
      store.as(steward, (a) =>
        movePerson(a, old, { division: east.division, settlement: 'S1' }, version),
      )
    await move(1)
    await expect(move(1)).rejects.toMatchObject(refusal('store-stale'))
  })

  test.each(["x' OR '1'='1", '%', '_', '\\', '"; DROP TABLE kuashan.person; --'])(
    'a search for %j is only a search',
    async (text) => {
      expect(await store.as(steward, (a) => findPeople(a, text))).toEqual([])
    },
  )

  test('takes SQL and script as the text they are', async () => {
    const name = `'); DROP TABLE kuashan.person; -- <script>alert(1)</script> "\\`
    await store.as(steward, (a) => registerPerson(a, { division: east.division, name }, today))
    expect(await store.as(steward, (a) => findPeople(a, `'); DROP`))).toMatchObject([{ name }])
  })
})

describe('A94: who sees a person', () => {
  test('those of the area, for a purpose: not planners, leaders or administrators', async () => {
    const seenBy = async (caller: typeof steward) =>
      (await store.as({ ...caller, why }, (a) => findPeople(a, '蓝'))).map((p) => p.person)
    expect(await seenBy(steward)).toEqual([old])
    expect(await seenBy({ ...steward, area: west.area })).toEqual([young])
    expect(await seenBy({ ...steward, purpose: 'planning' })).toEqual([])
    expect((await seenBy(auditor)).sort()).toEqual([old, young].sort())
    expect(await seenBy({ ...steward, county: otherCounty })).toEqual([])
    for (const role of ['planner', 'leader', 'administrator', 'volunteer'] as const)
      expect(await seenBy(somebody(role, { purpose: 'delivery' }))).toEqual([])
  })

  test('nobody registers or moves people into another area', async () => {
    const outside = { division: west.division, name: 'x' }
    await expect(store.as(steward, (a) => registerPerson(a, outside, today))).rejects.toMatchObject(
      refusal('store-not-allowed'),
    )
    const to = { division: west.division, settlement: null }
    await expect(store.as(steward, (a) => movePerson(a, old, to, 2))).rejects.toMatchObject(
      refusal('store-not-allowed'),
    )
  })

  test('every look is in the log with its reason', async () => {
    await store.as(steward, (a) => findPeople(a, '蓝'))
    const log = await store.as(auditor, (a) => readAudit(a, { table: 'person', subject: old }))
    expect(log[0]).toMatchObject({ action: 'look', account: steward.account, why, area: east.area })
  })

  test('in an emergency, with a reason, for a time, and looked into by another', async () => {
    await store.as(ownCaller(countyCode, 'console'), async ({ db, record }) => {
      const account = somebody('crew').account!
      await db
        .insertInto('account')
        .values({ county: countyCode, account, login: 'crew', name: 'crew' })
        .execute()
      record({ action: 'create', table: 'account', subject: account })
    })
    const crew = somebody('crew', { area: west.area, purpose: 'delivery', why })
    const glass = { area: east.area, reason: 'landslide at 上坑, who is missing?', minutes: 60 }
    const helper = await store.as(crew, (a) => breakGlass(a, glass))
    expect(await store.as(helper, (a) => findPeople(a, '蓝'))).toMatchObject([{ person: old }])
    expect(await store.as({ ...helper, area: '' }, (a) => findPeople(a, '蓝'))).toHaveLength(1)

    await withClient(store.adminUrl, (client) =>
      client.query(
        "UPDATE kuashan.break_glass SET started_at = started_at - interval '2 hours', expires_at = expires_at - interval '2 hours'",
      ),
    )
    expect(await store.as(helper, (a) => findPeople(a, '蓝'))).toEqual([])
    for (const poor of [{ reason: 'short' }, { minutes: 241 }, { minutes: 0 }])
      await expect(
        store.as(crew, (a) => breakGlass(a, { ...glass, ...poor })),
      ).rejects.toMatchObject(refusal('store-value-not-possible'))

    const other = await store.as(crew, (a) => breakGlass(a, glass))
    const [second] = await store.as(crew, (a) => listOwnOpen(a, Date.now()))
    const byAnother = { ...crew, account: auditor.account }
    await expect(store.as(byAnother, (a) => endBreakGlass(a, second!.id))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
    await store.as(crew, (a) => endBreakGlass(a, second!.id))
    expect(await store.as(other, (a) => findPeople(a, '蓝'))).toEqual([])
    await expect(store.as(crew, (a) => endBreakGlass(a, second!.id))).rejects.toMatchObject(
      refusal('store-not-found'),
    )

    const [open] = await store.as(auditor, listUnreviewed)
    await expect(
      store.as(crew, (a) => reviewBreakGlass(a, open!.id, 'fine')),
    ).rejects.toMatchObject(refusal('store-not-found'))
    await store.as(auditor, (a) => reviewBreakGlass(a, open!.id, 'justified'))
    expect(await store.as(auditor, listUnreviewed)).toMatchObject([{ id: second!.id }])
  })
})
