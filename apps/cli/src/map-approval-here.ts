import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mapApproval } from '@kuashan/server/files/map-approval.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { dataFolder } from './data-folder.ts'

/** 审图号 of the map that the office of this machine has chosen for a county; none without an office or a map. */
export async function mapApprovalHere(county: string): Promise<string | undefined> {
  const folder = join(dataFolder(), 'store')
  if (!existsSync(folder)) return undefined
  const store = await openStore({ folder, databaseUrl: process.env.DATABASE_URL })
  try {
    return await store.as(ownCaller(county, 'console'), mapApproval)
  } finally {
    await store.close()
  }
}
