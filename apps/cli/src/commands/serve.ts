import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setUpOffice } from '@kuashan/server/county/set-up-office.ts'
import { openServer } from '@kuashan/server/open-server.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { dataFolder } from '../data-folder.ts'
import { countyFolder } from '../open-county.ts'
import type { Session } from '../session.ts'

export interface ServeOptions {
  port: number
}

/** `serve [DIR]`: the office’s server; on a first start around the county folder DIR, with one-time links for its people. */
export async function serveCommand(
  dir: string | undefined,
  { port }: ServeOptions,
  { terminal, signal }: Session,
): Promise<0> {
  const data = dataFolder()
  await mkdir(data, { recursive: true })
  const store = await openStore({
    folder: join(data, 'store'),
    databaseUrl: process.env.DATABASE_URL,
  })
  try {
    const address = `http://localhost:${port}`
    if (dir !== undefined && (await countiesHere(store)).length === 0)
      for (const { name, login, token } of await setUpOffice(store, countyFolder(dir)))
        terminal.say({
          zh: `${name}（${login}）：${address}/link#${token}`,
          en: `${name} (${login}): ${address}/link#${token}`,
        })
    const app = await openServer({ store, cache: join(data, 'cache') })
    await app.listen({ port, host: '127.0.0.1' })
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
  return 0
}
