import type { RuledProblem, Unit } from '../ruled/problem.ts'

/** Room for one choice of dates: labels by number of visits and day. */
export interface DateRoom {
  cost: Float64Array
  back: Int32Array
  firstDay: Int32Array
}

export const newDateRoom = (problem: RuledProblem): DateRoom => {
  const most = Math.max(1, ...problem.units.map((u) => (u.spacing ? u.visits : 1)))
  return {
    cost: new Float64Array(most * problem.days),
    back: new Int32Array(most * problem.days),
    firstDay: new Int32Array(most * problem.days),
  }
}

/** Whether the way from visit day `a` to visit day `b` leaves out no day that must be visited. */
const skipsNone = (forced: readonly number[], a: number, b: number): boolean =>
  forced.every((day) => day <= a || day >= b)

export interface DatesWanted {
  /** Cost of a visit by day, Infinity where there can be none. */
  cost: Float64Array
  /** Days that must be among the dates, ascending. */
  forced: readonly number[]
  minGap: number
  /** Whether two days may follow each other, beside the unit's own gaps (unions). */
  mayFollow: (a: number, b: number) => boolean
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
  const { visits, maxGap, first } = unit.spacing!
  const minGap = Math.max(unit.spacing!.minGap, wanted.minGap)
  const { cost, back, firstDay } = room
  const { forced } = wanted
  cost.fill(Infinity, 0, visits * days)
  for (let d = 0; d < days; d++) {
    const here = wanted.cost[d]!
    if (here === Infinity || (onlyFirst >= 0 && d !== onlyFirst)) continue
    if (!skipsNone(forced, -1, d)) break
    const gap = dayNumber[d]! + first
    if (first >= 0 && (gap < unit.spacing!.minGap || gap > maxGap)) continue
    if (unit.spacing!.wraps && dayNumber[d]! >= maxGap) break
    cost[d] = here
    firstDay[d] = d
  }
  for (let n = 1; n < visits; n++) {
    const row = n * days
    let low = 0
    for (let d = n; d < days; d++) {
      const here = wanted.cost[d]!
      if (here === Infinity) continue
      while (dayNumber[d]! - dayNumber[low]! > maxGap) low += 1
      for (let p = d - 1; p >= low; p--) {
        const gap = dayNumber[d]! - dayNumber[p]!
        const sum = cost[row - days + p]! + here
        if (gap < minGap || sum >= cost[row + d]!) continue
        if (forced.length > 0 && !skipsNone(forced, p, d)) continue
        if (!wanted.mayFollow(p, d)) continue
        cost[row + d] = sum
        back[row + d] = p
        firstDay[row + d] = firstDay[row - days + p]!
      }
    }
  }
  return bestEnd(problem, unit, wanted, room)
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
    if (!skipsNone(wanted.forced, d, days)) continue
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
