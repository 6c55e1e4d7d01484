import type { JobKind } from '@kuashan/contract/jobs.ts'
import type { Queue } from '@kuashan/store/jobs/queue.ts'
import { serveJobs, type Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { WorkPlace } from '../threads/joined.ts'
import { compareWork } from './compare-work.ts'
import { explainWork } from './explain-work.ts'
import { exportWork } from './export-work.ts'
import { importWork } from './import-work.ts'
import { measureWork } from './measure-work.ts'
import { planWork } from './plan-work.ts'
import { registerWork } from './register-work.ts'
import { replanWork } from './replan-work.ts'

/** Serves every kind of long work in this thread; any number of threads and processes may. */
export async function serveWork(
  store: Store,
  queue: Queue,
  place: WorkPlace,
  around: (kind: string, work: Work) => Work,
): Promise<void> {
  const works: Record<JobKind, Work> = {
    import: importWork(store, place),
    measure: measureWork(store, place),
    plan: planWork(store, place),
    compare: compareWork(store, place),
    explain: explainWork(store, place),
    replan: replanWork(store, place),
    export: exportWork(store, place),
    register: registerWork(store, place),
  }
  for (const [kind, work] of Object.entries(works))
    await serveJobs(store, queue, kind, around(kind, work))
}
