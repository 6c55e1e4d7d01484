import type { Move, Turn } from '../ruled/moves/move.ts'
import { removeUnit, removeVisits } from '../ruled/remove.ts'

const longest = 3
const nearest = 12

/**
 * Ruin around one unit: on a day out that could serve it, or on one of a near unit, a stretch of stops goes, on that day alone
 * or on all their days; at times the unit itself goes too.
 */
export function around(unit: number, weight: number): Move {
  return {
    name: 'around',
    weight,
    applies: () => true,
    ruin(turn) {
      const { state, random } = turn
      if (state.visits[unit]!.length > 0 && random.next() < 0.5) removeUnit(turn, unit)
      const days = 1 + random.below(2)
      for (let k = 0; k < days; k++) {
        const slot = random.next() < 0.5 ? slotOfNear(turn, unit) : slotOfAble(turn, unit)
        if (slot >= 0) cut(turn, slot)
      }
    },
  }
}

function slotOfNear({ state, random }: Turn, unit: number): number {
  const near = [...state.problem.near[unit]!.slice(0, nearest)].flatMap((u) => state.visits[u]!)
  return near.length === 0 ? -1 : random.pick(near)
}

function slotOfAble({ state, random }: Turn, unit: number): number {
  const { vehicles, slots, units } = state.problem
  const { vehicles: able, fleets } = units[unit]!
  if (able.length === 0) return -1
  const out = vehicles[random.pick(able)]!.slots.filter(
    (s) => fleets[slots[s]!.fleet] === 1 && state.routes[s]!.stops.length > 0,
  )
  return out.length === 0 ? -1 : random.pick(out)
}

function cut(turn: Turn, slot: number): void {
  const { state, random } = turn
  const { stops } = state.routes[slot]!
  if (stops.length === 0) return
  const length = 1 + random.below(Math.min(longest, stops.length))
  const first = random.below(stops.length - length + 1)
  const alone = random.next() < 0.5
  const units = stops.slice(first, first + length).map((c) => state.problem.unitOf[c]!)
  for (const u of new Set(units))
    if (alone) removeVisits(turn, u, [slot])
    else removeUnit(turn, u)
}
