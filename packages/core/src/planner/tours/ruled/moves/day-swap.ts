import { datesHold } from '../../rules/dates.ts'
import { changeRoute, changeVisits } from '../journal.ts'
import { endsAway, removeVisits, startsAway } from '../remove.ts'
import { hasDayLeft, hasGapService, makeRoute } from '../state.ts'
import type { Move, Turn } from './move.ts'

/**
 * A whole day's stops go to another slot (another day, vehicle or depot) and that slot's come back; units whose dates no longer
 * hold, and stops that no longer fit, are put in anew.
 */
export const daySwap: Move = {
  name: 'day-swap',
  weight: 2,
  applies: ({ problem }) => problem.slots.length > 1,
  ruin(turn) {
    const { state, random } = turn
    const { problem } = state
    const used = problem.slots.map((_, s) => s).filter((s) => state.routes[s]!.stops.length > 0)
    if (used.length === 0) return
    const a = random.pick(used)
    const b = random.below(problem.slots.length)
    const away = [a, b].some((s) => {
      const { start, end } = state.routes[s]!
      return startsAway(state, s, start) || endsAway(state, s, end)
    })
    if (a === b || away) return
    exchange(turn, a, b)
  },
}

function exchange(turn: Turn, a: number, b: number): void {
  const { state } = turn
  const { problem } = state
  const unitsOn = (slot: number) => [
    ...new Set(state.routes[slot]!.stops.map((c) => problem.unitOf[c]!)),
  ]
  const [fromA, fromB] = [unitsOn(a), unitsOn(b)]
  const [stopsA, stopsB] = [state.routes[a]!.stops, state.routes[b]!.stops]
  for (const unit of fromA) removeVisits(turn, unit, [a])
  for (const unit of fromB) removeVisits(turn, unit, [b])
  lay(turn, b, stopsA, fromA)
  lay(turn, a, stopsB, fromB)
}

/** Lays the stops on a slot if the day takes them and every unit's dates hold with it; else they stay in the pool. */
function lay(turn: Turn, slot: number, stops: readonly number[], units: readonly number[]): void {
  const { state, journal, pool } = turn
  const { problem } = state
  if (stops.length === 0 || state.routes[slot]!.stops.length > 0 || !hasDayLeft(state, slot)) return
  const visitsWith = (u: number) => [...state.visits[u]!, slot].sort((x, y) => x - y)
  const { fleet } = problem.slots[slot]!
  const fits = units.every((u) => {
    const unit = problem.units[u]!
    if (unit.unions.length > 0 || unit.fleets[fleet] === 0 || hasGapService(problem, u))
      return false
    return datesHold(problem, unit, visitsWith(u))
  })
  if (!fits) return
  const { start, end } = state.routes[slot]!
  const made = makeRoute(state, slot, stops, start, end)
  if (typeof made === 'number') return
  changeRoute(state, journal, slot, made)
  for (const u of units) {
    changeVisits(state, journal, u, visitsWith(u))
    if (pool.includes(u)) pool.splice(pool.indexOf(u), 1)
  }
}
