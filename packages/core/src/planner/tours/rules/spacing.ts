import type { RuledProblem, Unit } from '../ruled/problem.ts'

/** Room for one choice of dates: labels by number of visits and day. */
export interface DateRoom {
  cost: Float64Array
  back: Int32Array
  firstDay: Int32Array
  /** Candidates for the visit before, best first. */
  queue: Int32Array
}

export const newDateRoom = (problem: RuledProblem): DateRoom => {
  const most = Math.max(1, ...problem.units.map((u) => (u.spacing ? u.visits : 1)))
  return {
    cost: new Float64Array(most * problem.days),
    back: new Int32Array(most * problem.days),
    firstDay: new Int32Array(most * problem.days),
    queue: new Int32Array(problem.days),
  }
}

export interface DatesWanted {
  /** Cost of a visit by day, Infinity where there can be none. */
  cost: Float64Array
  /** Days that must be among the dates, ascending. */
  forced: readonly number[]
  minGap: number
  /** Whether two days may follow each other, beside the unit's own gaps; null where nothing else binds (unions). */
  mayFollow: ((a: number, b: number) => boolean) | null
}

/**
 * The cheapest days of a unit's visits with every gap within its spacing: a shortest path over (visits so far, day), exact
 * but for the wrap-around, for which the best first day is carried with each label and, where that fails, every first day is
 * tried. Null where none fit.
 */
export function datesBySpacing(
  problem: RuledProblem,
  unit: Unit,
  wanted: DatesWanted,
  room: DateRoom,
): number[] | null {
  const spacing = unit.spacing!
  const found = shortestDates(problem, unit, wanted, room, -1)
  if (found !== null || !spacing.wraps) return found
  let best: number[] | null = null
  let least = Infinity
  const { dayNumber } = problem
  for (let d = 0; d < problem.days && dayNumber[d]! < spacing.maxGap; d++) {
    if (wanted.cost[d] === Infinity) continue
    const days = shortestDates(problem, unit, wanted, room, d)
    const sum = days === null ? Infinity : days.reduce((all, day) => all + wanted.cost[day]!, 0)
    if (sum < least) [best, least] = [days, sum]
  }
  return best
}

function shortestDates(
  problem: RuledProblem,
  unit: Unit,
  wanted: DatesWanted,
  room: DateRoom,
  onlyFirst: number,
): number[] | null {
  const { days, dayNumber } = problem
  const { visits, minGap, maxGap, first, wraps } = unit.spacing!
  const { cost, firstDay } = room
  const { forced } = wanted
  if (forced.length > visits) return null
  cost.fill(Infinity, 0, visits * days)
  for (let d = 0; d < days && d <= (forced[0] ?? days); d++) {
    const here = wanted.cost[d]!
    if (here === Infinity || (onlyFirst >= 0 && d !== onlyFirst)) continue
    const gap = dayNumber[d]! + first
    if (first >= 0 && (gap < minGap || gap > maxGap)) continue
    if (wraps && dayNumber[d]! >= maxGap) break
    cost[d] = here
    firstDay[d] = d
  }
  for (let n = 1; n < visits; n++) {
    // As many days as are forced up to a day must have been visited by then, and those after it still can be.
    const from = Math.max(n, forced[forced.length - visits + n] ?? 0)
    const to = Math.min(days - 1, (forced[n + 1] ?? days) - 1)
    if (wanted.mayFollow === null) extendQuickly(problem, unit, wanted, room, n, from, to)
    else extend(problem, unit, wanted, room, n, from, to)
  }
  return bestEnd(problem, unit, wanted, room)
}

/** Labels of the (n + 1)th visit on days `from` to `to`, in constant time a day by a monotone queue over the days before. */
function extendQuickly(
  problem: RuledProblem,
  unit: Unit,
  wanted: DatesWanted,
  room: DateRoom,
  n: number,
  from: number,
  to: number,
): void {
  const { days, dayNumber } = problem
  const { minGap, maxGap } = unit.spacing!
  const { cost, back, firstDay, queue } = room
  const row = n * days
  const before = row - days
  const { forced } = wanted
  let head = 0
  let tail = 0
  let next = 0
  let f = 0
  for (let d = from; d <= to; d++) {
    while (next < d && dayNumber[d]! - dayNumber[next]! >= minGap) {
      const added = cost[before + next]!
      if (added < Infinity) {
        while (tail > head && cost[before + queue[tail - 1]!]! >= added) tail -= 1
        queue[tail++] = next
      }
      next += 1
    }
    // No forced day may be passed over.
    while (f < forced.length && forced[f]! < d) f += 1
    const least = f === 0 ? 0 : forced[f - 1]!
    while (
      head < tail &&
      (dayNumber[d]! - dayNumber[queue[head]!]! > maxGap || queue[head]! < least)
    )
      head += 1
    if (head === tail || wanted.cost[d] === Infinity) continue
    const p = queue[head]!
    cost[row + d] = cost[before + p]! + wanted.cost[d]!
    back[row + d] = p
    firstDay[row + d] = firstDay[before + p]!
  }
}

function extend(
  problem: RuledProblem,
  unit: Unit,
  wanted: DatesWanted,
  room: DateRoom,
  n: number,
  from: number,
  to: number,
): void {
  const { days, dayNumber } = problem
  const { maxGap } = unit.spacing!
  const minGap = Math.max(unit.spacing!.minGap, wanted.minGap)
  const { cost, back, firstDay } = room
  const row = n * days
  let low = 0
  for (let d = from; d <= to; d++) {
    const here = wanted.cost[d]!
    if (here === Infinity) continue
    while (dayNumber[d]! - dayNumber[low]! > maxGap) low += 1
    const least = Math.max(low, wanted.forced.findLast((day) => day < d) ?? 0)
    for (let p = d - 1; p >= least; p--) {
      const sum = cost[row - days + p]! + here
      if (dayNumber[d]! - dayNumber[p]! < minGap || sum >= cost[row + d]!) continue
      if (!wanted.mayFollow!(p, d)) continue
      cost[row + d] = sum
      back[row + d] = p
      firstDay[row + d] = firstDay[row - days + p]!
    }
  }
}

function bestEnd(
  problem: RuledProblem,
  unit: Unit,
  wanted: DatesWanted,
  room: DateRoom,
): number[] | null {
  const { days, dayNumber, periodDays } = problem
  const { visits, minGap, maxGap, wraps } = unit.spacing!
  const row = (visits - 1) * days
  let last = -1
  for (let d = 0; d < days; d++) {
    if (room.cost[row + d]! >= (last < 0 ? Infinity : room.cost[row + last]!)) continue
    if (d < (wanted.forced.at(-1) ?? 0)) continue
    if (wraps) {
      const gap = periodDays - dayNumber[d]! + dayNumber[room.firstDay[row + d]!]!
      if (gap < minGap || gap > maxGap) continue
    }
    last = d
  }
  if (last < 0) return null
  const found = [last]
  for (let n = visits - 1; n > 0; n--) {
    last = room.back[n * days + last]!
    found.push(last)
  }
  return found.reverse()
}
