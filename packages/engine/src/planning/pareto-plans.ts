import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { costsOf } from '@kuashan/core/plan/costs.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import {
  budgetSteps,
  type FrontPoint,
  hypervolume,
  paretoFront,
} from '@kuashan/core/planner/compare/pareto-front.ts'
import { type Side, sideOf } from '@kuashan/core/planner/compare/side.ts'
import { worstTenth } from '@kuashan/core/planner/compare/worst-tenth.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { type PlanCountyOptions, planCounty } from './plan-county.ts'

/** One evaluated plan of the sweep. `budgetFen` is null for the plan of least cost above the floors, and for today. */
export interface SweptPlan extends FrontPoint {
  budgetFen: number | null
  plan: Plan | null
  verdict: 'valid' | 'broken'
}

export interface ParetoPlans {
  /** Today's supply, for comparison; it is not a plan. */
  today: SweptPlan
  /** All plans made, dearest budget first. */
  made: SweptPlan[]
  /** Those that no other dominates, cheapest first; broken plans are left out. */
  front: SweptPlan[]
  /** Share of the rectangle up to the reference that the front dominates. */
  hypervolume: number
  reference: { cost: number; missed: number }
  findings: Finding[]
}

export interface ParetoOptions extends Omit<PlanCountyOptions, 'mode'> {
  /** How many budgets. */
  steps: number
}

const pointOf = (side: Side): FrontPoint => ({
  cost: side.costs.cashFen,
  missed: side.measurement.cells.reduce((sum, c) => sum + (c.met ? 0 : c.people), 0),
  worstMinutes: worstTenth(side.measurement).minutes,
})

const sideFor = (input: CountyInput, travel: YearTravel, plan: Plan | null): Side =>
  sideOf({ id: '', nameZh: '', nameEn: '', input, travel, plan, capitalOfChanges: {} })

/** Cash that no plan avoids: open buildings and the fleet, with no vehicle ever out. */
const unavoidable = ({ county }: CountyInput): number =>
  costsOf(county, { sites: [], tours: [], calls: [], rides: [] }).cashFen

/**
 * A front between cash and those worst off by the ε-constraint method (Haimes, Lasdon & Wismer 1971): the plan of least
 * cost above the floors, then most need met at budgets from its cost down to what cannot be avoided. The budget and
 * seed of the search hold for each plan.
 */
export async function paretoPlans(
  input: CountyInput,
  travel: YearTravel,
  options: ParetoOptions,
): Promise<ParetoPlans> {
  const findings: Finding[] = []
  const share = { done: 0, all: options.steps + 1 }
  const makeAt = async (budgetFen: number | null): Promise<SweptPlan> => {
    const { county } = input
    const at =
      budgetFen === null
        ? input
        : { ...input, county: { ...county, settings: { ...county.settings, budgetFen } } }
    const { onProgress } = options
    const made = await planCounty(at, travel, {
      ...options,
      mode: budgetFen === null ? 'least-cost' : 'most-need',
      ...(onProgress
        ? {
            onProgress: ({ share: part, detail }) =>
              onProgress({ share: (share.done + part) / share.all, detail }),
          }
        : {}),
    })
    share.done += 1
    findings.push(...made.checked.findings.filter((f) => f.severity === 'error'))
    const point = pointOf(sideFor(at, travel, made.plan))
    return { ...point, budgetFen, plan: made.plan, verdict: made.checked.verdict }
  }
  const least = await makeAt(null)
  const made = [least]
  const budgets = budgetSteps(unavoidable(input), least.cost, options.steps + 1).slice(1)
  for (const budget of budgets) {
    if (options.signal.aborted) break
    made.push(await makeAt(budget))
  }
  const now = sideFor(input, travel, null)
  const today: SweptPlan = { ...pointOf(now), budgetFen: null, plan: null, verdict: 'valid' }
  const entitled = now.measurement.cells.reduce((sum, c) => sum + c.people, 0)
  const reference = {
    cost: Math.max(today.cost, ...made.map((p) => p.cost)),
    missed: entitled,
  }
  const front = paretoFront(made.filter((p) => p.verdict === 'valid'))
  return {
    today,
    made,
    front,
    hypervolume: hypervolume(front, { ...reference, worstMinutes: null }),
    reference,
    findings,
  }
}
