import type { JobKind } from '@kuashan/contract/jobs.ts'
import { serveJobs, type Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { Desk } from '../handlers/desk.ts'
import type { Meters } from '../meters/meters.ts'
import { compareWork } from './compare-work.ts'
import { explainWork } from './explain-work.ts'
import { importWork } from './import-work.ts'
import { measureWork } from './measure-work.ts'
import { planWork } from './plan-work.ts'
import { replanWork } from './replan-work.ts'

/** Serves every kind of long work in this process; any number of processes may. */
export async function serveWork(store: Store, desk: Desk, meters: Meters): Promise<void> {
  const works: Record<JobKind, Work> = {
    import: importWork(store, desk),
    measure: measureWork(store, desk),
    plan: planWork(store, desk),
    compare: compareWork(store, desk),
    explain: explainWork(store, desk),
    replan: replanWork(store, desk),
  }
  for (const [kind, work] of Object.entries(works))
    await serveJobs(store, desk.queue, kind, meters.timed(kind, work))
}
