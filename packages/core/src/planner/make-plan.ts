import { assumedLimits } from '../access/limits.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import { costsToday } from '../plan/costs-today.ts'
import type { County } from '../plan/county.ts'
import { assumedOfExperts } from '../plan/expert-work.ts'
import type { Plan } from '../plan/plan.ts'
import { assumedOfRides } from '../plan/ride-assumptions.ts'
import { assumedMinutesPerPerson, assumedUptakePerVisit } from '../plan/visit-load.ts'
import type { YearTravel } from '../travel/travel-table.ts'
import { choiceGround } from './choice-ground.ts'
import { countyInOrder } from './county-in-order.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { allowedBy } from './joint/ways.ts'
import { planFindings } from './plan-findings.ts'
import { assumedVisitsYear, planGround } from './plan-ground.ts'
import type { PlanOptions } from './plan-options.ts'
import { planRounds } from './plan-rounds.ts'
import { joinPlans, type PartPlan } from './territories/join-plans.ts'
import { territoriesOf } from './territories/split-county.ts'
import { travelOfPart } from './territories/travel-of-part.ts'
import { callsOf } from './write-plan.ts'

export interface PlanProblem {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  /** Hash of all raw input, printed on the plan. */
  dataHash: string
}

/** Changes with the planning method, so that an older plan is not replayed by a newer engine unnoticed. */
const engineVersion = 'kuashan 0.1.0'

/**
 * Makes a plan: today measured and costed; sites, stops, frequencies and doorstep chosen together, floors first, then
 * cost; visits put on dated tours; everything measured again on the real calendar. A difference from today in three
 * cost columns. A city is planned territory by territory (docs/methods/city.md). Deterministic for equal input, seed and iterations, whatever the order of rows.
 */
export async function makePlan(
  problem: PlanProblem,
  options: PlanOptions,
): Promise<{ plan: Plan; findings: Finding[] }> {
  const county = countyInOrder(problem.county)
  const today = costsToday(county, problem.travel)
  const head = {
    mode: options.mode,
    made: {
      engine: engineVersion,
      dataHash: problem.dataHash,
      seed: options.seed,
      iterations: 0,
      workers: options.workers,
      reproducible: options.iterations !== undefined,
    },
    today,
    assumed: assumedValues(county),
    epsilon: options.epsilon ?? 0,
  }
  const territories = territoriesOf(county, problem.travel.base, options.mostInOnePiece)
  const parts: PartPlan[] = []
  let iterations = 0
  for (const [k, territory] of territories.entries()) {
    const own = optionsOfPart(options, k, territories.length, iterations)
    const travel =
      territories.length === 1 ? problem.travel : travelOfPart(problem.travel, territory.county)
    const base = groundOf({ ...problem, travel, county: territory.county }, own)
    const { best, iterations: done } = await planRounds(base, head, own)
    iterations += done
    const { decides } = territory
    parts.push({ plan: best.plan, calls: callsOf(base.ground, best.draft), decides })
  }
  const made = { ...head.made, iterations }
  const [first] = parts
  const joined =
    parts.length === 1
      ? first!.plan
      : joinPlans(county, problem.catalogue, problem.travel.base, parts, head)
  const plan: Plan = { ...joined, made }
  return { plan, findings: planFindings(county, problem.catalogue, plan) }
}

function groundOf(problem: PlanProblem, options: PlanOptions): ChoiceGround {
  const { county } = problem
  const withinBorders = options.withinBorders ?? county.settings.withinBorders ?? 'none'
  const { ways, needs, kept } = options
  const base = choiceGround(planGround({ ...problem, withinBorders, needs, kept }))
  if (ways === undefined) return base
  const open = base.candidates.filter((c) => c.decision.action === 'keep').map((c) => c.key)
  return { ...base, allows: allowedBy(ways, new Set(open)) }
}

/** A territory's share of the search: of iterations an equal part, of time until its part of the whole time is over. */
function optionsOfPart(
  options: PlanOptions,
  k: number,
  parts: number,
  before: number,
): PlanOptions {
  if (parts === 1) return options
  const { iterations, stopPart, onProgress, onBetter } = options
  const most = iterations === undefined ? Number.POSITIVE_INFINITY : Math.ceil(iterations / parts)
  const over = stopPart?.(k, parts) ?? options.stop
  return {
    ...options,
    stop: (done) => done >= most || over(before + done),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: ({ share, detail }) =>
            onProgress({ share: (k + share) / parts, detail: `${k + 1}/${parts} ${detail}` }),
        }),
    ...(onBetter && { onBetter: (better) => onBetter({ ...better, part: k + 1, parts }) }),
  }
}

/** Values used for want of data, as they stand in `assumptions` or by default. */
function assumedValues(county: County): Plan['assumed'] {
  const defaults: Record<string, number> = {
    ...assumedLimits,
    ...assumedOfRides,
    ...(specialists(county) ? assumedOfExperts : {}),
    uptakePerVisit: assumedUptakePerVisit,
    visitsWithoutFrequency: assumedVisitsYear,
  }
  const { assumptions } = county.settings
  const values = { ...defaults, ...assumptions }
  return [
    ...Object.keys(values)
      .sort()
      .map((what) => ({ what, value: values[what]! })),
    { what: 'minutesPerPerson', value: assumedMinutesPerPerson },
  ].sort(byText((x) => x.what))
}

const specialists = ({ staff }: County): boolean => staff.some((s) => s.skills.length > 0)
