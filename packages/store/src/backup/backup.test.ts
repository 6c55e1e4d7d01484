import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpCounty } from '../accounts/console.ts'
import { useLink } from '../accounts/links.ts'
import { signIn } from '../accounts/sign-in.ts'
import { sealAudit } from '../audit/seal.ts'
import { verifyAudit } from '../audit/verify.ts'
import { ownCaller } from '../database/caller.ts'
import { withClient } from '../database/connect.ts'
import { brokenRules } from '../database/schema-rules.ts'
import { readCounty } from '../queries/county-data.ts'
import { findPeople } from '../queries/find-people.ts'
import { registerPerson } from '../queries/people.ts'
import { createScenario, listScenarios } from '../queries/scenarios.ts'
import {
  countyCode,
  somebody,
  stageThreeValleys,
  type TestStore,
  testStore,
} from '../store.fixture.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const password = 'a sentence nobody guesses'
const planner = somebody('planner')
const odd = 'line\u2028end "quotes" \\ 𠮷 \t tab'
const steward = somebody('steward', { purpose: 'delivery', why: 'visit' })
let from: TestStore
let file: string
beforeAll(async () => {
  from = await testStore()
  file = join(from.folder, 'today.backup')
  const county = { code: countyCode, name: '三谷县' }
  const link = await setUpCounty(from, county, { login: 'chen', name: '陈' })
  await useLink(from, link, password, Date.now())
  const revision = await from.as(planner, (access) => stageThreeValleys(access))
  await from.as(planner, (a) => createScenario(a, { name: odd, revision, changes: [] }))
  const person = { division: '331199101201', name: odd }
  await from.as(steward, (a) => registerPerson(a, person, '2026-01-01' as PlainDate))
  await from.as(ownCaller(countyCode, 'sealer'), sealAudit)
})
afterAll(() => from.remove())

const refusal = (code: string) => ({ finding: { code } })

const intoNewStore = async (work: (to: TestStore) => Promise<void>) => {
  const to = await testStore()
  try {
    await work(to)
  } finally {
    await to.remove()
  }
}

test('a backup restored is the same to the last byte, works, and is as well guarded', async () => {
  const made = await backup(from.adminUrl, file)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await intoNewStore(async (to) => {
    expect(await restore(to.adminUrl, file)).toEqual(made)
    const again = await backup(to.adminUrl, join(to.folder, 'again.backup'))
    expect(again).toEqual(made)
    expect(await to.as(planner, (a) => readCounty(a))).toEqual(
      await from.as(planner, (a) => readCounty(a)),
    )
    expect(await to.as(planner, listScenarios)).toMatchObject([{ name: odd }])
    expect(
      await to.as(steward, (a) => findPeople(a, 'line', '2026-11-27' as PlainDate)),
    ).toMatchObject({
      people: [{ name: odd }],
    })
    expect(await signIn(to, { county: countyCode, login: 'chen', password }, Date.now())).toContain(
      countyCode,
    )
    const auditor = somebody('auditor', { purpose: 'audit' })
    expect(await to.as(auditor, (a) => verifyAudit(a))).toEqual([])
    await withClient(to.adminUrl, async (client) => expect(await brokenRules(client)).toEqual([]))
    await expect(restore(to.adminUrl, file)).rejects.toMatchObject(
      refusal('backup-store-not-empty'),
    )
  })
})

test('what happens while a backup is written is in it whole or not at all', async () => {
  const before = await backup(from.adminUrl, file)
  const [during] = await Promise.all([
    backup(from.adminUrl, join(from.folder, 'during.backup')),
    from.as(steward, (a) =>
      registerPerson(a, { division: '331199101201', name: 'x' }, '2026-01-01' as PlainDate),
    ),
  ])
  const after = await backup(from.adminUrl, join(from.folder, 'after.backup'))
  expect(after.hash).not.toBe(before.hash)
  expect([before.hash, after.hash]).toContain(during.hash)
})

test('a backup that is cut off, changed or of other migrations restores nothing', async () => {
  await backup(from.adminUrl, file)
  const whole = await readFile(file)
  const damaged = join(from.folder, 'damaged.backup')
  const text = gunzipSync(whole).toString()
  const versions: [string, Uint8Array][] = [
    ['backup-damaged', gzipSync(text.replace('"三谷县"', '"四谷县"'))],
    ['backup-damaged', gzipSync(text.split('\n').slice(0, -2).join('\n'))],
    ['backup-damaged', Buffer.from('no backup')],
    ['backup-damaged', gzipSync('{}\n')],
    ['backup-other-version', gzipSync(text.replace(/"checksum":"./, '"checksum":"!'))],
  ]
  await intoNewStore(async (to) => {
    for (const [code, bytes] of versions) {
      await writeFile(damaged, bytes)
      await expect(restore(to.adminUrl, damaged)).rejects.toMatchObject(refusal(code))
    }
    await writeFile(damaged, whole)
    await truncate(damaged, whole.length - 100)
    await expect(restore(to.adminUrl, damaged)).rejects.toMatchObject(refusal('backup-damaged'))
    await rm(damaged)
    await expect(restore(to.adminUrl, damaged)).rejects.toThrow('ENOENT')
    await withClient(to.adminUrl, async (client) => {
      expect((await client.query('SELECT 1 FROM kuashan.county')).rowCount).toBe(0)
      expect(await brokenRules(client)).toEqual([])
    })
    expect((await restore(to.adminUrl, file)).rows).toBeGreaterThan(0)
  })
})
