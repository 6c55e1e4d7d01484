import { sealAudit } from '@kuashan/store/audit/seal.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'

/**
 * Seals what was logged in every county, again and again. What cannot be sealed now (another process did, the database is
 * away) is sealed the next time. Returns how to stop.
 */
export function sealRegularly(store: Store, everyMs: number): () => Promise<void> {
  const sealAll = async (): Promise<void> => {
    for (const { county } of await countiesHere(store))
      await store.as(ownCaller(county, 'sealer'), sealAudit)
  }
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = sealAll().catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
