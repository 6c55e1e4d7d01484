import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import {
  type PlanCountyOptions,
  type PlannedCounty,
  planCounty as plan,
} from '@kuashan/engine/planning/plan-county.ts'
import type { Session } from './session.ts'

/** Makes and checks a plan, with its progress on the terminal. */
export async function planCounty(
  input: CountyInput,
  travel: YearTravel,
  options: Omit<PlanCountyOptions, 'signal' | 'onProgress'>,
  { terminal, signal }: Session,
): Promise<PlannedCounty> {
  const step = terminal.step({ zh: '规划', en: 'Planning' })
  const made = await plan(input, travel, {
    mode: options.mode,
    seed: options.seed,
    budget: options.budget,
    workers: options.workers,
    signal,
    onProgress: ({ share, detail }) => step.at(share, detail),
  })
  step.done()
  return made
}
