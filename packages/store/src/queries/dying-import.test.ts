import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database/connect.ts'
import {
  somebody,
  stageThreeValleys,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { findCounty } from './counties.ts'
import { listRows } from './county-data.ts'
import { listRevisions } from './revisions.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
})
afterAll(() => store.remove())

test('kill −9 in the middle of an import leaves nothing of it, and the next one works', async () => {
  const planner = somebody('planner')
  const program = fileURLToPath(new URL('dying-import.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [program, ...store.reopen], { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')

  expect(await store.as(planner, findCounty)).toMatchObject({ head: null, version: 1 })
  expect(await store.as(planner, listRevisions)).toEqual([])
  await withClient(store.adminUrl, async (client) => {
    for (const table of ['county_row', 'import_finding', 'audit_entry']) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS n FROM kuashan.${table} WHERE county = $1`,
        [planner.county],
      )
      expect({ table, n: rows[0].n }).toEqual({ table, n: table === 'audit_entry' ? 1 : 0 })
    }
  })
  await store.as(planner, (access) => stageThreeValleys(access))
  expect((await store.as(planner, (a) => listRows(a))).length).toBeGreaterThan(0)
})
