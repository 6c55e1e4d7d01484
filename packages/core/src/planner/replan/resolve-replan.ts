import { servicesAboard } from '../../access/vehicle-offers.ts'
import { addDays, isWithin, type PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding, hasErrors } from '../../kernel/finding.ts'
import type { Change, ChangeOf } from '../../plan/change.ts'
import type { CountyInput } from '../../plan/county.ts'
import type { Plan } from '../../plan/plan.ts'
import { applyChanges } from '../../plan/scenario/apply-changes.ts'
import { idOf } from '../../plan/scenario/named-row.ts'
import { suggestion } from '../../territory/import/nearest.ts'

/** What is asked of a re-plan, as a person says it. */
export interface ReplanRequest {
  changes: readonly Change[]
  today: PlainDate
  /** The first day that may be planned anew; two days after today where it is not said. */
  frozenUntil?: PlainDate | undefined
  /** Ids of visits or tours. */
  locks: readonly string[]
}

export interface ResolvedRequest {
  /** Null when an error stands in the way; nothing is re-planned then. */
  input: CountyInput | null
  changes: readonly Change[]
  frozenUntil: PlainDate
  findings: Finding[]
}

/** Today and the two days after it are announced and stand (planning-engine.md §3.6). */
const frozenDays = 3

const kinds = new Set<Change['do']>([
  'close-road',
  'open-road',
  'vehicle-down',
  'staff-away',
  'call-village',
])

/**
 * Checks a request against county and plan and applies it: roads, vehicles, staff, villages and services by id or name,
 * days that are not over, locks that the plan has.
 */
export function resolveReplan(
  input: CountyInput,
  plan: Plan,
  request: ReplanRequest,
): ResolvedRequest {
  const { today } = request
  const frozenUntil = request.frozenUntil ?? addDays(today, frozenDays)
  const changes = request.changes.map((change) => dated(withIds(change, input), input, today))
  const applied = applyChanges(input, changes, { forReplan: true })
  const findings = [
    ...dayFindings(input, today),
    ...applied.findings,
    ...changes.flatMap((change, k) => [
      ...overFindings(change, k, today),
      ...kindFindings(change, k),
    ]),
    ...changes.flatMap((change, k) =>
      change.do === 'call-village' ? callFindings(change, k, input) : [],
    ),
    ...lockFindings(plan, request.locks),
  ]
  const stands = !hasErrors(findings) && !findings.some((f) => f.code === 'change-without-effect')
  return { input: stands ? applied.input : null, changes, frozenUntil, findings }
}

function withIds(change: Change, input: CountyInput): Change {
  switch (change.do) {
    case 'vehicle-down':
      return { ...change, vehicle: idOf(input, 'vehicle', change.vehicle) }
    case 'staff-away':
      return { ...change, staff: idOf(input, 'staff', change.staff) }
    case 'call-village':
      return {
        ...change,
        settlement: idOf(input, 'settlement', change.settlement),
        service: idOf(input, 'service', change.service),
      }
    default:
      return change
  }
}

/** A road that is closed without a date is closed from today to the end of the horizon. */
function dated(change: Change, { county }: CountyInput, today: PlainDate): Change {
  if (change.do !== 'close-road') return change
  return { ...change, from: change.from ?? today, to: change.to ?? county.settings.horizon.to }
}

const dayFindings = ({ county }: CountyInput, today: PlainDate): Finding[] => {
  const { horizon } = county.settings
  return isWithin(today, horizon)
    ? []
    : [finding('replan-day-outside', {}, { date: today, from: horizon.from, to: horizon.to })]
}

function startOf(change: Change): PlainDate | undefined {
  if (change.do === 'call-village') return change.within.from
  return change.do === 'close-road' || change.do === 'vehicle-down' || change.do === 'staff-away'
    ? change.from
    : undefined
}

function overFindings(change: Change, k: number, today: PlainDate): Finding[] {
  const from = startOf(change)
  return from === undefined || from >= today
    ? []
    : [finding('replan-day-over', { path: `changes.${k}` }, { n: k + 1, date: from, today })]
}

const kindFindings = (change: Change, k: number): Finding[] =>
  kinds.has(change.do)
    ? []
    : [finding('replan-other-change', { path: `changes.${k}` }, { n: k + 1, do: change.do })]

function callFindings(
  { settlement, service, kind }: ChangeOf<'call-village'>,
  k: number,
  { county, catalogue }: CountyInput,
): Finding[] {
  const place = county.settlements.find((s) => s.id === settlement)
  if (place === undefined || !catalogue.services.some((s) => s.id === service)) return []
  const at = { path: `changes.${k}` }
  const facts = { n: k + 1, settlement, service }
  if (!place.canStop) return [finding('replan-call-no-stop', at, facts)]
  const able = county.vehicles.some(
    (v) =>
      (kind === undefined || v.kind === kind) && servicesAboard(v, catalogue).includes(service),
  )
  return able ? [] : [finding('replan-call-no-vehicle', at, facts)]
}

function lockFindings({ tours }: Plan, locks: readonly string[]): Finding[] {
  const ids = new Set(tours.flatMap((t) => [t.id, ...t.visits.map((v) => v.id)]))
  return locks
    .filter((id) => !ids.has(id))
    .map((id) => finding('replan-lock-unknown', {}, { id, suggestion: suggestion(id, ids) }))
}
