import { isDue } from '../problem.ts'
import { removeUnit } from '../remove.ts'
import type { RuledState } from '../state.ts'
import type { Move, Turn } from './move.ts'

const longest = 4
const mostStrings = 3
/** A turn takes about so many visits out: where units have many, fewer of them go. */
const visitsAtOnce = 60

/** A slot on which a unit is visited, on or after a day drawn by chance. */
export function someVisit(state: RuledState, unit: number, turn: Turn): number {
  const visits = state.visits[unit]!
  return visits.length === 0 ? -1 : turn.random.pick(visits)
}

/**
 * Adjacent string removal (Christiaens & Vanden Berghe 2020): near a random unit, neighbours on a route leave several routes,
 * each with its visits on all days.
 */
export const strings: Move = {
  name: 'strings',
  weight: 6,
  applies: () => true,
  ruin(turn) {
    const { state, random } = turn
    const { problem } = state
    const seed = seedUnit(turn)
    let left = 1 + random.below(mostStrings)
    const most =
      turn.pool.length + Math.max(2, Math.round(visitsAtOnce / problem.units[seed]!.visits))
    const cut = new Set<number>()
    for (const unit of [seed, ...problem.near[seed]!]) {
      if (left === 0 || turn.pool.length >= most) return
      const slot = someVisit(state, unit, turn)
      if (slot < 0 || cut.has(slot)) continue
      cut.add(slot)
      cutAround(turn, unit, slot)
      left -= 1
    }
  },
}

/** Any unit; in half of the turns one that waits though it may not be left out, so that others make room for it. */
export function seedUnit({ state, random, pool }: Turn): number {
  const { units } = state.problem
  const urgent = pool.filter((u) => isDue(units[u]!))
  if (urgent.length > 0 && random.next() < 0.5) return random.pick(urgent)
  return random.below(units.length)
}

/** A stretch of the route around the unit, of random length. */
function cutAround(turn: Turn, unit: number, slot: number): void {
  const { state, random } = turn
  const { stops } = state.routes[slot]!
  const at = stops.indexOf(state.problem.units[unit]!.members[0]!)
  const length = 1 + random.below(Math.min(longest, stops.length))
  const first = Math.max(0, Math.min(stops.length - length, at - random.below(length)))
  const units = new Set(stops.slice(first, first + length).map((c) => state.problem.unitOf[c]!))
  for (const u of units) removeUnit(turn, u)
}
