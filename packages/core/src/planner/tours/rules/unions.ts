import type { RuledState } from '../ruled/state.ts'

/** Days (ascending, each once) of the other units of the unions that a unit belongs to, and how they bind it. */
export interface UnionDays {
  days: readonly number[]
  minGap: number
  maxGap: number
  wraps: boolean
  /** Whether every other unit is served, so that the longest gap counts. */
  complete: boolean
}

export function unionsOf(state: RuledState, unit: number): UnionDays[] {
  const { problem, visits } = state
  return problem.units[unit]!.unions.map((k) => {
    const union = problem.unions[k]!
    const others = union.units.filter((u) => u !== unit)
    const days = new Set(others.flatMap((u) => visits[u]!.map((s) => problem.slots[s]!.day)))
    return {
      days: [...days].sort((a, b) => a - b),
      minGap: union.minGap,
      maxGap: union.maxGap,
      wraps: union.wraps,
      complete: others.every((u) => visits[u]!.length > 0),
    }
  })
}

/** Whether a visit on `day` keeps the least gap to the other days of the union. */
export const farEnough = (
  dayNumber: Int32Array,
  { days, minGap }: UnionDays,
  day: number,
): boolean =>
  days.every((other) => other === day || Math.abs(dayNumber[other]! - dayNumber[day]!) >= minGap)

/** Whether all days together keep the union's gaps. */
export function unionHolds(
  dayNumber: Int32Array,
  periodDays: number,
  union: UnionDays,
  own: readonly number[],
): boolean {
  const all = [...new Set([...union.days, ...own])].sort((a, b) => a - b)
  const gaps = all.slice(1).map((d, k) => dayNumber[d]! - dayNumber[all[k]!]!)
  if (union.wraps && all.length > 0)
    gaps.push(periodDays - dayNumber[all.at(-1)!]! + dayNumber[all[0]!]!)
  return gaps.every((gap) => gap >= union.minGap && (!union.complete || gap <= union.maxGap))
}
