import { changeRoute, changeVisits } from '../journal.ts'
import { endsAway, removeVisits, startsAway } from '../remove.ts'
import { makeRoute } from '../state.ts'
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
  const { day, fleet } = problem.slots[slot]!
  if (stops.length === 0 || state.routes[slot]!.stops.length > 0) return
  const fits = units.every((u) => {
    const unit = problem.units[u]!
    const days = [...state.visits[u]!.map((s) => problem.slots[s]!.day), day].sort((x, y) => x - y)
    return (
      unit.fleets[fleet] === 1 &&
      new Set(days).size === days.length &&
      (unit.patterns === null || unit.patterns.some((p) => p.join() === days.join())) &&
      (unit.spacing === null || (days.length === unit.visits && keepsGaps(turn, u, days)))
    )
  })
  const bound = units.some((u) => {
    const unit = problem.units[u]!
    return unit.sameVehicle || unit.sameWeekday || unit.locked.size > 0 || unit.unions.length > 0
  })
  if (!fits || bound) return
  const { start, end } = state.routes[slot]!
  const made = makeRoute(state, slot, stops, start, end)
  if (typeof made === 'number') return
  if (units.some((u) => problem.units[u]!.members.some((c) => problem.customers[c]!.serviceByGap.length > 0)))
    return
  changeRoute(state, journal, slot, made)
  for (const u of units) {
    const visits = [...state.visits[u]!, slot]
    visits.sort((x, y) => problem.slots[x]!.day - problem.slots[y]!.day)
    changeVisits(state, journal, u, visits)
    pool.splice(pool.indexOf(u), 1)
  }
}

function keepsGaps({ state }: Turn, u: number, days: readonly number[]): boolean {
  const { dayNumber, periodDays, units } = state.problem
  const { minGap, maxGap, first, wraps } = units[u]!.spacing!
  const gaps = days.slice(1).map((d, k) => dayNumber[d]! - dayNumber[days[k]!]!)
  if (first >= 0) gaps.push(dayNumber[days[0]!]! + first)
  if (wraps) gaps.push(periodDays - dayNumber[days.at(-1)!]! + dayNumber[days[0]!]!)
  return gaps.every((gap) => gap >= minGap && gap <= maxGap)
}
