import { callSeconds } from '../plan/costs.ts'
import type { Shortage, SiteDecision } from '../plan/plan.ts'
import { bundleTours } from './bundle-tours.ts'
import type { DoorstepService, Draft } from './draft.ts'
import type { SolveTours, Stop } from './first-tours/problem.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { keepStaffHours } from './keep-staff-hours.ts'
import { mayBeClosed } from './may-close.ts'
import { paidCalls } from './paid-calls.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'
import { plannedStops } from './planned-stops.ts'
import { makeRides } from './rides/make-rides.ts'
import type { RoadsOf } from './route-cost.ts'
import { close, keep } from './site-candidates.ts'
import { hoursMoved } from './site-staff.ts'
import { hoursLeft } from './staff-hours.ts'
import { tourProblem } from './tour-problem.ts'
import { type FillOf, vehicleDays } from './vehicle-days.ts'
import { wantedStops } from './wanted-stops.ts'

export interface DraftOptions {
  seed: number
  stop: Stop
  solveTours: SolveTours
  roads: RoadsOf
  /** Part of the shift that a day out takes, by vehicle: what staff hours are reckoned with. */
  fillOf: FillOf
  /** In the mode most-need, what the choice left out for money stays out. */
  serveSpare: boolean
}

/** Carries a choice out: visits wanted become dated tours, within the fleet and its staff hours. */
export function makeDraft(
  base: ChoiceGround,
  choice: Choice,
  chosen: Chosen,
  options: DraftOptions,
): Draft {
  const { ground, walks } = base
  const doorstep = doorstepOf(base, choice, chosen)
  const wanted = wantedStops(base, choice, chosen, options.serveSpare)
  const stops = plannedStops(ground, wanted, walks, options.roads)
  const sites = decisions(base, chosen)
  const hours = hoursMoved(ground.county, sites)
  addDoorstepHours(hours, ground, doorstep)
  const riding = makeRides(base, choice, chosen, {
    days: vehicleDays(ground, options.fillOf),
    hoursLeft: new Map(
      [...hoursLeft(ground.county)].map(([id, h]) => [id, h - (hours.get(id) ?? 0)] as const),
    ),
  })
  const { days } = riding
  const problem = tourProblem(ground, stops, days)
  const solved = options.solveTours(problem, { seed: options.seed, stop: options.stop })
  const tours = bundleTours(ground, problem, stops, solved.tours)
  const byId = new Map(stops.map((s) => [s.stop.id, s]))
  for (const [depot, own] of riding.hours) hours.set(depot, (hours.get(depot) ?? 0) + own)
  const kept = keepStaffHours(ground.county, tours, byId, hours)
  const cutByStaff = new Set(
    base.classes.filter((c) => c.vehicles.some((v) => days.get(v.id)?.cut)).map((c) => c.key),
  )
  const unplaced = new Map<string, Shortage['reason']>()
  for (const { stop, reason } of solved.unplaced) {
    const staff = reason === 'fleet' && cutByStaff.has(byId.get(stop)!.fleet.key)
    unplaced.set(stop, staff ? 'staff' : reason)
  }
  for (const stop of kept.cutStops) unplaced.set(stop, 'staff')
  return {
    sites,
    stops,
    tours: kept.tours,
    doorstep,
    rides: riding.rides,
    riding: riding.riding,
    unplaced,
    dropped: droppedCells(base, choice, chosen),
    daysShort: solved.daysShort,
    iterations: solved.iterations,
  }
}

/** Adds the staff hours of doorstep calls by the building they start from. */
function addDoorstepHours(
  hours: Map<string, number>,
  ground: PlanGround,
  doorstep: readonly DoorstepService[],
): void {
  for (const service of doorstep) {
    const kind = ground.facilities.get(service.facility)!.kind
    const own = callSeconds(paidCalls(service, kind)) / 3600
    hours.set(service.facility, (hours.get(service.facility) ?? 0) + own)
  }
}

function decisions({ ground, candidates }: ChoiceGround, { sites }: Chosen): SiteDecision[] {
  const used = new Map(
    candidates.filter((c) => sites.has(c.key)).map((c) => [c.facility.id, c.decision]),
  )
  const open = mayBeClosed(candidates)
  return ground.county.facilities.flatMap((facility): SiteDecision[] => {
    const decision = used.get(facility.id)
    if (decision !== undefined) return [decision]
    if (facility.state !== 'open') return []
    return [open.has(facility.id) ? close(facility) : keep(facility)]
  })
}

function doorstepOf(base: ChoiceGround, choice: Choice, { option }: Chosen): DoorstepService[] {
  return choice.groups.flatMap((group, g) => {
    const o = option[g]! >= 0 ? group.options[option[g]!]! : undefined
    if (o?.mode !== 'doorstep') return []
    return group.cells.map((k) => {
      const cell = base.ground.cells[k]!
      const seconds = base.resident.seconds(cell.settlement.id, o.facility)
      return { cell, facility: o.facility, seconds, calls: o.calls }
    })
  })
}

/** Cells with options that got none, and the limit that stood in the way. */
function droppedCells(
  { ground }: ChoiceGround,
  choice: Choice,
  { option, tight }: Chosen,
): Map<NeedCell, Shortage['reason']> {
  const rows = [...tight]
  const reason: Shortage['reason'] = rows.some(
    (r) => r === 'cash' || r === 'capital' || r.startsWith('fund ') || r.startsWith('running '),
  )
    ? 'budget'
    : rows.some((r) => r.startsWith('fleet '))
      ? 'fleet'
      : 'staff'
  const dropped = new Map<NeedCell, Shortage['reason']>()
  choice.groups.forEach((group, g) => {
    if (option[g]! >= 0 || group.options.length === 0) return
    for (const k of group.cells) dropped.set(ground.cells[k]!, reason)
  })
  return dropped
}
