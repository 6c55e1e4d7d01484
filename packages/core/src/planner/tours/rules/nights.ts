import { changeRoute } from '../ruled/journal.ts'
import type { Turn } from '../ruled/moves/move.ts'
import { endsAway } from '../ruled/remove.ts'
import { makeRoute } from '../ruled/state.ts'

/** Gives up nights that serve nobody: where a day beside one has no stops and going home is cheaper. */
export function dropIdleNights(turn: Turn): void {
  const { state, journal } = turn
  const { problem } = state
  for (const slot of [...journal.slots]) {
    for (const first of [slot, problem.slots[slot]!.previous]) {
      if (first < 0 || !endsAway(state, first, state.routes[first]!.end)) continue
      const second = problem.slots[first]!.next
      const [a, b] = [state.routes[first]!, state.routes[second]!]
      if (a.stops.length > 0 && b.stops.length > 0) continue
      const evening = problem.fleets[problem.slots[first]!.fleet]!
      const morning = problem.fleets[problem.slots[second]!.fleet]!
      const out = makeRoute(state, first, a.stops, a.start, evening.endDepot)
      const home = makeRoute(state, second, b.stops, morning.depot, b.end)
      if (typeof out === 'number' || typeof home === 'number') continue
      if (out.cost + home.cost > a.cost + b.cost) continue
      changeRoute(state, journal, first, out)
      changeRoute(state, journal, second, home)
    }
  }
}
