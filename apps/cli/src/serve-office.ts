import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Seat, setUpOffice } from '@kuashan/server/county/set-up-office.ts'
import { openServer } from '@kuashan/server/open-server.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { openStore, type Store } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { dataFolder } from './data-folder.ts'
import { listenHere } from './listen-here.ts'
import type { Session } from './session.ts'
import { buildWeb } from './web-build.ts'
import { workersHere } from './workers-here.ts'

interface OfficeOptions {
  port: number
  /** County folder to begin with, where no county is there yet. */
  folder: string | undefined
  /** What else a first start does, before anybody can sign in. */
  onFirstStart?: (store: Store, seats: readonly Seat[]) => Promise<void>
}

/** Serves the office’s app until the command is ended; on a first start sets it up and shows its one-time links. */
export async function serveOffice(
  { port, folder, onFirstStart }: OfficeOptions,
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
    const address = `http://localhost:${port}`
    let first: Caller | undefined
    if (folder !== undefined && (await countiesHere(store)).length === 0) {
      const { seats, planner } = await setUpOffice(store, folder)
      first = planner
      await onFirstStart?.(store, seats)
      terminal.say({
        zh: '一次性链接，每人用自己的设置密码（三天内有效，只显示这一次）：',
        en: 'One-time links: each person sets a password with theirs (three days, shown once only):',
      })
      for (const { name, login, token } of seats)
        terminal.say({
          zh: `  ${name}（${login}）：${address}/link#${token}`,
          en: `  ${name} (${login}): ${address}/link#${token}`,
        })
    }
    const cache = join(data, 'cache')
    const app = await openServer({ store, cache, workers: workersHere(), first })
    await listenHere(app, port)
    terminal.say({
      zh: `打开 ${address}  （Ctrl-C 结束）`,
      en: `Open ${address}  (Ctrl-C ends)`,
    })
    await new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    )
    await app.close()
  } finally {
    await store.close()
  }
}
