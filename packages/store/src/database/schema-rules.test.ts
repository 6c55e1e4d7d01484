import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../store.fixture.ts'
import { withClient } from './connect.ts'
import { brokenRules } from './schema-rules.ts'
import { versionKeys } from './translate-error.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.remove())

test('every table forces row-level security, every key starts with county, the app owns nothing', () =>
  withClient(store.adminUrl, async (client) => {
    expect(await brokenRules(client)).toEqual([])
  }))

test('who makes a version that somebody else made meanwhile is told so: every key that ends with the version is known', () =>
  withClient(store.adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT k.conname AS name FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[array_upper(k.conkey, 1)]
       WHERE n.nspname = 'kuashan' AND k.contype = 'p' AND a.attname = 'version' ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([...versionKeys].sort())
  }))

test.each([
  [
    'CREATE TABLE kuashan.loose (county text PRIMARY KEY)',
    'loose: row-level security is not forced',
  ],
  ['CREATE TABLE kuashan.loose (county text PRIMARY KEY)', 'loose: no policy'],
  [
    'ALTER TABLE kuashan.person NO FORCE ROW LEVEL SECURITY',
    'person: row-level security is not forced',
  ],
  [
    'DROP POLICY own_county ON kuashan.plan; CREATE POLICY own_county ON kuashan.plan USING (true)',
    'plan: no restrictive policy for all commands that compares the county',
  ],
  [
    'CREATE TABLE kuashan.loose (id uuid PRIMARY KEY, county text)',
    'loose_pkey: a key, unique constraint or index does not start with county',
  ],
  [
    'ALTER TABLE kuashan.person ADD note uuid, ADD UNIQUE (note)',
    'person_note_key: a key, unique constraint or index does not start with county',
  ],
  ['CREATE TABLE kuashan.loose (county text)', 'loose: no primary key'],
  [
    `ALTER TABLE kuashan.county ADD alias text UNIQUE;
     ALTER TABLE kuashan.plan ADD FOREIGN KEY (name) REFERENCES kuashan.county (alias)`,
    'plan_name_fkey: a foreign key does not lead from county to county',
  ],
  [
    `CREATE POLICY near ON kuashan.person FOR SELECT
       USING (starts_with(division, current_setting('kuashan.area', true)))`,
    'near of person: a policy asks whether a row lies in an area',
  ],
  ['CREATE SEQUENCE kuashan.counter', 'counter: a table is not a plain table'],
  [
    'CREATE TABLE kuashan.loose (); ALTER TABLE kuashan.loose OWNER TO kuashan_app',
    'loose: the app owns it',
  ],
  [
    'GRANT DELETE ON kuashan.audit_entry TO kuashan_app',
    'audit_entry DELETE: the app may delete, truncate',
  ],
  [
    'GRANT UPDATE (why) ON kuashan.audit_entry TO kuashan_app',
    'audit_entry.why: the app may delete',
  ],
  ['GRANT kuashan_owner TO kuashan_app', 'kuashan_owner: the app belongs to a role'],
])('%s is noticed', (change, complaint) =>
  withClient(store.adminUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(change)
    const broken = await brokenRules(client)
    await client.query('ROLLBACK')
    expect(broken.filter((line) => line.includes(complaint))).not.toEqual([])
  }),
)
