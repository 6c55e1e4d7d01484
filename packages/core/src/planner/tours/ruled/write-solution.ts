import type { RoutingRoute, RoutingSolution } from '../../../plan/routing.ts'
import type { RuledProblem } from './problem.ts'
import type { RuledSnapshot } from './search.ts'
import { emptyState, isOut } from './state.ts'
import { writeRun } from './write-run.ts'

/** A snapshot in the words of the instance. */
export function toSolution(problem: RuledProblem, from: RuledSnapshot): RoutingSolution {
  const state = { ...emptyState(problem), routes: [...from.routes], visits: [...from.visits] }
  const { instance } = problem
  const routes = from.routes.flatMap((route, slot): RoutingRoute[] => {
    if (!isOut(problem, slot, route)) return []
    const { vehicle, day } = problem.slots[slot]!
    const { depot, number } = problem.vehicles[vehicle]!
    return [
      {
        day: day + 1,
        vehicle: number,
        depot: depot + 1,
        stops: route.stops.map((c) => instance.customers[c]!.id),
        run: writeRun(state, slot, route),
      },
    ]
  })
  const unserved = problem.units.flatMap((unit, u) =>
    from.visits[u]!.length > 0 ? [] : unit.members.map((c) => instance.customers[c]!.id),
  )
  return { routes, unserved: unserved.sort((a, b) => a - b) }
}
