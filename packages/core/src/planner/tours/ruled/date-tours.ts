import type { Random } from '../../../kernel/random.ts'
import type { RoutingSolution } from '../../../plan/routing.ts'
import type { CountedRoutes } from '../bounds/certified-bound.ts'
import type { RuledProblem } from './problem.ts'
import { emptyState, makeRoute } from './state.ts'

/** One drive of a tour, on the slot that it has for now. */
interface Drive {
  stops: readonly number[]
  units: readonly number[]
  depot: number
  /** Its number among the tours. */
  tour: number
  slot: number
}

interface Board {
  problem: RuledProblem
  /** Whether a tour can be driven, by tour, fleet and roads of the day; filled as it is asked. */
  drivable: Map<number, boolean>
  drives: Drive[]
  /** Drive on each slot, -1 for none. */
  on: Int32Array
  /** Days (0-based, ascending, with doubles) on which each unit is visited. */
  days: number[][]
}

/**
 * Gives dates to tours that say only how often they are driven, such as a bound's whole-number solution: evenly spread first, then
 * single drives are moved and exchanged while the gaps of the places they visit get better, and now and then when they don't. Where
 * no slot of the depot is free, or no vehicle there can drive a tour, drives are left out. Gaps may still be broken: the search
 * dates those places anew.
 */
export function dateTours(
  problem: RuledProblem,
  { routes }: CountedRoutes,
  random: Random,
  turns: number,
): RoutingSolution {
  const board = firstBoard(problem, routes)
  const broken = () =>
    board.days.reduce(
      (sum, days, u) => sum + (days.length > 0 ? wrongGaps(problem, u, days) : 0),
      0,
    )
  let wrong = broken()
  for (let turn = 0; turn < turns && wrong > 0 && board.drives.length > 0; turn++) {
    const warmth = 0.5 * (1 - turn / turns)
    wrong += exchangeSomewhere(board, random, warmth)
  }
  return {
    unserved: [],
    routes: board.drives.map(({ stops, slot }) => {
      const { day, vehicle } = problem.slots[slot]!
      const { depot, number } = problem.vehicles[vehicle]!
      const ids = stops.map((c) => problem.instance.customers[c]!.id)
      return { day: day + 1, vehicle: number, depot: depot + 1, stops: ids }
    }),
  }
}

/** Days by which the gaps of a unit are too short or too long, round the period where it wraps. */
function wrongGaps(problem: RuledProblem, u: number, days: readonly number[]): number {
  const { spacing } = problem.units[u]!
  if (spacing === null) return 0
  const { dayNumber, periodDays } = problem
  const off = (gap: number) => Math.max(0, gap - spacing.maxGap, spacing.minGap - gap)
  let wrong = 0
  for (let k = 1; k < days.length; k++)
    wrong += off(dayNumber[days[k]!]! - dayNumber[days[k - 1]!]!)
  if (spacing.first >= 0) wrong += off(dayNumber[days[0]!]! + spacing.first)
  if (spacing.wraps) wrong += off(periodDays - dayNumber[days.at(-1)!]! + dayNumber[days[0]!]!)
  return wrong
}

function firstBoard(problem: RuledProblem, routes: CountedRoutes['routes']): Board {
  const indexOf = new Map(problem.instance.customers.map((c, k) => [c.id, k]))
  const board: Board = {
    problem,
    drivable: new Map(),
    drives: [],
    on: new Int32Array(problem.slots.length).fill(-1),
    days: problem.units.map(() => []),
  }
  const longest = [...routes].sort((a, b) => b.times - a.times)
  for (const [tour, { times, depot, stops: ids }] of longest.entries()) {
    const stops = ids.map((id) => indexOf.get(id)!)
    const units = [...new Set(stops.map((c) => problem.unitOf[c]!))]
    layEvenly(board, { stops, units, depot, tour, slot: -1 }, times)
  }
  return board
}

