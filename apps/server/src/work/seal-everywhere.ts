import { sealAudit } from '@kuashan/store/audit/seal.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'

/** Seals what was logged in every county. Throws where another process did, or the database is away. */
export async function sealEverywhere(store: Store): Promise<void> {
  for (const { county } of await countiesHere(store))
    await store.as(ownCaller(county, 'sealer'), sealAudit)
}
