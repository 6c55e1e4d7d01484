import { type Finding, finding } from '../kernel/finding.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Costs, FleetUse } from '../plan/plan.ts'
import type { CheckCounty, CheckGround } from './check-ground.ts'
import type { CheckFigures } from './check-input.ts'
import { needMetBy } from './check-need.ts'
import { dutyOf } from './check-ride-route.ts'

/** The plan's own sums against the checker's: costs to the fen, fleet days, levels. */
export const checkFigures = (ground: CheckGround, figures: CheckFigures): Finding[] => [
  ...checkCosts('today', ground.plan.costs.today, figures.costs.today),
  ...checkCosts('plan', ground.plan.costs.plan, figures.costs.plan),
  ...checkFleet(ground.plan.fleet, figures.fleet),
  ...checkLevels(ground, figures),
]

function checkCosts(column: 'today' | 'plan', have: Costs, want: Costs): Finding[] {
  const at = (part: string) => ({ path: `costs.${column}.${part}` })
  const found: Finding[] = []
  const facts = { column }
  if (have.cashFen !== want.cashFen)
    found.push(
      finding('cost-cash-wrong', at('cashFen'), {
        ...facts,
        have: have.cashFen,
        want: want.cashFen,
      }),
    )
  const funds = [...new Set([...Object.keys(have.capitalFen), ...Object.keys(want.capitalFen)])]
  for (const fund of funds.sort()) {
    const [mine, theirs] = [want.capitalFen[fund] ?? 0, have.capitalFen[fund] ?? 0]
    if (mine !== theirs)
      found.push(
        finding('cost-capital-wrong', at('capitalFen'), {
          ...facts,
          fund,
          have: theirs,
          want: mine,
        }),
      )
  }
  if (Math.abs(have.staffHours - want.staffHours) > 0.011)
    found.push(
      finding('cost-hours-wrong', at('staffHours'), {
        ...facts,
        have: have.staffHours,
        want: want.staffHours,
      }),
    )
  return found
}

/** Vehicle-days there are (working days while inspected and not down), by kind. */
const fleetThere = oncePer(({ county, workdays }: CheckCounty) => {
  const kinds = [...new Set(county.vehicles.map((v) => v.kind))].sort()
  return kinds.map((kind) => {
    const vehicles = county.vehicles.filter((v) => v.kind === kind)
    let daysAvailable = 0
    for (const { inspectionUntil, down = [] } of vehicles)
      for (const day of workdays)
        if (
          (inspectionUntil === undefined || day <= inspectionUntil) &&
          !down.some(({ from, to }) => from <= day && day <= to)
        )
          daysAvailable++
    return { kind, vehicles: vehicles.length, daysAvailable }
  })
})

/** Vehicle-days there are and used, by kind. */
export const fleetOf = (ground: CheckGround): FleetUse[] =>
  fleetThere(ground.base).map((there) => ({
    ...there,
    daysUsed: daysOut(ground, there.kind),
    daysShort: ground.plan.fleet.find((f) => f.kind === there.kind)?.daysShort ?? 0,
  }))

function daysOut(ground: CheckGround, kind: string): number {
  const of = (id: string | null) => id !== null && ground.vehicles.get(id)?.kind === kind
  const { tours, rides } = ground.plan
  let days = tours.filter((t) => of(t.vehicle)).length
  for (const ride of rides) if (of(ride.vehicle)) days += ride.dates.length
  return days
}

function checkFleet(have: readonly FleetUse[], want: readonly FleetUse[]): Finding[] {
  const found: Finding[] = []
  for (const mine of want) {
    const theirs = have.find((f) => f.kind === mine.kind)
    if (theirs === undefined && mine.daysUsed === 0) continue
    for (const column of ['vehicles', 'daysAvailable', 'daysUsed'] as const)
      if (theirs?.[column] !== mine[column])
        found.push(
          finding(
            'fleet-figures-wrong',
            { path: `fleet.${mine.kind}.${column}` },
            { kind: mine.kind, column, have: theirs?.[column] ?? 'none', want: mine[column] },
          ),
        )
  }
  for (const theirs of have)
    if (!want.some((f) => f.kind === theirs.kind) && (theirs.vehicles > 0 || theirs.daysUsed > 0))
      found.push(
        finding(
          'fleet-figures-wrong',
          { path: `fleet.${theirs.kind}.vehicles` },
          { kind: theirs.kind, column: 'vehicles', have: theirs.vehicles, want: 0 },
        ),
      )
  return found
}

/** Levels that raw data decide, in the units of docs/methods/checking.md; others are left to the planner's proof. */
function checkLevels(ground: CheckGround, figures: CheckFigures): Finding[] {
  const { plan } = ground
  const out = new Set(
    plan.shortages
      .filter((s) => s.reason === 'unreachable')
      .map((s) => `${s.settlement} ${s.service} ${s.metric}`),
  )
  const missed = figures.floorsMissed.map((m) => ({
    ...m,
    out: out.has(`${m.settlement} ${m.service} ${m.metric}`),
  }))
  const longest = Math.max(
    plan.tours.reduce((most, t) => Math.max(most, t.finish - t.depart), 0),
    ...plan.rides.map((r) => (r.vehicle === null ? 0 : dutyOf(ground, r))),
  )
  const own: Record<string, number> = {
    'unreachable floors': missed.filter((m) => m.out).length,
    'floorsMissed floors': missed.filter((m) => !m.out).length,
    'unreachable people': peopleOf(missed.filter((m) => m.out)),
    'floorsMissed people': peopleOf(missed.filter((m) => !m.out)),
    'cost fen': figures.costs.plan.cashFen,
    'longestShift seconds': longest,
    ...(plan.levels.some((l) => l.level === 'needServed')
      ? { 'needServed person-times a year': needMetBy(ground) }
      : {}),
  }
  return plan.levels.flatMap(({ level, unit, value }, index) => {
    const want = own[`${level} ${unit}`]
    return want === undefined || Math.abs(want - value) <= 0.01 + 1e-6 * Math.abs(want)
      ? []
      : [finding('level-wrong', { path: `levels.${index}` }, { level, unit, have: value, want })]
  })
}

/** People of settlement × service pairs, each pair once. */
export function peopleOf(
  missed: readonly { settlement: string; service: string; people: number }[],
): number {
  const pairs = new Map(missed.map((m) => [`${m.settlement} ${m.service}`, m.people]))
  let people = 0
  for (const n of pairs.values()) people += n
  return people
}
