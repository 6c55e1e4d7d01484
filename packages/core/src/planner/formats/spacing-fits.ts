import type { Spacing } from '../../plan/routing-rules.ts'

/**
 * Whether the visits of a spacing can be placed on these calendar days (ascending, the first day of the horizon is 0).
 * Reachability by number of visits; with `wraps` once for each first visit, because the last gap is counted to it.
 */
export function spacingFits(
  spacing: Spacing,
  calendar: readonly number[],
  period: number,
): boolean {
  const { visits, minGap, maxGap, lastBefore, wraps } = spacing
  const inGap = (gap: number) => gap >= minGap && gap <= maxGap
  const firsts = calendar.map((day) => lastBefore === undefined || inGap(day + lastBefore))
  if (!wraps) return ends(firsts, spacing, calendar).includes(true)
  return firsts.some((first, f) => {
    if (!first || !mayWrap(calendar, f, period, maxGap)) return false
    const start = calendar.map((_, k) => k === f)
    return ends(start, { visits, minGap, maxGap }, calendar).some(
      (end, e) => end && inGap(calendar[f]! + period - calendar[e]!),
    )
  })
}

const mayWrap = (calendar: readonly number[], f: number, period: number, maxGap: number) =>
  calendar[f]! + period - calendar.at(-1)! <= maxGap

/** Where the last visit may be, from where the first may be. */
function ends(
  start: readonly boolean[],
  { visits, minGap, maxGap }: Pick<Spacing, 'visits' | 'minGap' | 'maxGap'>,
  calendar: readonly number[],
): boolean[] {
  let reached = [...start]
  for (let visit = 2; visit <= visits && reached.includes(true); visit++) {
    const upTo = [0]
    for (const here of reached) upTo.push(upTo.at(-1)! + (here ? 1 : 0))
    let from = 0
    let to = 0
    reached = calendar.map((day, k) => {
      while (calendar[from]! < day - maxGap) from++
      while (to < k && calendar[to]! <= day - minGap) to++
      return to > from && upTo[to]! > upTo[from]!
    })
  }
  return reached
}
