import type pg from 'pg'
import { withClient } from '../database/connect.ts'
import type { Migration } from './read-migrations.ts'

/** The log of migrations and the one row that is locked while one runs; policies of their own, as every table has. */
const foundation = `
CREATE SCHEMA IF NOT EXISTS kuashan_migrations;
CREATE TABLE IF NOT EXISTS kuashan_migrations.migration (
  id integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS kuashan_migrations.turn (id integer PRIMARY KEY);
ALTER TABLE kuashan_migrations.migration ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan_migrations.turn ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS owner ON kuashan_migrations.migration;
DROP POLICY IF EXISTS owner ON kuashan_migrations.turn;
CREATE POLICY owner ON kuashan_migrations.migration TO kuashan_owner USING (true);
CREATE POLICY owner ON kuashan_migrations.turn TO kuashan_owner USING (true);
INSERT INTO kuashan_migrations.turn VALUES (1) ON CONFLICT DO NOTHING;
CREATE SCHEMA IF NOT EXISTS kuashan;
GRANT USAGE ON SCHEMA kuashan TO kuashan_app;
`

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

const applied = async (client: pg.Client): Promise<Map<number, string>> => {
  const { rows } = await client.query<{ id: number; checksum: string }>(
    'SELECT id, checksum FROM kuashan_migrations.migration',
  )
  return new Map(rows.map((row) => [row.id, row.checksum]))
}

/** Two processes that make the same schema at the same moment: one of them is told so, and looks again. */
async function layFoundation(client: pg.Client): Promise<void> {
  const there = "SELECT to_regclass('kuashan_migrations.turn') IS NOT NULL AS there"
  for (let attempt = 1; ; attempt++)
    try {
      if ((await client.query(there)).rows[0].there) return
      return await inTransaction(client, async () => {
        await client.query(foundation)
      })
    } catch (error) {
      if (attempt === 5) throw error
    }
}

/**
 * Brings the database to the newest migration, each in a transaction of its own, one process at a time. Forward only.
 * Refuses a database whose history is not a beginning of ours. Returns the names applied now.
 */
export const migrate = (adminUrl: string, migrations: readonly Migration[]): Promise<string[]> =>
  withClient(adminUrl, async (client) => {
    await client.query('SET ROLE kuashan_owner')
    await layFoundation(client)
    const names: string[] = []
    for (const migration of migrations)
      await inTransaction(client, async () => {
        await client.query('SELECT id FROM kuashan_migrations.turn FOR UPDATE')
        const done = await applied(client)
        const newest = Math.max(0, ...done.keys())
        if (newest > migrations.length)
          throw new Error(
            `the database is at migration ${newest}, this program knows ${migrations.length}: it is older than its data`,
          )
        const checksum = done.get(migration.id)
        if (checksum === migration.checksum) return
        if (checksum !== undefined)
          throw new Error(
            `migration ${migration.id} (${migration.name}) is not the one that was applied`,
          )
        await client.query(migration.sql)
        await client.query(
          'INSERT INTO kuashan_migrations.migration (id, name, checksum) VALUES ($1, $2, $3)',
          [migration.id, migration.name, migration.checksum],
        )
        names.push(migration.name)
      })
    return names
  })
