import { PgBoss } from 'pg-boss'
import { withClient } from '../database/connect.ts'
import type { Store } from '../open-store.ts'

const schema = 'kuashan_queue'

/** A worker that falls silent for this long has died: its job goes to another. The least that the queue takes. */
const silentSeconds = 10

/** The queue of long work: pg-boss in a schema of its own. `null` handles of it are never seen outside this folder. */
export interface Queue {
  boss: PgBoss
  /** Waits for running jobs up to the given seconds, then hands them back. */
  close(seconds?: number): Promise<void>
}

const asOwner = (url: string): string => {
  const owner = new URL(url)
  owner.searchParams.set('options', '-c role=kuashan_owner')
  return owner.href
}

/** Makes or migrates the queue's schema as the owner and opens it to the app, which may not change it. */
async function install(store: Store, kinds: readonly string[]): Promise<void> {
  const owner = new PgBoss({
    connectionString: asOwner(store.adminUrl),
    schema,
    supervise: false,
    schedule: false,
    max: 2,
  })
  owner.on('error', () => undefined)
  await owner.start()
  for (const kind of kinds) {
    const options = { heartbeatSeconds: silentSeconds, retryLimit: 5, retryDelay: 1 }
    if (await owner.getQueue(kind)) await owner.updateQueue(kind, options)
    else await owner.createQueue(kind, options)
  }
  await owner.stop({ graceful: false })
  await withClient(asOwner(store.adminUrl), (client) =>
    client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO kuashan_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO kuashan_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO kuashan_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO kuashan_app`),
  )
}

/** Opens the queue for the kinds of work given; any number of processes may. */
export async function openQueue(store: Store, kinds: readonly string[]): Promise<Queue> {
  await install(store, kinds)
  return joinQueue(store)
}

/** Opens a queue that is there. */
export async function joinQueue(store: Pick<Store, 'appUrl'>): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: store.appUrl,
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    max: 4,
  })
  // The database gone and back: pg-boss keeps trying; what it could not do is done on the next round.
  boss.on('error', () => undefined)
  await boss.start()
  return {
    boss,
    close: (seconds = 10) => boss.stop({ graceful: true, timeout: seconds * 1000 }),
  }
}
