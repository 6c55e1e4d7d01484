import { assumedLimits } from '../access/limits.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import { costsToday } from '../plan/costs-today.ts'
import type { County } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import { assumedOfRides } from '../plan/ride-assumptions.ts'
import { assumedMinutesPerPerson, assumedUptakePerVisit } from '../plan/visit-load.ts'
import type { YearTravel } from '../travel/travel-table.ts'
import { choiceGround } from './choice-ground.ts'
import { countyInOrder } from './county-in-order.ts'
import { assumedVisitsYear, planGround } from './plan-ground.ts'
import type { PlanOptions } from './plan-options.ts'
import { planRounds } from './plan-rounds.ts'

export interface PlanProblem {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  /** Hash of all raw input, printed on the plan. */
  dataHash: string
}

/** A level is frozen at its best × (1 + ε) before the next is looked at. Printed on the plan. */
const assumedEpsilon = 0.01

/** Changes with the planning method, so that an older plan is not replayed by a newer engine unnoticed. */
const engineVersion = 'kuashan 0.1.0'

/**
 * Makes a plan: today measured and costed; sites, stops, frequencies and doorstep chosen together, floors first, then
 * cost; visits put on dated tours; everything measured again on the real calendar. A difference from today in three
 * cost columns. Deterministic for equal input, seed and iterations, whatever the order of rows.
 */
export async function makePlan(
  problem: PlanProblem,
  options: PlanOptions,
): Promise<{ plan: Plan; findings: Finding[] }> {
  const county = countyInOrder(problem.county)
  const withinBorders = options.withinBorders ?? county.settings.withinBorders ?? 'none'
  const ground = planGround({ ...problem, county, withinBorders })
  const base = choiceGround(ground)
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
    epsilon: options.epsilon ?? assumedEpsilon,
  }
  const { best, iterations } = await planRounds(base, head, options)
  const plan: Plan = { ...best.plan, made: { ...head.made, iterations } }
  return { plan, findings: planFindings(county, plan) }
}

/** Values used for want of data, as they stand in `assumptions` or by default. */
function assumedValues(county: County): Plan['assumed'] {
  const defaults: Record<string, number> = {
    ...assumedLimits,
    ...assumedOfRides,
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

function planFindings(county: County, plan: Plan): Finding[] {
  const { settings } = county
  const found: Finding[] = plan.shortages.map((s) =>
    finding(
      'floor-missed',
      { path: `shortages.${s.settlement}.${s.service}.${s.metric}` },
      { settlement: s.settlement, service: s.service, want: s.want, have: s.have },
    ),
  )
  for (const fleet of plan.fleet)
    if (fleet.daysShort > 0)
      found.push(
        finding(
          'fleet-short',
          { path: `fleet.${fleet.kind}` },
          { kind: fleet.kind, days: fleet.daysShort, available: fleet.daysAvailable },
        ),
      )
  if (plan.mode === 'most-need' && settings.budgetFen === null)
    found.push(finding('plan-no-budget', { file: 'county.yaml', path: 'budgetFen' }))
  return found
}
