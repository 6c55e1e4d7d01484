import type { RoutingSolution } from '../../../plan/routing.ts'
import { datesHold } from '../rules/dates.ts'
import { unionHolds, unionsOf } from '../rules/unions.ts'
import type { Turn } from './moves/move.ts'
import type { RuledProblem } from './problem.ts'
import { dropNights, removeUnit, startsAway } from './remove.ts'
import type { RuledState } from './state.ts'
import { emptyState, makeRoute, setRoute } from './state.ts'

/**
 * A working solution from given routes. What the instance doesn't know, and routes that it no longer allows, are passed over:
 * `takeOutBroken` then leaves only whole units.
 */
export function stateFrom(problem: RuledProblem, { routes }: RoutingSolution): RuledState {
  const state = emptyState(problem)
  const indexOf = new Map(problem.instance.customers.map((c, k) => [c.id, k]))
  const laid = new Map<number, { stops: number[]; start: number; end: number }>()
  for (const route of routes) {
    const vehicle = problem.vehicles.findIndex(
      (v) => v.depot === route.depot - 1 && v.number === route.vehicle,
    )
    const slot = vehicle < 0 ? -1 : (problem.slotAt[vehicle * problem.days + route.day - 1] ?? -1)
    if (slot < 0) continue
    const fleet = problem.fleets[problem.slots[slot]!.fleet]!
    const end = route.run?.endsAt === undefined ? fleet.endDepot : (route.run.endsAt ?? -1)
    const stops = route.stops.flatMap((id) => indexOf.get(id) ?? [])
    laid.set(slot, { stops, start: route.run?.startsAt ?? fleet.depot, end })
    for (const unit of new Set(stops.map((c) => problem.unitOf[c]!)))
      state.visits[unit] = [...state.visits[unit]!, slot].sort((a, b) => a - b)
  }
  for (const [slot, { stops, start, end }] of laid) {
    const made = makeRoute(state, slot, stops, start, end)
    if (typeof made !== 'number') setRoute(state, slot, made)
  }
  return state
}

/** Ends nights that lead nowhere, and takes out units whose visits are not whole or whose dates don't hold. */
export function takeOutBroken(turn: Turn): void {
  const { state } = turn
  const { problem } = state
  state.routes.forEach((route, slot) => {
    const { previous } = problem.slots[slot]!
    if (!startsAway(state, slot, route.start)) return
    if (previous < 0 || state.routes[previous]!.end !== route.start) dropNights(turn, slot)
  })
  problem.units.forEach((unit, u) => {
    const visits = state.visits[u]!
    if (visits.length === 0) return
    const days = visits.map((s) => problem.slots[s]!.day)
    const whole =
      visits.every((s) => unit.members.every((c) => state.routes[s]!.stops.includes(c))) &&
      visits.every((s) => unit.fleets[problem.slots[s]!.fleet] === 1) &&
      datesHold(problem, unit, visits) &&
      unionsOf(state, u).every((union) =>
        unionHolds(problem.dayNumber, problem.periodDays, union, days),
      )
    if (!whole) removeUnit(turn, u)
  })
}
