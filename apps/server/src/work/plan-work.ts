import type { Improvement } from '@kuashan/contract/jobs.ts'
import { Mode } from '@kuashan/core/plan/plan.ts'
import type { BetterPlan } from '@kuashan/core/planner/plan-options.ts'
import { planInThread } from '@kuashan/engine/planning/plan-in-thread.ts'
import { Refused } from '@kuashan/store/database/refused.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { JobContext, Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { createPlan } from '@kuashan/store/queries/plans.ts'
import { z } from 'zod'
import { countyUnder } from '../county/county-under.ts'
import { travelOf } from '../county/travel-shelf.ts'
import type { WorkPlace } from '../threads/work-place.ts'

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
  (store: Store, place: WorkPlace): Work =>
  async (job, { county, signal, finish, progress }) => {
    const asked = PlanAsked.parse(job.input)
    const caller = callerOfJob(county, job)
    const { input, revision, scenario } = await store.as(caller, (access) =>
      countyUnder(place.shelf, access, asked.scenario),
    )
    await progress({ share: 0.05, detail: 'travel' })
    const { travel } = await travelOf(place.travel, input, place.workers)
    const watched = watchPlanning(asked.seconds, progress)
    const { plan: made, findings } = await planInThread(input, travel, {
      mode: asked.mode,
      seed: asked.seed,
      budget: { seconds: asked.seconds },
      workers: place.workers,
      signal,
      finish,
      onBetter: watched.better,
    }).finally(watched.end)
    const unmeetable = findings.find((f) => f.code === 'budget-below-standing')
    if (unmeetable) throw new Refused(unmeetable)
    const plan = scenario ? { ...made, made: { ...made.made, scenario: scenario.name } } : made
    const document = JSON.stringify(plan)
    const saved = { name: asked.name, revision, scenario: scenario?.scenario, document, findings }
    return { save: (access) => createPlan(access, saved) }
  }

/** Steps of the improvement that are kept: the newest. */
const mostImprovements = 40
const tellEveryMs = 2000
/** Shares of the whole at which the search begins and its time is over; the rest is checking and keeping. */
const [searchFrom, searchTo] = [0.1, 0.95]

/** Tells how planning goes: by the clock how much of its time is over, and each better plan as it is found. */
function watchPlanning(seconds: number, progress: JobContext['progress']) {
  const start = performance.now()
  const passed = () => (performance.now() - start) / 1000
  const improvements: Improvement[] = []
  const tell = () => {
    const share = searchFrom + (searchTo - searchFrom) * Math.min(1, passed() / seconds)
    progress({ share, detail: 'plan', improvements }).catch(() => undefined)
  }
  const ticking = setInterval(tell, tellEveryMs)
  return {
    better: (better: BetterPlan) => {
      improvements.push({ seconds: Math.round(passed() * 10) / 10, ...better })
      improvements.splice(0, improvements.length - mostImprovements)
      tell()
    },
    end: () => clearInterval(ticking),
  }
}
