import type { LocationProblem } from '../location/location-problem.ts'

export type Holds = 'yes' | 'no' | 'unknown'

/**
 * The least way within which everybody can be served: bisection over the ways that occur, from the longest of the
 * shortest ways upwards (Minieka 1970). `bound` is the least way that is not proven too short. "none" where it is proven
 * that even the longest way is not enough, "unknown" where that was not found out.
 */
export async function shortestLongestWay(
  { ways, clients }: LocationProblem,
  holds: (farthest: number) => Promise<Holds>,
): Promise<{ way: number; bound: number } | 'none' | 'unknown'> {
  const least = ways.reduce((most, row) => Math.max(most, Math.min(...row)), 0)
  const allowed = clients.reduce((most, { farthest }) => Math.max(most, farthest), 0)
  const occurring = new Set(ways.flat().filter((way) => way >= least && way <= allowed))
  const steps = [...occurring].filter(Number.isFinite).sort((a, b) => a - b)
  const last = steps.at(-1)
  if (last === undefined) return 'none'
  const ever = await holds(last)
  if (ever !== 'yes') return ever === 'no' ? 'none' : 'unknown'
  let [low, high, proven] = [0, steps.length - 1, 0]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const answer = await holds(steps[middle]!)
    if (answer === 'yes') high = middle
    else {
      low = middle + 1
      if (answer === 'no') proven = Math.max(proven, low)
    }
  }
  return { way: steps[high]!, bound: steps[Math.min(proven, high)]! }
}