/** All drives of a tour, evenly from the phase at which the gaps so far suffer least. */
function layEvenly(board: Board, drive: Drive, times: number): void {
  const { problem } = board
  const step = problem.days / times
  let best = Infinity
  let phase = 0
  for (let at = 0; at < step; at += Math.max(1, step / 12)) {
    const days = Array.from({ length: times }, (_, k) => Math.floor(at + k * step))
    const wrong = drive.units.reduce((sum, u) => {
      const all = [...board.days[u]!, ...days].sort((a, b) => a - b)
      return sum + wrongGaps(problem, u, all)
    }, 0)
    if (wrong < best) [best, phase] = [wrong, at]
  }
  for (let k = 0; k < times; k++) {
    const slot = nearestFree(board, drive, Math.floor(phase + k * step))
    if (slot < 0) return
    put(board, { ...drive, slot }, board.drives.length)
  }
}

/** The unused slot of the tour's depot nearest to a day on which the tour can be driven. */
function nearestFree(board: Board, drive: Drive, day: number): number {
  const { problem } = board
  for (let away = 0; away < problem.days; away++)
    for (const d of away === 0 ? [day] : [day + away, day - away])
      for (const slot of problem.slotsOfDay[d] ?? [])
        if (board.on[slot] === -1 && mayDrive(board, drive, slot)) return slot
  return -1
}

function mayDrive(board: Board, { stops, units, depot, tour }: Drive, slot: number): boolean {
  const { problem, drivable } = board
  const { fleet, vehicle, table, day } = problem.slots[slot]!
  if (problem.vehicles[vehicle]!.depot !== depot) return false
  if (stops.some((c) => problem.customers[c]!.windows[day]!.length === 0)) return false
  const key = (tour * problem.fleets.length + fleet) * problem.tables.length + table
  let known = drivable.get(key)
  if (known === undefined) {
    const { endDepot } = problem.fleets[fleet]!
    const made = makeRoute(emptyState(problem), slot, stops, depot, endDepot)
    known = units.every((u) => problem.units[u]!.fleets[fleet] === 1) && typeof made !== 'number'
    drivable.set(key, known)
  }
  return known
}

function put(board: Board, drive: Drive, at: number): void {
  board.drives[at] = drive
  board.on[drive.slot] = at
  const { day } = board.problem.slots[drive.slot]!
  for (const u of drive.units) {
    const days = board.days[u]!
    let k = days.length
    while (k > 0 && days[k - 1]! > day) k -= 1
    days.splice(k, 0, day)
  }
}

function lift(board: Board, at: number): Drive {
  const drive = board.drives[at]!
  board.on[drive.slot] = -1
  const { day } = board.problem.slots[drive.slot]!
  for (const u of drive.units) board.days[u]!.splice(board.days[u]!.indexOf(day), 1)
  return drive
}

/** How many working days away a drive may be moved at once. */
const reach = 12

/** Moves a drive to a near slot of the same vehicle's depot, or exchanges it with the one there; returns how gaps change. */
function exchangeSomewhere(board: Board, random: Random, warmth: number): number {
  const { problem } = board
  const a = random.below(board.drives.length)
  const drive = board.drives[a]!
  if (drive.units.every((u) => wrongGaps(problem, u, board.days[u]!) === 0) && random.next() < 0.9)
    return 0
  const day = problem.slots[drive.slot]!.day + random.below(2 * reach + 1) - reach
  const slots = problem.slotsOfDay[day] ?? []
  if (slots.length === 0) return 0
  const to = random.pick(slots)
  const b = board.on[to]!
  if (to === drive.slot || !mayDrive(board, drive, to)) return 0
  if (b >= 0 && !mayDrive(board, board.drives[b]!, drive.slot)) return 0
  const units = new Set([...drive.units, ...(b >= 0 ? board.drives[b]!.units : [])])
  const wrong = () => [...units].reduce((sum, u) => sum + wrongGaps(problem, u, board.days[u]!), 0)
  const before = wrong()
  const [from, other] = [lift(board, a), b >= 0 ? lift(board, b) : null]
  put(board, { ...from, slot: to }, a)
  if (other) put(board, { ...other, slot: from.slot }, b)
  const change = wrong() - before
  if (change <= -warmth * Math.log(1 - random.next())) return change
  lift(board, a)
  if (other) lift(board, b)
  put(board, from, a)
  if (other) put(board, other, b)
  return 0
}
