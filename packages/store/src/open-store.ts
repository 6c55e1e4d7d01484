import { sql } from 'kysely'
import type { Caller } from './database/caller.ts'
import { openKysely, openPool } from './database/connect.ts'
import { StoreOutage } from './database/refused.ts'
import { type Access, withCaller } from './database/with-caller.ts'
import { type Cluster, openCluster } from './embedded/cluster.ts'
import { migrate } from './migrate/migrate.ts'
import { appUrlOf, ensureDatabase, onDatabase, prepareRoles } from './migrate/prepare-database.ts'
import { readMigrations } from './migrate/read-migrations.ts'
import { fieldCipher } from './secrets/field-cipher.ts'
import { readSecrets, type Secrets } from './secrets/secrets-file.ts'

export interface StoreOptions {
  /** The data folder: secrets, and the embedded database where no server is given. */
  folder: string
  /** An administrator's URL of a PostgreSQL 15 or later; its database is used, or `database` on it. */
  databaseUrl?: string | undefined
  database?: string
  /** Of the embedded server only. */
  binaries?: string
  settings?: readonly string[]
}

export interface Store {
  /** The only way to the data: one transaction, as one caller. */
  as<T>(caller: Caller, work: (access: Access) => Promise<T>): Promise<T>
  /** Answers when the database does, for readiness. Throws `StoreOutage`. */
  ping(): Promise<void>
  /** Connections of this process to the database, and transactions that wait for one. */
  connections(): { idle: number; used: number; waiting: number }
  /** The data folder, where its secrets lie. */
  folder: string
  /** For backups, restores and migrations; nothing that serves people uses it. */
  adminUrl: string
  appUrl: string
  /** The embedded server; null on a server of one's own. */
  cluster: Cluster | null
  /** Waits for running transactions, then stops the embedded server if this process keeps it. */
  close(): Promise<void>
}

interface Opened {
  folder: string
  adminUrl: string
  cluster: Cluster | null
  secrets: Secrets
}

function storeOn({ folder, adminUrl, cluster, secrets }: Opened): Store {
  const appUrl = appUrlOf(adminUrl)
  const pool = openPool(appUrl)
  const kysely = openKysely(pool)
  const parts = { kysely, cipher: fieldCipher(secrets) }
  return {
    folder,
    adminUrl,
    appUrl,
    cluster,
    as: (caller, work) => withCaller(parts, caller, work),
    connections: () => ({
      idle: pool.idleCount,
      used: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
    }),
    ping: async () => {
      await sql`SELECT 1`.execute(kysely).catch((error) => {
        throw new StoreOutage(error)
      })
    },
    close: async () => {
      await kysely.destroy()
      await cluster?.stop()
    },
  }
}

/** Opens a store that another thread keeps open, with connections of its own. */
export const joinStore = async (open: Pick<Store, 'folder' | 'adminUrl'>): Promise<Store> =>
  storeOn({ ...open, cluster: null, secrets: await readSecrets(open.folder) })

/** Opens the store of a data folder: starts or joins its database, brings it to the newest migration. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const secrets = await readSecrets(options.folder)
  const cluster = options.databaseUrl ? null : await openCluster(options)
  try {
    const serverUrl = options.databaseUrl || cluster!.url
    const database = options.database ?? (options.databaseUrl ? null : 'kuashan')
    if (database) await ensureDatabase(serverUrl, database)
    const adminUrl = database ? onDatabase(serverUrl, database) : serverUrl
    await prepareRoles(adminUrl)
    await migrate(adminUrl, await readMigrations())
    return storeOn({ folder: options.folder, adminUrl, cluster, secrets })
  } catch (error) {
    await cluster?.stop()
    throw error
  }
}
