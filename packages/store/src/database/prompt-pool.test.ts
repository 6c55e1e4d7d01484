import { afterAll, beforeAll, expect, test } from 'vitest'
import { countyCode, somebody, type TestStore, testStoreWithCounties } from '../store.fixture.ts'
import { openPool, withClient } from './connect.ts'
import { promptPool } from './prompt-pool.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
})
afterAll(() => store.remove())

const seesCounty = `SET LOCAL kuashan.county = '${countyCode}'; SET LOCAL kuashan.role = 'planner'`
const counties = 'select county from kuashan.county'

/** One connection only, so that whoever comes next has the one of whoever came before. */
async function onOneConnection<T>(
  work: (begin: () => Promise<{ ask(sql: string): Promise<unknown[]>; release(): void }>) => T,
): Promise<Awaited<T>> {
  const pool = openPool(store.appUrl, 1)
  const prompt = promptPool(pool)
  const begin = async () => {
    const client = await prompt.connect()
    await client.query('begin', [])
    const ask = async (sql: string) => (await client.query(sql, [])).rows
    return { ask, release: () => client.release() }
  }
  try {
    return await work(begin)
  } finally {
    await prompt.end()
  }
}

test('what was set holds for the statement behind it, until the transaction ends and no longer', () =>
  onOneConnection(async (begin) => {
    const first = await begin()
    await first.ask(seesCounty)
    expect(await first.ask(counties)).toEqual([{ county: countyCode }])
    await first.ask("SET LOCAL kuashan.role = ''")
    expect(await first.ask(counties)).toEqual([])
    await first.ask(seesCounty)
    await first.ask('commit')
    first.release()
    const next = await begin()
    expect(await next.ask(counties)).toEqual([])
    await next.ask('rollback')
    next.release()
  }))

test('behind a setting that fails nothing is done, and whoever asked is told', () =>
  onOneConnection(async (begin) => {
    const update = "update kuashan.county set name = 'taken over'"
    const broken = await begin()
    await broken.ask(seesCounty)
    await broken.ask("SET LOCAL statement_timeout = 'no time'")
    await expect(broken.ask(update)).rejects.toMatchObject({ code: '22023' })
    await expect(broken.ask(update)).rejects.toMatchObject({ code: '25P02' })
    await broken.ask('rollback')
    broken.release()
    const after = await begin()
    await after.ask(seesCounty)
    expect(await after.ask("select from kuashan.county where name = 'taken over'")).toEqual([])
    await after.ask('commit')
    after.release()
  }))

test('the end of a transaction that wrote is waited for: who is answered finds what they wrote', async () => {
  await store.as(somebody('administrator'), async ({ db, record }) => {
    record({ action: 'rename', table: 'county', subject: countyCode })
    await db.updateTable('county').set({ name: '新名' }).execute()
  })
  const { rows } = await withClient(store.adminUrl, (client) =>
    client.query('SELECT name FROM kuashan.county WHERE county = $1', [countyCode]),
  )
  expect(rows).toEqual([{ name: '新名' }])
})
