import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { promptPool } from './prompt-pool.ts'
import type { Tables } from './tables.generated.ts'

const { Pool, types } = pg
const { DATE, TIMESTAMPTZ, INT8 } = types.builtins

/** Dates stay the text they are, instants become UTC in ISO 8601, big integers become numbers where they fit. */
const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [INT8]: (text) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a number`)
    return value
  },
}

export const openPool = (url: string, max = 10): pg.Pool => {
  const pool = new Pool({
    connectionString: url,
    max,
    // Statements follow one another without waiting for the answer to the one before; see prompt-pool.ts.
    pipeline: true,
    application_name: 'kuashan',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid, format) => readers[oid] ?? types.getTypeParser(oid, format) },
  })
  // A connection that breaks fails the call that uses it, or is replaced on the next one. Without somebody to hear them,
  // these events would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export const openKysely = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: promptPool(pool) }) })

/** One connection for one piece of administration: migrations, roles, backups. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url, application_name: 'kuashan' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
