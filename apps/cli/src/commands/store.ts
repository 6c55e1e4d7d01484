import { resolve } from 'node:path'
import { recoverAccount } from '@kuashan/store/accounts/console.ts'
import { backup } from '@kuashan/store/backup/backup.ts'
import { restore } from '@kuashan/store/backup/restore.ts'
import { Refused } from '@kuashan/store/database/refused.ts'
import { openStore, type Store } from '@kuashan/store/open-store.ts'
import type { Session } from '../session.ts'

/** Opens the store of a data folder (or the server of DATABASE_URL) for one piece of work; refusals are said as findings. */
async function onStore(
  data: string,
  { terminal }: Session,
  work: (store: Store) => Promise<void>,
): Promise<0 | 1> {
  const databaseUrl = process.env.DATABASE_URL
  const store = await openStore({ folder: resolve(data), databaseUrl })
  try {
    await work(store)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    terminal.findings([error.finding])
    terminal.result({ findings: [error.finding] })
    return 1
  } finally {
    await store.close()
  }
}

/** `backup FILE --data DIR`: all of the store as of one instant; people go on working meanwhile. */
export const backupCommand = (file: string, data: string, session: Session): Promise<0 | 1> =>
  onStore(data, session, async (store) => {
    const { rows, hash } = await backup(store.adminUrl, resolve(file))
    session.terminal.say({
      zh: `已备份 ${rows} 行到 ${file}（校验值 ${hash.slice(0, 12)}）。密钥文件 secrets.json 不在其中，请另行保管。`,
      en: `${rows} rows are in ${file} (hash ${hash.slice(0, 12)}). The keys, secrets.json, are not in it: keep them elsewhere.`,
    })
    session.terminal.result({ file, rows, hash })
  })

/** `restore FILE --data DIR`: into an empty store, all or nothing. */
export const restoreCommand = (file: string, data: string, session: Session): Promise<0 | 1> =>
  onStore(data, session, async (store) => {
    const { rows, hash } = await restore(store.adminUrl, resolve(file))
    session.terminal.say({
      zh: `已恢复 ${rows} 行（校验值 ${hash.slice(0, 12)}）。`,
      en: `${rows} rows are back (hash ${hash.slice(0, 12)}).`,
    })
    session.terminal.result({ file, rows, hash })
  })

/** `recover COUNTY LOGIN --data DIR --reason TEXT`: for whoever sits at the machine; the audit log shows it. */
export const recoverCommand = (
  asked: { county: string; login: string; data: string; reason: string },
  session: Session,
): Promise<0 | 1> =>
  onStore(asked.data, session, async (store) => {
    const token = await recoverAccount(store, asked.county, asked.login, asked.reason)
    session.terminal.say({
      zh: `一小时内有效、只能用一次：${token}`,
      en: `Works once, within an hour: ${token}`,
    })
    session.terminal.result({ token })
  })
