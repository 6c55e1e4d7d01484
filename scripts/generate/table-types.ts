import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The types of all tables, read from a database that the migrations just made. */
export async function tableTypes(): Promise<string> {
  // Imported when its turn comes: the pages before it need no database.
  const { describeTables } = await import('@kuashan/store/database/describe-tables.ts')
  const { openStore } = await import('@kuashan/store/open-store.ts')
  const folder = await mkdtemp(join(tmpdir(), 'tables-'))
  await chmod(folder, 0o755)
  const store = await openStore({ folder })
  try {
    return await describeTables(store.adminUrl)
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
