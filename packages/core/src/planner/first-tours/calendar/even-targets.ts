/** Where even spacing would put one outing. */
export interface Target {
  /** Position in the problem's days. */
  day: number
  /** The calendar day itself, which may fall into a festival: it keeps the order of those that meet. */
  wish: number
}

/**
 * `count` targets, even in calendar days, on the open days before them. Weekends and festivals count
 * as time, so that outings gather before and after them and gaps stay short; a closure longer
 * than an even gap counts as one gap between the visits that are left, so that a season that is cut off does not heap its visits at its end.
 * `phase` in [0, 1) is the share of a gap by which the first is late.
 */
export function evenTargets(
  open: readonly number[],
  dayNumbers: Int32Array,
  horizonDays: number,
  count: number,
  phase: number,
): Target[] {
  if (open.length === 0) return Array.from({ length: count }, () => ({ day: 0, wish: 0 }))
  const even = horizonDays / count
  const numbers = open.map((day) => dayNumbers[day]!)
  const gaps = numbers.map((number, k) => (numbers[k + 1] ?? numbers[0]! + horizonDays) - number)
  const isLong = (gap: number): boolean => gap > Math.max(even, 1)
  const short = gaps.reduce((sum, gap) => sum + (isLong(gap) ? 0 : gap), 0)
  let clock = 0
  const starts = gaps.map((gap) => {
    const start = clock
    clock += isLong(gap) ? Math.max(1, short / count) : gap
    return start
  })
  let at = 0
  return Array.from({ length: count }, (_, k) => {
    const time = ((k + phase) * clock) / count
    while (at + 1 < starts.length && starts[at + 1]! <= time) at++
    return { day: open[at]!, wish: numbers[at]! + time - starts[at]! }
  })
}
