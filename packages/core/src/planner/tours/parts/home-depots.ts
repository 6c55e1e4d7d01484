import Flatbush from 'flatbush'
import type { RoutingInstance } from '../../../plan/routing.ts'
import type { Positions } from './positions.ts'

/** What a customer takes of a fleet over the horizon: its load on all its visits, or one where nothing is loaded. */
export function weightsOf(instance: RoutingInstance): Float64Array {
  const loaded = instance.customers.some((c) => c.demand > 0)
  return Float64Array.from(instance.customers, (c) => {
    const visits = c.patterns.reduce((least, p) => Math.min(least, bitsOf(p)), Infinity)
    return (loaded ? c.demand : 1) * (Number.isFinite(visits) ? Math.max(1, visits) : 1)
  })
}

function bitsOf(pattern: number): number {
  let bits = 0
  for (let rest = pattern; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}

/** What all vehicles of each depot carry over the horizon; Infinity where load doesn't bind. */
function capacities(instance: RoutingInstance): Float64Array {
  const room = new Float64Array(instance.depots.length)
  const loaded = instance.customers.some((c) => c.demand > 0)
  for (const { depot, vehicles, days, capacity } of instance.fleets)
    if (vehicles.length > 0)
      room[depot]! += loaded ? vehicles.length * days.length * capacity : Infinity
  return room
}

/**
 * For each customer the nearest depot whose vehicles still carry it, those first whose second-best depot is much farther;
 * the nearest with vehicles where none does.
 */
export function homeDepots(
  instance: RoutingInstance,
  positions: Positions,
  weight: Float64Array,
): Int32Array {
  const room = capacities(instance)
  const usable = [...room.keys()].filter((d) => room[d]! > 0)
  const home = new Int32Array(instance.customers.length).fill(usable[0] ?? 0)
  if (usable.length < 2) return home
  const { x, y } = positions
  const index = new Flatbush(usable.length)
  for (const d of usable) index.add(x[d]!, y[d]!)
  index.finish()
  const choices = instance.customers.map((_, c) => {
    const at = instance.depots.length + c
    const nearest = index
      .neighbors(x[at]!, y[at]!, mostDepots)
      .map((k) => ({
        depot: usable[k]!,
        way: Math.hypot(x[at]! - x[usable[k]!]!, y[at]! - y[usable[k]!]!),
      }))
      .sort((a, b) => a.way - b.way || a.depot - b.depot)
    return { c, nearest, regret: nearest[1]!.way - nearest[0]!.way }
  })
  choices.sort((a, b) => b.regret - a.regret || a.c - b.c)
  for (const { c, nearest } of choices) {
    const { depot } = nearest.find((n) => room[n.depot]! >= weight[c]!) ?? nearest[0]!
    home[c] = depot
    room[depot]! -= weight[c]!
  }
  return home
}

/** A customer farther from its depot than eight others is badly placed whatever the room. */
const mostDepots = 8
