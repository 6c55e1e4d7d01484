import type { RuledFleet, RuledProblem } from '../ruled/problem.ts'

/** Whether the customers `seq[from … to)` fit without going by a depot between them, in every dimension at every point. */
export function loadFits(
  problem: RuledProblem,
  fleet: RuledFleet,
  seq: Int32Array,
  from: number,
  to: number,
): boolean {
  const { capacities } = fleet
  for (let dimension = 0; dimension < capacities.length; dimension++) {
    const capacity = capacities[dimension]!
    if (capacity === Infinity) continue
    let load = 0
    for (let k = from; k < to; k++) load += problem.customers[seq[k]!]!.brought[dimension]!
    if (load > capacity) return false
    for (let k = from; k < to; k++) {
      load += problem.customers[seq[k]!]!.change[dimension]!
      if (load > capacity) return false
    }
  }
  return true
}
