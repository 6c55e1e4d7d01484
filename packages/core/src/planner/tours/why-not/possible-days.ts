import type { RuledProblem } from '../ruled/problem.ts'
import { datesByPattern } from '../rules/patterns.ts'
import { datesBySpacing, newDateRoom } from '../rules/spacing.ts'

/** Days (0-based) that are among some dates which a unit's own rules allow when it may only be visited on `open` days. */
export function possibleDays(
  problem: RuledProblem,
  unit: number,
  open: (day: number) => boolean = () => true,
): Set<number> {
  const own = problem.units[unit]!
  const cost = Float64Array.from({ length: problem.days }, (_, d) => (open(d) ? 0 : Infinity))
  const found = new Set<number>()
  const room = newDateRoom(problem)
  for (let d = 0; d < problem.days; d++) {
    if (!open(d) || found.has(d)) continue
    const forced = [...new Set([...own.locked.keys(), d])].sort((a, b) => a - b)
    const dates =
      own.patterns !== null
        ? datesByPattern(own, cost, forced, () => false)
        : datesBySpacing(problem, own, { cost, forced, minGap: 0, mayFollow: null }, room)
    for (const day of dates ?? []) found.add(day)
  }
  return found
}
