import type pg from 'pg'
import { ZodError } from 'zod'
import { withClient } from '../database/connect.ts'
import { Refused, refused } from '../database/refused.ts'
import { Ending, Heading, lineHash, linesOf, TableLine } from './dump-lines.ts'

/** Rows go in by so many characters at once. */
const batchCharacters = 4_000_000

async function checkTarget(client: pg.Client, { migrations }: Heading): Promise<void> {
  const { rows } = await client.query(
    'SELECT id, checksum FROM kuashan_migrations.migration ORDER BY id',
  )
  if (JSON.stringify(rows) !== JSON.stringify(migrations))
    throw refused('backup-other-version', { made: migrations.length, here: rows.length })
  const { rowCount } = await client.query('SELECT 1 FROM kuashan.county LIMIT 1')
  if (rowCount) throw refused('backup-store-not-empty')
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Keys are taken off while rows come in in any order, and put back, which checks every one of them. */
async function withoutForeignKeys(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name,
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'kuashan'::regnamespace`,
  )
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  await work()
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
}

/** The owner is bound by the policies too; inside this transaction it is not. */
async function withoutForcedPolicies(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'kuashan'::regnamespace",
  )
  const all = (change: string) =>
    client.query(
      rows.map(({ name }) => `ALTER TABLE ${name} ${change} ROW LEVEL SECURITY`).join(';'),
    )
  await all('NO FORCE')
  await work()
  await all('FORCE')
}

async function insertLines(client: pg.Client, file: string): Promise<Ending> {
  const hash = lineHash()
  let table = ''
  let waiting: string[] = []
  let size = 0
  let rows = 0
  const flush = async () => {
    if (waiting.length > 0)
      await client.query(
        `INSERT INTO kuashan.${table} SELECT * FROM json_populate_recordset(NULL::kuashan.${table}, $1::json)`,
        [`[${waiting.join(',')}]`],
      )
    rows += waiting.length
    waiting = []
    size = 0
  }
  let heading: Heading | undefined
  for await (const line of linesOf(file)) {
    if (!heading) {
      heading = Heading.parse(JSON.parse(line))
      await checkTarget(client, heading)
      continue
    }
    const start = line.slice(0, 12)
    if (start.startsWith('{"rows":')) {
      await flush()
      const ending = Ending.parse(JSON.parse(line))
      const same = ending.rows === rows && ending.hash === hash.digest('hex')
      if (!same) throw refused('backup-damaged')
      return ending
    }
    hash.update(`${line}\n`)
    if (start.startsWith('{"table":"')) {
      await flush()
      table = TableLine.parse(JSON.parse(line)).table
      continue
    }
    waiting.push(line)
    size += line.length
    if (size >= batchCharacters) await flush()
  }
  throw refused('backup-damaged')
}

/** What zlib, the decoder, the parser and the database say of bytes that are no backup. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof ZodError ||
  error instanceof TypeError ||
  (error instanceof Error && /^(Z_|2[23])/.test(String((error as { code?: string }).code)))

/**
 * Brings a backup into an empty store: all of it or nothing. Every row is counted and hashed against the ending, every
 * foreign key is checked anew. Work that was waiting or running is cancelled: its messages were not in the backup.
 */
export const restore = (adminUrl: string, file: string): Promise<Ending> =>
  withClient(adminUrl, async (client) => {
    await client.query('SET ROLE kuashan_owner')
    await client.query('BEGIN')
    try {
      let ending: Ending | undefined
      await withoutForcedPolicies(client, () =>
        withoutForeignKeys(client, async () => {
          ending = await insertLines(client, file)
          await client.query(
            "UPDATE kuashan.job SET state = 'cancelled', ended_at = now() WHERE state IN ('waiting', 'running')",
          )
        }),
      )
      await client.query('COMMIT')
      return ending!
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw isUnreadable(error) ? new Refused(refused('backup-damaged').finding, error) : error
    }
  })
