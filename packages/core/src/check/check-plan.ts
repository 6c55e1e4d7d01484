import { type Finding, finding, hasErrors } from '../kernel/finding.ts'
import { type Memory, newMemory, recall } from '../kernel/memory.ts'
import type { Plan } from '../plan/plan.ts'
import { checkAssignments } from './check-assignments.ts'
import { checkChoice } from './check-choice.ts'
import { checkExperts } from './check-experts.ts'
import { checkFigures, fleetOf, peopleOf } from './check-figures.ts'
import { checkFloors } from './check-floors.ts'
import { type CheckCounty, checkCounty, checkGround } from './check-ground.ts'
import type { CheckFigures, CheckInput, CheckResult } from './check-input.ts'
import { checkMoney } from './check-money.ts'
import { checkPosts } from './check-posts.ts'
import { checkRides } from './check-rides.ts'
import { checkRunning } from './check-running.ts'
import { checkSites } from './check-sites.ts'
import { checkStaff } from './check-staff.ts'
import { checkStays } from './check-stays.ts'
import { checkStops } from './check-stops.ts'
import { checkTours } from './check-tours.ts'
import { readPlan } from './read-plan.ts'
import { recomputeCosts } from './recompute-costs.ts'

/** Whether the plan names what the data do not have: it was made on others, and nothing of it can be measured on these. */
export const namesUnknown = ({ code }: Finding): boolean => code.startsWith('plan-unknown-')

/** Judges one plan after another of the same county; a memory, of one plan and its edits, saves asking the same again. */
export type PlanChecker = (plan: Plan, memory?: Memory) => CheckResult

/**
 * Judges a plan from raw input alone, hand-edited plans too: tours, staff, buildings, money, stops, assignments, floors
 * and every sum (docs/methods/checking.md). Shares no code with measuring or planning. A plan of the wrong shape is
 * a finding, not an exception.
 */
export const checkPlan = ({ plan, ...data }: CheckInput): CheckResult => planChecker(data)(plan)

/** The same for many plans of one county. What is found with a memory is what is found without. */
export function planChecker(data: Omit<CheckInput, 'plan'>): PlanChecker {
  const base = checkCounty(data)
  return (plan, memory = newMemory()) => judge(base, plan, memory)
}

function judge(base: CheckCounty, plan: Plan, memory: Memory): CheckResult {
  const read = readPlan(plan, memory)
  if (!read.success)
    return {
      verdict: 'broken',
      findings: read.error.issues.map((issue) =>
        finding(
          'plan-malformed',
          { path: issue.path.map(String).join('.') },
          { problem: issue.message },
        ),
      ),
      figures: nothing,
    }
  const ground = checkGround(base, read.data, memory)
  const floors = checkFloors(ground)
  const costs = recomputeCosts(ground)
  const figures: CheckFigures = {
    costs,
    floorsTested: floors.tested,
    floorsMissed: floors.missed,
    peopleDue: floors.due,
    peopleMissed: peopleOf(floors.missed),
    fleet: fleetOf(ground),
    tours: ground.plan.tours.length,
    visits: ground.visits.length,
  }
  const findings: Finding[] = [
    ...checkHead(base, read.data),
    ...recall(memory, 'sites', [ground.sites], () => checkSites(ground)),
    ...checkMoney(ground, costs.plan.cashFen),
    ...checkRunning(ground),
    ...checkStops(ground),
    ...checkTours(ground),
    ...checkRides(ground),
    ...checkStays(ground),
    ...checkStaff(ground),
    ...recall(memory, 'posts', [ground.sites], () => checkPosts(ground)),
    ...checkExperts(ground),
    ...checkAssignments(ground, floors.missed),
    ...checkChoice(ground),
    ...floors.findings,
    ...checkFigures(ground, figures),
  ]
  return { verdict: hasErrors(findings) ? 'broken' : 'valid', findings, figures }
}

/** The plan is for this county and this horizon. */
function checkHead({ county }: CheckCounty, plan: Plan): Finding[] {
  const { code, horizon } = county.settings
  const same =
    plan.county === code && plan.horizon.from === horizon.from && plan.horizon.to === horizon.to
  return same
    ? []
    : [
        finding(
          'plan-of-other-county',
          { path: 'county' },
          {
            have: `${plan.county} ${plan.horizon.from} ${plan.horizon.to}`,
            want: `${code} ${horizon.from} ${horizon.to}`,
          },
        ),
      ]
}

const noCosts = { cashFen: 0, capitalFen: {}, staffHours: 0 }
const nothing: CheckFigures = {
  costs: { today: noCosts, plan: noCosts },
  floorsTested: 0,
  floorsMissed: [],
  peopleDue: 0,
  peopleMissed: 0,
  fleet: [],
  tours: 0,
  visits: 0,
}
