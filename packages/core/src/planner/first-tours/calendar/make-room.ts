import { type Board, FREE, lift, mayStand, place } from './board.ts'

/**
 * Places a job by moving others, each within its reach, along a shortest chain that ends in a free
 * slot (augmenting path, Hopcroft and Karp 1973). `dead` keeps the slots from which no chain leads
 * on; it lasts over calls, because no later placing opens a new way.
 */
export function makeRoom(board: Board, job: number, dead: Uint8Array): boolean {
  const seen = new Map<number, number>()
  const queue: number[] = []
  const enter = (mover: number, from: number): number => {
    const { target, reach } = board.jobs[mover]!
    const last = Math.min(board.days - 1, target + reach)
    for (let vehicle = 0; vehicle < board.vehicles.length; vehicle++)
      for (let day = Math.max(0, target - reach); day <= last; day++) {
        const slot = vehicle * board.days + day
        if (dead[slot] || seen.has(slot) || !mayStand(board, mover, slot)) continue
        seen.set(slot, from)
        if (board.slots[slot] === FREE) return slot
        queue.push(slot)
      }
    return -1
  }
  let end = enter(job, -1)
  for (let k = 0; k < queue.length && end < 0; k++) end = enter(board.slots[queue[k]!]!, queue[k]!)
  if (end < 0) {
    for (const slot of seen.keys()) dead[slot] = 1
    return false
  }
  return shiftAlong(board, job, end, seen)
}

/** Moves the chain from its free end; stops where an earlier step has taken the day of a stop. */
function shiftAlong(
  board: Board,
  job: number,
  end: number,
  from: ReadonlyMap<number, number>,
): boolean {
  let free = end
  for (let slot = from.get(end)!; slot >= 0; slot = from.get(slot)!) {
    const mover = board.slots[slot]!
    if (!mayStand(board, mover, free)) return false
    lift(board, mover)
    place(board, mover, free)
    free = slot
  }
  if (!mayStand(board, job, free)) return false
  place(board, job, free)
  return true
}
