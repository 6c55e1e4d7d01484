import { createHmac } from 'node:crypto'
import pg from 'pg'
import { withClient } from '../database/connect.ts'

/** The part of a URL that names the database, changed. */
export const onDatabase = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/**
 * The app's own login, with a password derived from the administrator's: machines that share a server need not share a
 * file, and whoever knows the administrator's password could set the other anyway.
 */
export function appUrlOf(adminUrl: string): string {
  const url = new URL(adminUrl)
  if (url.password === '') throw new Error('DATABASE_URL must carry a password')
  url.password = createHmac('sha256', decodeURIComponent(url.password))
    .update('kuashan_app')
    .digest('hex')
  url.username = 'kuashan_app'
  return url.href
}

const ensureRole = async (client: pg.Client, name: string, attributes: string): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount === 0) await client.query(`CREATE ROLE ${name} ${attributes}`)
}

/** Somebody else makes or changes the same role at the same moment (appendix A of PostgreSQL’s manual). */
const isRace = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return code === '42710' || code === '23505' || /concurrently updated/.test(message ?? '')
}

/**
 * Roles: `kuashan_owner` owns and migrates and cannot log in, `kuashan_app` serves and owns nothing. Roles are the whole
 * server's and no lock of PostgreSQL is, so whoever comes second to one looks again.
 */
export async function prepareRoles(adminUrl: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return await makeRoles(adminUrl)
    } catch (error) {
      if (attempt === 10 || !isRace(error)) throw error
    }
}

const makeRoles = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (client) => {
    const least = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
    await ensureRole(client, 'kuashan_owner', `NOLOGIN ${least}`)
    await ensureRole(client, 'kuashan_app', `LOGIN NOINHERIT ${least}`)
    await client.query('GRANT kuashan_owner TO CURRENT_USER')
    const { rows } = await client.query('SELECT current_database() AS name')
    const database = client.escapeIdentifier(rows[0].name)
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO kuashan_app`)
    await client.query(`GRANT CONNECT, CREATE ON DATABASE ${database} TO kuashan_owner`)
    const { password } = new URL(appUrlOf(adminUrl))
    const works = await withClient(appUrlOf(adminUrl), async () => true).catch(() => false)
    if (!works) await client.query(`ALTER ROLE kuashan_app PASSWORD ${pg.escapeLiteral(password)}`)
  })

/** Makes a database where it is missing. */
export const ensureDatabase = (serverUrl: string, name: string): Promise<void> =>
  withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0`)
  })
