import type { JobKind } from '@kuashan/contract/jobs.ts'
import type { Queue } from '@kuashan/store/jobs/queue.ts'
import { serveJobs, type Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { WorkPlace } from '../threads/work-place.ts'

type MakeWork = (store: Store, place: WorkPlace) => Work

/** How each kind of long work is done; its code is loaded when it is first asked for. */
const works: Readonly<Record<JobKind, () => Promise<MakeWork>>> = {
  import: async () => (await import('./import-work.ts')).importWork,
  register: async () => (await import('./register-work.ts')).registerWork,
  measure: async () => (await import('./measure-work.ts')).measureWork,
  plan: async () => (await import('./plan-work.ts')).planWork,
  compare: async () => (await import('./compare-work.ts')).compareWork,
  explain: async () => (await import('./explain-work.ts')).explainWork,
  replan: async () => (await import('./replan-work.ts')).replanWork,
  export: async () => (await import('./export-work.ts')).exportWork,
}

/** Serves every kind of long work in this thread; any number of threads and processes may. */
export async function serveWork(
  store: Store,
  queue: Queue,
  place: WorkPlace,
  around: (kind: string, work: Work) => Work,
): Promise<void> {
  for (const [kind, load] of Object.entries(works)) {
    const work: Work = async (job, context) => (await load())(store, place)(job, context)
    await serveJobs(store, queue, kind, around(kind, work))
  }
}
