import { weekday } from '../../../kernel/calendar.ts'
import { type Ground, travelOf } from '../ground.ts'
import { measureRoute } from '../measure-route.ts'
import type { TourVehicle } from '../problem.ts'
import { brokenRule } from '../rules/route-rules.ts'
import { gapExcess, gapUnevenness, type Spacing } from '../rules/spacing.ts'
import type { Job, Variant } from './job.ts'

export const FREE = -1
const ABSENT = -2

/** One vehicle kind's calendar: which job each vehicle has on each day. Changed in place. */
export interface Board {
  ground: Ground
  vehicles: readonly TourVehicle[]
  /** Group of each vehicle. */
  groupOf: Int32Array
  days: number
  variants: readonly Variant[]
  jobs: readonly Job[]
  /** Job by vehicle × day, FREE or absent. */
  slots: Int32Array
  /** Slot of each job, -1 while it has none. */
  slotOf: Int32Array
  /** Days on which each stop is visited, ascending. */
  visitDays: number[][]
  spacing: Spacing[]
  weekdays: Int8Array
  /** The weekday that the outings of a template prefer; 0 for none yet. */
  homeWeekday: Int8Array
  /** Whether a variant keeps the rules, by variant × group × state: 0 unknown, 1 no, 2 yes. */
  fits: Uint8Array
}

export function makeBoard(
  ground: Ground,
  variants: readonly Variant[],
  jobs: readonly Job[],
  templates: number,
): Board {
  const { problem, groups, stops } = ground
  const vehicles = groups.flatMap((group) => group.vehicles)
  const days = problem.days.length
  const slots = new Int32Array(vehicles.length * days).fill(ABSENT)
  vehicles.forEach((vehicle, v) => {
    for (const day of vehicle.days) slots[v * days + day] = FREE
  })
  return {
    ground,
    vehicles,
    groupOf: Int32Array.from(groups.flatMap((group, g) => group.vehicles.map(() => g))),
    days,
    variants,
    jobs,
    slots,
    slotOf: new Int32Array(jobs.length).fill(-1),
    visitDays: stops.map(() => []),
    spacing: stops.map(({ visits, maxGapDays }) => ({
      horizonDays: problem.horizonDays,
      visits,
      maxGapDays,
    })),
    weekdays: Int8Array.from(problem.days, weekday),
    homeWeekday: new Int8Array(templates),
    fits: new Uint8Array(variants.length * groups.length * problem.states.length),
  }
}

export const dayOf = (board: Board, slot: number): number => slot % board.days
export const vehicleOf = (board: Board, slot: number): number => Math.floor(slot / board.days)

/** Whether the vehicle group can run the variant in the state of the day. Remembered. */
export function runs(board: Board, variant: number, group: number, day: number): boolean {
  const { ground } = board
  const state = ground.problem.stateOfDay[day]!
  const states = ground.problem.states.length
  const key = (variant * ground.groups.length + group) * states + state
  if (board.fits[key] === 0) {
    const { vehicle } = ground.groups[group]!
    const { stops } = board.variants[variant]!
    const totals = measureRoute(ground, travelOf(ground, group, state), vehicle.depot, stops)
    board.fits[key] = brokenRule(totals, vehicle) ? 1 : 2
  }
  return board.fits[key] === 2
}

/** Whether the job may stand in the slot, whoever stands there now. Its own visits don't hinder. */
export function mayStand(board: Board, job: number, slot: number): boolean {
  if (board.slots[slot] === ABSENT) return false
  const { variant } = board.jobs[job]!
  const day = dayOf(board, slot)
  const { days, stops } = board.variants[variant]!
  if (days[day] === 0) return false
  if (!runs(board, variant, board.groupOf[vehicleOf(board, slot)]!, day)) return false
  const own = board.slotOf[job]!
  if (own >= 0 && dayOf(board, own) === day) return true
  return stops.every((stop) => !board.visitDays[stop]!.includes(day))
}

