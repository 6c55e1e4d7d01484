import type { RuledState } from '../ruled/state.ts'
import { possibleDays } from './possible-days.ts'

/** A visit far out of the way of its vehicle where another's way leads by, by length alone. */
export interface Detour {
  unit: number
  slot: number
  better: number
  /** Length that the other would spare. */
  spared: number
}

/** How many times as long as by the other vehicle a detour must be. */
const factor = 2

/**
 * Visits whose detour is more than twice that by another vehicle-day out (the same day, or any day it may have where it has
 * one visit), and spares more than the mean detour of all; the most spared first. Pairs are left out.
 */
export function longDetours(state: RuledState): Detour[] {
  const { problem, visits } = state
  const own = problem.units.flatMap(({ members }, unit) =>
    members.length > 1
      ? []
      : visits[unit]!.map((slot) => ({ unit, slot, length: detourNow(state, members[0]!, slot) })),
  )
  const mean = own.reduce((sum, { length }) => sum + length, 0) / Math.max(1, own.length)
  const found = own.flatMap(({ unit, slot, length }): Detour[] => {
    if (length <= mean) return []
    const other = nearestWay(state, unit, slot)
    if (other === null || length <= factor * other.length || length - other.length <= mean)
      return []
    return [{ unit, slot, better: other.slot, spared: length - other.length }]
  })
  return found.sort((a, b) => b.spared - a.spared || a.unit - b.unit)
}

/** Length that going by `at` between two places adds; `to` -1: the way ends there. */
function detour(state: RuledState, slot: number, from: number, at: number, to: number): number {
  const { problem } = state
  const { lengths } = problem.tables[problem.slots[slot]!.table]!
  const arc = (a: number, b: number) => lengths[a * problem.places + b]!
  if (arc(from, at) < 0 || (to >= 0 && arc(at, to) < 0)) return Infinity
  return arc(from, at) + (to < 0 ? 0 : arc(at, to) - Math.max(0, arc(from, to)))
}

const placesOf = ({ problem, routes }: RuledState, slot: number, leaveOut: number): number[] => {
  const { start, end, stops } = routes[slot]!
  const others = stops.filter((c) => c !== leaveOut)
  return [start, ...others.map((c) => problem.customers[c]!.at), end]
}

function detourNow(state: RuledState, customer: number, slot: number): number {
  const k = state.routes[slot]!.stops.indexOf(customer)
  const places = placesOf(state, slot, customer)
  const { at } = state.problem.customers[customer]!
  return k < 0 ? 0 : detour(state, slot, places[k]!, at, places[k + 1]!)
}

/** The vehicle-day out, other than its own, whose way leads by nearest. */
function nearestWay(
  state: RuledState,
  unit: number,
  own: number,
): { slot: number; length: number } | null {
  const { problem, visits } = state
  const { members, fleets, visits: wanted, sameVehicle } = problem.units[unit]!
  const { at } = problem.customers[members[0]!]!
  const { day } = problem.slots[own]!
  const days = wanted === 1 ? possibleDays(problem, unit) : new Set([day])
  let best: { slot: number; length: number } | null = null
  if (sameVehicle && visits[unit]!.length > 1) return null
  for (const [slot, { day: d, fleet }] of problem.slots.entries()) {
    if (slot === own || !days.has(d) || fleets[fleet] === 0) continue
    if (state.routes[slot]!.stops.length === 0) continue
    const places = placesOf(state, slot, -1)
    for (let k = 0; k + 1 < places.length; k++) {
      const length = detour(state, slot, places[k]!, at, places[k + 1]!)
      if (length < (best?.length ?? Infinity)) best = { slot, length }
    }
  }
  return best
}
