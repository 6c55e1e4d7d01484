/** Days of one stop, as positions in the problem's days. */
export interface OpenDays {
  /** 1 where the stop is closed. */
  closed: Uint8Array
  /** Longest stretch of calendar days without an open one, counted round the horizon's end. */
  longestClosed: number
  open: number
}

/** `dayNumbers` are the calendar days of the problem's days, ascending. */
export function openDays(
  closed: Uint8Array,
  dayNumbers: Int32Array,
  horizonDays: number,
): OpenDays {
  let first = -1
  let last = -1
  let open = 0
  let longest = 0
  for (let d = 0; d < closed.length; d++) {
    if (closed[d]) continue
    if (last >= 0) longest = Math.max(longest, dayNumbers[d]! - dayNumbers[last]!)
    else first = d
    last = d
    open++
  }
  if (open === 0) return { closed, longestClosed: horizonDays, open }
  const round = dayNumbers[first]! + horizonDays - dayNumbers[last]!
  return { closed, longestClosed: Math.max(longest, round), open }
}

/** Days on which all are open. */
export function commonDays(
  all: readonly OpenDays[],
  dayNumbers: Int32Array,
  horizonDays: number,
): OpenDays {
  const closed = new Uint8Array(dayNumbers.length)
  for (const days of all) for (let d = 0; d < closed.length; d++) closed[d]! |= days.closed[d]!
  return openDays(closed, dayNumbers, horizonDays)
}

/**
 * Whether stops with different closed days may share one template: their common open days must
 * suffice for its occurrences and leave no stop a gap that it would not have alone.
 */
export function openTogether(
  all: readonly { days: OpenDays; maxGapDays: number; visits: number }[],
  common: OpenDays,
): boolean {
  return all.every(
    ({ days, maxGapDays, visits }) =>
      common.open >= Math.min(days.open, 2 * visits) &&
      common.longestClosed <= Math.max(days.longestClosed, maxGapDays / 2),
  )
}
