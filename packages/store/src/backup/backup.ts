import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../database/connect.ts'
import { refused } from '../database/refused.ts'
import { type Ending, type Heading, lineHash } from './dump-lines.ts'

/** Rows fetched at once; fewer where a row can be megabytes. */
const fetchRows: Readonly<Record<string, number>> = {
  county_part: 1,
  plan_version: 10,
  measurement: 10,
  job: 50,
  job_document: 1,
}

interface Table {
  name: string
  key: string
}

/** Our tables with the columns of their primary keys, by name. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place)
        FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k (column_number, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.column_number) AS key
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE n.nspname = 'kuashan' AND c.relkind IN ('r', 'p') ORDER BY c.relname COLLATE "C"`,
  )
  return rows
}

async function* rowsOf(client: pg.Client, { name, key }: Table): AsyncGenerator<string> {
  await client.query(
    `DECLARE backup NO SCROLL CURSOR FOR
     SELECT row_to_json(t)::text AS line FROM kuashan.${name} t ORDER BY ${key}`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(
      `FETCH ${fetchRows[name] ?? 1000} FROM backup`,
    )
    if (rows.length === 0) break
    for (const { line } of rows) yield line
  }
  await client.query('CLOSE backup')
}

async function* backupLines(client: pg.Client, done: (ending: Ending) => void) {
  const { rows: migrations } = await client.query<Heading['migrations'][number]>(
    'SELECT id, checksum FROM kuashan_migrations.migration ORDER BY id',
  )
  const heading: Heading = { kuashan: 'backup', format: 1, migrations }
  yield `${JSON.stringify(heading)}\n`
  const hash = lineHash()
  let rows = 0
  for (const table of await tablesOf(client)) {
    const line = `${JSON.stringify({ table: table.name })}\n`
    hash.update(line)
    yield line
    for await (const row of rowsOf(client, table)) {
      hash.update(`${row}\n`)
      rows += 1
      yield `${row}\n`
    }
  }
  const ending: Ending = { rows, hash: hash.digest('hex') }
  yield `${JSON.stringify(ending)}\n`
  done(ending)
}

/**
 * Writes all of our data, as of one instant, to a file that only its owner may read, while others go on working. The
 * file is there whole or not at all. Not in it: `secrets.json` (keep it elsewhere) and the queue's messages.
 */
export const backup = (adminUrl: string, file: string): Promise<Ending> =>
  withClient(adminUrl, async (client) => {
    // A role that row-level security binds would silently leave rows out: with this it fails instead.
    await client.query('SET row_security = off')
    const bound =
      'SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)'
    if ((await client.query(bound)).rowCount === 0) throw refused('backup-role-bound')
    await client.query("SET timezone = 'UTC'")
    await client.query("SET bytea_output = 'hex'")
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    let ending: Ending | undefined
    const draft = `${file}.part`
    const lines = backupLines(client, (end) => {
      ending = end
    })
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { mode: 0o600 }))
    await client.query('COMMIT')
    const handle = await open(draft, 'r')
    await handle.sync()
    await handle.close()
    await rename(draft, file)
    return ending!
  })
