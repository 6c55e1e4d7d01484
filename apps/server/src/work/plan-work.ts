import { Mode } from '@kuashan/core/plan/plan.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { createPlan } from '@kuashan/store/queries/plans.ts'
import { z } from 'zod'
import { countyUnder } from '../county/county-under.ts'
import { travelOf } from '../county/travel-shelf.ts'
import type { Desk } from '../handlers/desk.ts'

/** What a plan is to be made by. */
export const PlanAsked = z.strictObject({
  name: z.string(),
  mode: Mode,
  scenario: z.string().optional(),
  seconds: z.number(),
  seed: z.number().int(),
})

export type PlanAsked = z.infer<typeof PlanAsked>

/** Makes a plan of the county in force, checked, as a draft of whoever asked. */
export const planWork =
  (store: Store, desk: Desk): Work =>
  async (job, { county, signal, progress }) => {
    const asked = PlanAsked.parse(job.input)
    const caller = callerOfJob(county, job)
    const { input, revision, scenario } = await store.as(caller, (access) =>
      countyUnder(desk.shelf, access, asked.scenario),
    )
    await progress({ share: 0.05, detail: 'travel' })
    const { travel } = await travelOf(desk.travel, input, desk.workers)
    let told = 0
    const { plan: made, findings } = await planCounty(input, travel, {
      mode: asked.mode,
      seed: asked.seed,
      budget: { seconds: asked.seconds },
      workers: desk.workers,
      signal,
      onProgress: ({ share }) => {
        if (share < told + 0.02) return
        told = share
        progress({ share: 0.3 + 0.65 * share, detail: 'plan' }).catch(() => undefined)
      },
    })
    const plan = scenario ? { ...made, made: { ...made.made, scenario: scenario.name } } : made
    const document = JSON.stringify(plan)
    const saved = { name: asked.name, revision, scenario: scenario?.scenario, document, findings }
    return { save: (access) => createPlan(access, saved) }
  }
