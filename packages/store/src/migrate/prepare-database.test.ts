import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpCounty } from '../accounts/console.ts'
import { backup } from '../backup/backup.ts'
import { withClient } from '../database/connect.ts'
import { brokenRules } from '../database/schema-rules.ts'
import { openCluster } from '../embedded/cluster.ts'
import { openQueue } from '../jobs/queue.ts'
import { openStore, type Store } from '../open-store.ts'
import { countyCode, openFolder } from '../store.fixture.ts'
import { appUrlOf, onDatabase, prepareRoles } from './prepare-database.ts'

// A server of its own: another administrator sets the app's password anew.
let folder: string
let store: Store
let firstComers: PromiseSettledResult<void>[]
beforeAll(async () => {
  folder = await openFolder()
  const { url } = await openCluster({ folder, settings: ['fsync=off'] })
  firstComers = await Promise.allSettled(Array.from({ length: 8 }, () => prepareRoles(url)))
  store = await openStore({ folder, settings: ['fsync=off'] })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

test('an administrator who is no superuser sets everything up, but is not let make a backup with holes', async () => {
  const office = 'office'
  const asSuperuser = (sql: string) => withClient(store.adminUrl, (client) => client.query(sql))
  await asSuperuser(`CREATE ROLE ${office} LOGIN CREATEROLE PASSWORD 'pass word'`)
  await asSuperuser(`GRANT kuashan_owner TO ${office} WITH ADMIN OPTION`)
  await asSuperuser(`GRANT kuashan_app TO ${office} WITH ADMIN OPTION`)
  await asSuperuser(`CREATE DATABASE ${office} OWNER ${office}`)
  const url = new URL(onDatabase(store.adminUrl, office))
  url.username = office
  url.password = 'pass word'
  const other = await openStore({ folder: folder, databaseUrl: url.href })
  await setUpCounty(other, { code: countyCode, name: 'A' }, { login: 'a', name: 'a' })
  await (await openQueue(other, ['plan'])).close(1)
  await withClient(url.href, async (client) => expect(await brokenRules(client)).toEqual([]))
  const file = join(folder, 'office.backup')
  await expect(backup(url.href, file)).rejects.toMatchObject({
    finding: { code: 'backup-role-bound' },
  })
  await asSuperuser(`ALTER ROLE ${office} BYPASSRLS`)
  expect((await backup(url.href, file)).rows).toBeGreaterThan(0)
  await other.close()
})

test('programs that come first to a server at the same moment make its roles once', () => {
  expect(firstComers.filter((r) => r.status === 'rejected')).toEqual([])
})

test('a URL without a password is refused; the app’s password is none of the administrator’s', () => {
  expect(() => appUrlOf('postgres://admin@localhost/x')).toThrow('must carry a password')
  expect(appUrlOf('postgres://admin:word@localhost/x')).not.toContain('word@')
})