/** Puts a job without a slot into a free one. */
export function place(board: Board, job: number, slot: number): void {
  board.slots[slot] = job
  board.slotOf[job] = slot
  const day = dayOf(board, slot)
  for (const stop of board.variants[board.jobs[job]!.variant]!.stops) {
    const days = board.visitDays[stop]!
    let at = days.length
    while (at > 0 && days[at - 1]! > day) at--
    days.splice(at, 0, day)
  }
}

/** Takes a job out of its slot. */
export function lift(board: Board, job: number): void {
  const slot = board.slotOf[job]!
  board.slots[slot] = FREE
  board.slotOf[job] = -1
  const day = dayOf(board, slot)
  for (const stop of board.variants[board.jobs[job]!.variant]!.stops) {
    const days = board.visitDays[stop]!
    days.splice(days.indexOf(day), 1)
  }
}

/**
 * What a job costs in a slot while it stands in none: days over the longest gap, market days,
 * unevenness, another vehicle than its own, another weekday. Compared from the left. The first and
 * third are changes of its stops' spacing by the visit.
 */
export type SlotLevels = readonly [
  excess: number,
  avoided: number,
  uneven: number,
  vehicle: number,
  weekday: number,
]

export function slotLevels(board: Board, job: number, slot: number): SlotLevels {
  const { variant, home, template } = board.jobs[job]!
  const day = dayOf(board, slot)
  const { stops, days } = board.variants[variant]!
  let excess = 0
  let uneven = 0
  for (const stop of stops) {
    const [before, after] = gapsAround(board, stop, day)
    const spacing = board.spacing[stop]!
    excess += gapExcess(spacing, before) + gapExcess(spacing, after)
    excess -= gapExcess(spacing, before + after)
    uneven += gapUnevenness(spacing, before) + gapUnevenness(spacing, after)
    uneven -= gapUnevenness(spacing, before + after)
  }
  const wanted = board.homeWeekday[template]!
  return [
    excess,
    days[day] === 2 ? 1 : 0,
    uneven,
    home >= 0 && vehicleOf(board, slot) !== home ? 1 : 0,
    wanted > 0 && board.weekdays[day] !== wanted ? 1 : 0,
  ]
}

/** What is wrong with a placed job: its spacing or market day, only its comfort, or nothing. */
export function troubleOf(board: Board, job: number): 'spacing' | 'comfort' | null {
  const slot = board.slotOf[job]!
  const { variant, home, template } = board.jobs[job]!
  const day = dayOf(board, slot)
  const { stops, days } = board.variants[variant]!
  lift(board, job)
  const even = stops.every((stop) =>
    gapsAround(board, stop, day).every(
      (gap) =>
        gapExcess(board.spacing[stop]!, gap) === 0 &&
        gapUnevenness(board.spacing[stop]!, gap) === 0,
    ),
  )
  place(board, job, slot)
  if (!even || days[day] === 2) return 'spacing'
  const wanted = board.homeWeekday[template]!
  const settled =
    vehicleOf(board, slot) === home && (wanted === 0 || board.weekdays[day] === wanted)
  return settled ? null : 'comfort'
}

/** Calendar days from the visit before `day` and to the one after it, round the horizon's end. */
function gapsAround(board: Board, stop: number, day: number): [number, number] {
  const { dayNumbers, problem } = board.ground
  const days = board.visitDays[stop]!
  const horizon = problem.horizonDays
  if (days.length === 0) return [horizon, 0]
  let at = days.length
  while (at > 0 && days[at - 1]! > day) at--
  const now = dayNumbers[day]!
  const before =
    at > 0 ? now - dayNumbers[days[at - 1]!]! : now + horizon - dayNumbers[days.at(-1)!]!
  const after =
    at < days.length ? dayNumbers[days[at]!]! - now : dayNumbers[days[0]!]! + horizon - now
  return [before, after]
}
