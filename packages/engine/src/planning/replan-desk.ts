import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { countyInOrder } from '@kuashan/core/planner/county-in-order.ts'
import { planGround } from '@kuashan/core/planner/plan-ground.ts'
import { type FirstAnswer, firstAnswer, replanMenu } from '@kuashan/core/planner/replan/replan.ts'
import { replanOffice } from '@kuashan/core/planner/replan/replan-ground.ts'
import type {
  Alternative,
  Cause,
  Replan,
  ReplanOptions,
} from '@kuashan/core/planner/replan/replan-problem.ts'
import {
  type ReplanRequest,
  type ResolvedRequest,
  resolveReplan,
} from '@kuashan/core/planner/replan/resolve-replan.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { type PlanRoadsOptions, planRoads } from '../travel/plan-roads.ts'

export interface DeskOptions extends PlanRoadsOptions {
  /** A plan that held before; its visits are wanted again where the present one has lost them. */
  earlier?: Plan
}

/** The answer to a request: findings that stand in the way, or a first fix with what the menu is made from. */
export interface DeskAnswer {
  request: ResolvedRequest
  findings: readonly Finding[]
  /** Null when nothing can be answered. */
  first: FirstAnswer | null
  travel: YearTravel | null
}

export interface CheckedAlternative extends Alternative {
  checked: ReturnType<typeof checkPlan>
}

export interface CheckedReplan extends Replan {
  menu: readonly CheckedAlternative[]
}

/** A published plan, open for re-planning: the roads, the floors and the fleet are known when something happens. */
export interface ReplanDesk {
  first(request: ReplanRequest): Promise<DeskAnswer>
  /** The menu, each of its plans judged by the independent checker on the county as it now is. */
  menu(answer: DeskAnswer, options: ReplanOptions): CheckedReplan
  close(): Promise<void>
}

/** Opens a county and its published plan for re-planning. */
export async function replanDesk(
  given: CountyInput,
  plan: Plan,
  options: DeskOptions = {},
): Promise<ReplanDesk> {
  const input = { ...given, county: countyInOrder(given.county) }
  const { county, catalogue } = input
  const roads = await planRoads(input, plan, options)
  const before = await roads.under(county)
  const ground = planGround({ county, catalogue, travel: before, withinBorders: 'none' })
  const office = replanOffice(ground, plan)
  return {
    first: async (request) => {
      const resolved = resolveReplan(input, plan, request)
      if (resolved.input === null)
        return { request: resolved, findings: resolved.findings, first: null, travel: null }
      const after = resolved.input.county
      const travel = await roads.under(after, calledPlaces(resolved))
      const first = firstAnswer(office, {
        county: after,
        travel,
        changes: resolved.changes,
        today: request.today,
        frozenUntil: resolved.frozenUntil,
        locks: request.locks,
        ...(options.earlier ? { earlier: options.earlier } : {}),
      })
      const findings = [...resolved.findings, ...answerFindings(first, resolved)]
      return { request: resolved, findings, first: hasErrors(findings) ? null : first, travel }
    },
    menu: ({ first, request, travel }, how) => {
      if (first === null || request.input === null || travel === null)
        throw new Error('a menu is made from a first answer')
      const { county: after } = request.input
      const made = replanMenu(first, how)
      const menu = made.menu.map((a) => ({
        ...a,
        checked: checkPlan({ county: after, catalogue, travel, plan: a.plan }),
      }))
      return { ...made, menu }
    },
    close: roads.close,
  }
}

/** Villages that call, and the days on which the way there must be known. */
function calledPlaces({ changes }: ResolvedRequest) {
  const calls = changes.flatMap((c) => (c.do === 'call-village' ? [c] : []))
  if (calls.length === 0) return undefined
  return {
    settlements: calls.map((c) => c.settlement),
    from: calls.map((c) => c.within.from).sort()[0]!,
    to: calls
      .map((c) => c.within.to)
      .sort()
      .at(-1)!,
  }
}

const reasons: Record<Cause, { zh: string; en: string }> = {
  'no-road': { zh: '路不通', en: 'no road is open' },
  late: { zh: '绕行后来不及', en: 'the way round takes too long' },
  'vehicle-down': { zh: '车辆停用', en: 'the vehicle is down' },
  'crew-missing': { zh: '人手不够', en: 'the crew is missing' },
  'staff-hours': { zh: '工时不够', en: 'staff hours are missing' },
  called: { zh: '', en: '' },
  again: { zh: '', en: '' },
}

function answerFindings(
  { broken, ground, provisional }: FirstAnswer,
  { changes }: ResolvedRequest,
): Finding[] {
  const found: Finding[] = []
  for (const job of broken.brokenLocks) {
    const reason = reasons[broken.causes.get(job) ?? 'late']
    found.push(
      finding(
        'replan-lock-impossible',
        {},
        {
          visit: job.id,
          date: ground.days[job.home?.day ?? 0]!,
          settlement: job.stop.settlement,
          reason: reason.en,
          reasonZh: reason.zh,
        },
      ),
    )
  }
  for (const { what, ride, before } of provisional.rides)
    if (what === 'cancelled')
      found.push(finding('replan-ride-cancelled', {}, { ride, date: before.date }))
  for (const change of changes) {
    if (change.do !== 'call-village') continue
    const { settlement, service, within } = change
    const answered = provisional.differences.some(
      (d) => d.what === 'added' && d.settlement === settlement && d.services.includes(service),
    )
    if (!answered)
      found.push(finding('replan-call-unanswered', {}, { settlement, service, ...within }))
  }
  const { rides } = provisional
  if (broken.touched.length === 0 && broken.causes.size === 0 && rides.length === 0)
    found.push(finding('replan-nothing-touched', {}))
  return found
}
