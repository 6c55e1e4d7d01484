import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { compileProblem } from '../ruled/compile.ts'
import { nightsInRow } from '../ruled/moves/nights.ts'
import { stateFrom } from '../ruled/read-solution.ts'
import { endsAway } from '../ruled/remove.ts'
import type { RuledState } from '../ruled/state.ts'
import { datesHold } from '../rules/dates.ts'
import { unionHolds, unionsOf } from '../rules/unions.ts'
import type { VehicleDay } from './answer.ts'

/** Whether routes keep every rule of an instance and serve all of `must`. */
export function fits(
  instance: RoutingInstance,
  must: ReadonlySet<number>,
  solution: RoutingSolution,
): boolean {
  const problem = compileProblem(instance)
  const state = stateFrom(problem, solution)
  const laid = state.routes.reduce((sum, route) => sum + route.stops.length, 0)
  const given = solution.routes.reduce((sum, route) => sum + route.stops.length, 0)
  return (
    laid === given &&
    problem.units.every((_, u) => unitHolds(state, u, must)) &&
    daysOutHold(state) &&
    state.routes.every((_, slot) => nightHolds(state, slot))
  )
}

function unitHolds(state: RuledState, u: number, must: ReadonlySet<number>): boolean {
  const { problem } = state
  const unit = problem.units[u]!
  const slots = state.visits[u]!
  if (slots.length === 0) return !must.has(problem.instance.customers[unit.members[0]!]!.id)
  const days = slots.map((s) => problem.slots[s]!.day)
  return (
    slots.every((s) => unit.members.every((c) => state.routes[s]!.stops.includes(c))) &&
    slots.every((s) => unit.fleets[problem.slots[s]!.fleet] === 1) &&
    datesHold(problem, unit, slots) &&
    unionsOf(state, u).every((union) =>
      unionHolds(problem.dayNumber, problem.periodDays, union, days),
    )
  )
}

const daysOutHold = ({ problem, daysOut }: RuledState): boolean =>
  problem.slots.every(({ vehicle }) => daysOut[vehicle]! <= problem.vehicles[vehicle]!.maxDaysOut)

function nightHolds(state: RuledState, slot: number): boolean {
  const { problem } = state
  const { fleet, day, next } = problem.slots[slot]!
  const { end } = state.routes[slot]!
  const { nights, evenings } = problem.fleets[fleet]!
  if (!endsAway(state, slot, end)) return true
  if (nights === null || next < 0 || state.routes[next]!.start !== end) return false
  if ([slot, next].some((s) => state.routes[s]!.stops.length === 0)) return false
  return (
    nights.at.includes(end) && evenings.has(day) && nightsInRow(state, slot) <= nights.mostInRow
  )
}

/** Days out of a solution that the instance doesn't allow as they are. */
export function daysAgainst(instance: RoutingInstance, solution: RoutingSolution): VehicleDay[] {
  const problem = compileProblem(instance)
  const state = stateFrom(problem, solution)
  return solution.routes.flatMap(({ day, depot, vehicle, stops }) => {
    const index = problem.vehicles.findIndex((v) => v.depot === depot - 1 && v.number === vehicle)
    const slot = index < 0 ? -1 : problem.slotAt[index * problem.days + day - 1]!
    const laid =
      slot >= 0 &&
      state.routes[slot]!.stops.length === stops.length &&
      nightHolds(state, slot) &&
      state.routes[slot]!.stops.every((c) => {
        const { fleets } = problem.units[problem.unitOf[c]!]!
        return fleets[problem.slots[slot]!.fleet] === 1
      })
    return laid ? [] : [{ day, depot, vehicle }]
  })
}
