import { withClient } from '@kuashan/store/database/connect.ts'

export interface Hold {
  /** How many stand still in the database until somebody lets go. */
  standing(): Promise<number>
  end(): Promise<void>
}

/** Lets nobody write to tables, so that what writes to them stands still in the middle of its transaction. */
export async function holding(store: { adminUrl: string }, tables: string): Promise<Hold> {
  const held = Promise.withResolvers<Hold['standing']>()
  const freed = Promise.withResolvers<void>()
  const done = withClient(store.adminUrl, async (client) => {
    await client.query(`BEGIN; LOCK TABLE ${tables} IN EXCLUSIVE MODE`)
    held.resolve(async () => {
      // In one transaction the list of connections stays as it was first read.
      await client.query('SELECT pg_stat_clear_snapshot()')
      const { rows } = await client.query(`SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`)
      return rows[0].n
    })
    await freed.promise
  })
  done.catch(held.reject)
  const standing = await held.promise
  const end = () => {
    freed.resolve()
    return done
  }
  return { standing, end }
}

/** Waits until so many stand still. */
export async function standing(hold: Hold, count: number): Promise<void> {
  while ((await hold.standing()) < count) await new Promise((resolve) => setTimeout(resolve, 50))
}
