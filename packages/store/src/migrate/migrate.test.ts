import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database/connect.ts'
import { describeTables } from '../database/describe-tables.ts'
import { type TestStore, testStore } from '../store.fixture.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './read-migrations.ts'

let store: TestStore
let ours: Migration[]
beforeAll(async () => {
  ours = await readMigrations()
  store = await testStore()
})
afterAll(() => store.remove())

const next = (sql: string): Migration => ({
  id: ours.length + 1,
  name: 'next',
  sql,
  checksum: sql,
})
const exists = (table: string): Promise<boolean> =>
  withClient(store.adminUrl, async (client) => {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])
    return rows[0].there
  })

test('what is applied is not applied again', async () => {
  expect(await migrate(store.adminUrl, ours)).toEqual([])
})

test('a migration that fails leaves nothing, and can be tried again', async () => {
  const half = next('CREATE TABLE kuashan.half (county text PRIMARY KEY); SELECT 1/0')
  await expect(migrate(store.adminUrl, [...ours, half])).rejects.toThrow('division by zero')
  expect(await exists('kuashan.half')).toBe(false)
})

test('several processes at once apply it once', async () => {
  const more = next('CREATE TABLE kuashan.more (county text PRIMARY KEY); SELECT pg_sleep(0.2)')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(store.adminUrl, [...ours, more])))
  expect(applied.flat()).toEqual(['next'])
  expect(await exists('kuashan.more')).toBe(true)

  await expect(migrate(store.adminUrl, ours)).rejects.toThrow('older than its data')
  const changed = { ...more, checksum: 'other' }
  await expect(migrate(store.adminUrl, [...ours, changed])).rejects.toThrow('not the one')
})

test('a file that ends its own transaction, or a gap in the numbers, is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  const read = () => readMigrations(pathToFileURL(`${folder}/`))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '0001-a.sql'), 'SELECT 1;\r\n')
  expect(await read()).toMatchObject([{ id: 1, name: 'a', sql: 'SELECT 1;\n' }])
  await writeFile(join(folder, '0003-c.sql'), 'SELECT 1;')
  await expect(read()).rejects.toThrow('number 2 was expected')
  await writeFile(join(folder, '0002-b.sql'), 'SELECT 1;\ncommit;')
  await expect(read()).rejects.toThrow('ends its own transaction')
  await rm(folder, { recursive: true })
})

test('the types of tables are those the migrations make', async () => {
  const fresh = await testStore()
  const file = new URL('../database/tables.generated.ts', import.meta.url)
  expect(await describeTables(fresh.adminUrl)).toBe(await readFile(file, 'utf8'))
  await fresh.remove()
})
