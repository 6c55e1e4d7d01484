import { compareSlots } from './best-free-slot.ts'
import {
  type Board,
  dayOf,
  FREE,
  lift,
  mayStand,
  place,
  type SlotLevels,
  slotLevels,
  troubleOf,
  vehicleOf,
} from './board.ts'

const PASSES = 6
/** Vehicles tried on either side of the home vehicle; those of one depot stand together. */
const OTHERS = 4

/** Moves and swaps jobs while the calendar gets better, by the levels of `slotLevels`. */
export function improveCalendar(board: Board): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let gains = 0
    for (let job = 0; job < board.jobs.length; job++)
      if (board.slotOf[job]! >= 0 && improveJob(board, job)) gains++
    if (gains === 0) return
  }
}

function improveJob(board: Board, job: number): boolean {
  const trouble = troubleOf(board, job)
  if (!trouble) return false
  let best: SlotLevels | null = null
  let bestSlot = -1
  for (const slot of slotsAround(board, job, trouble)) {
    const gain = tryExchange(board, job, slot)
    if (gain && (!best || compareSlots(gain, best) < 0)) {
      best = gain
      bestSlot = slot
    }
  }
  if (bestSlot < 0) return false
  exchange(board, job, bestSlot)
  return true
}

/**
 * Slots within the job's reach of where it stands. For spacing on any vehicle near its home in the
 * list; for comfort only on its weekday and home vehicle.
 */
function* slotsAround(
  board: Board,
  job: number,
  trouble: 'spacing' | 'comfort',
): Generator<number> {
  const { home, reach, template } = board.jobs[job]!
  const at = board.slotOf[job]!
  const day = dayOf(board, at)
  const wanted = board.homeWeekday[template]!
  const vehicles = new Set([home, vehicleOf(board, at)])
  if (trouble === 'spacing')
    for (let v = Math.max(0, home - OTHERS); v < board.vehicles.length && v <= home + OTHERS; v++)
      vehicles.add(v)
  for (const vehicle of vehicles)
    for (let d = Math.max(0, day - reach); d <= Math.min(board.days - 1, day + reach); d++) {
      if (trouble === 'comfort' && d !== day && board.weekdays[d] !== wanted) continue
      const slot = vehicle * board.days + d
      if (slot !== at && board.slots[slot]! >= FREE) yield slot
    }
}

/** Moves the job into the slot; who stands there takes the one it leaves. False leaves all as it was. */
function exchange(board: Board, job: number, slot: number): boolean {
  const from = board.slotOf[job]!
  const other = board.slots[slot]!
  lift(board, job)
  if (other >= 0) lift(board, other)
  const moved = mayStand(board, job, slot)
  if (moved) place(board, job, slot)
  if (moved && other < 0) return true
  if (moved && mayStand(board, other, from)) {
    place(board, other, from)
    return true
  }
  if (moved) lift(board, job)
  place(board, job, from)
  if (other >= 0) place(board, other, slot)
  return false
}

/** By how much an exchange changes the levels, if it may be and is a gain; nothing is changed. */
function tryExchange(board: Board, job: number, slot: number): SlotLevels | null {
  const from = board.slotOf[job]!
  const other = board.slots[slot]!
  if (!mayStand(board, job, slot)) return null
  const before = costOf(board, job, other)
  if (!exchange(board, job, slot)) return null
  const after = costOf(board, job, other)
  exchange(board, job, from)
  const gain = minus(after, before)
  return compareSlots(gain, [0, 0, 0, 0, 0]) < 0 ? gain : null
}

const minus = (a: SlotLevels, b: SlotLevels): SlotLevels => [
  a[0] - b[0],
  a[1] - b[1],
  a[2] - b[2],
  a[3] - b[3],
  a[4] - b[4],
]

/** Levels of one or two jobs where they stand, the second with the first in place. */
function costOf(board: Board, job: number, other: number): SlotLevels {
  const own = board.slotOf[job]!
  const its = other >= 0 ? board.slotOf[other]! : -1
  lift(board, job)
  let sum: SlotLevels = [0, 0, 0, 0, 0]
  if (other >= 0) {
    lift(board, other)
    const levels = slotLevels(board, other, its)
    sum = levels
    place(board, other, its)
  }
  const levels = slotLevels(board, job, own)
  place(board, job, own)
  return [
    sum[0] + levels[0],
    sum[1] + levels[1],
    sum[2] + levels[2],
    sum[3] + levels[3],
    sum[4] + levels[4],
  ]
}
