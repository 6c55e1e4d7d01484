import { JobKind } from '@kuashan/contract/jobs.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { askJob } from '@kuashan/store/jobs/jobs.ts'
import { openQueue, type Queue } from '@kuashan/store/jobs/queue.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { listPlans } from '@kuashan/store/queries/plans.ts'
import type { PlanAsked } from './plan-work.ts'

/** Time for the first plan: enough for a county, and over before somebody has set a password. */
const seconds = 20

/** Asks for what a new office looks at first: how things are today, and a plan where none is there yet. */
export async function askFirstWork(store: Store, queue: Queue, planner: Caller): Promise<void> {
  const plan: PlanAsked = { name: '第一个方案', mode: 'least-cost', seconds, seed: 1 }
  await store.as(planner, async (access) => {
    await askJob(access, queue, { kind: 'measure', workKey: 'first', input: {} })
    if ((await listPlans(access)).length > 0) return
    await askJob(access, queue, { kind: 'plan', workKey: 'first', input: plan })
  })
}

/** The same where nothing is served yet: it is done as soon as a server takes the queue up. */
export async function askFirstWorkAhead(store: Store, planner: Caller): Promise<void> {
  const queue = await openQueue(store, JobKind.options)
  await askFirstWork(store, queue, planner)
  await queue.close()
}
