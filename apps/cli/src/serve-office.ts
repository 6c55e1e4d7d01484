import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Seat, setUpOffice } from '@kuashan/server/county/set-up-office.ts'
import { openServer } from '@kuashan/server/open-server.ts'
import { readProviderSettings } from '@kuashan/server/sign-in/provider-settings.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { openStore, type Store } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { dataFolder } from './data-folder.ts'
import { listenHere } from './listen-here.ts'
import { sayLinks } from './say-links.ts'
import type { Session } from './session.ts'
import { buildWeb } from './web-build.ts'
import { workersHere } from './workers-here.ts'

interface OfficeOptions {
  port: number
  /** The address it listens on; the loopback address where it is left out. */
  host?: string
  /** County folder to begin with, where no county is there yet. */
  folder: string | undefined
  /** What else a first start does, before anybody can sign in. */
  onFirstStart?: (store: Store, seats: readonly Seat[]) => Promise<void>
}

/** Serves the office’s app until the command is ended; on a first start sets it up and shows its one-time links. */
export async function serveOffice(
  { port, host = '127.0.0.1', folder, onFirstStart }: OfficeOptions,
  { terminal, signal }: Session,
): Promise<void> {
  const step = terminal.step({ zh: '准备网页', en: 'Preparing the app' })
  await buildWeb()
  step.done()
  const data = dataFolder()
  await mkdir(data, { recursive: true })
  const databaseUrl = process.env.DATABASE_URL
  const store = await openStore({ folder: join(data, 'store'), databaseUrl })
  try {
    const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
    let first: Caller | undefined
    if (folder !== undefined && (await countiesHere(store)).length === 0) {
      const { seats, planner } = await setUpOffice(store, folder)
      first = planner
      await onFirstStart?.(store, seats)
      sayLinks(seats, address, terminal)
    }
    const cache = join(data, 'cache')
    const provider = await readProviderSettings(process.env)
    const app = await openServer({
      store,
      cache,
      maps: join(data, 'maps'),
      workers: workersHere(),
      first,
      provider,
      log: process.env.KUASHAN_LOG === '1',
      metricsToken: process.env.KUASHAN_METRICS_TOKEN,
    })
    await listenHere(app, port, host)
    terminal.say({
      zh: `打开 ${address}  （Ctrl-C 结束）`,
      en: `Open ${address}  (Ctrl-C ends)`,
    })
    if (!signal.aborted) await once(signal, 'abort')
    await app.close()
  } finally {
    await store.close()
  }
}
