import { type Board, FREE, mayStand, type SlotLevels, slotLevels } from './board.ts'

export function compareSlots(a: SlotLevels, b: SlotLevels): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!
  return 0
}

/** The best free slot of a job without one, on days `from` to `to`; -1 for none. Lowest of equals. */
export function bestFreeSlot(board: Board, job: number, from: number, to: number): number {
  let best = -1
  let bestLevels: SlotLevels | null = null
  const last = Math.min(to, board.days - 1)
  for (let vehicle = 0; vehicle < board.vehicles.length; vehicle++)
    for (let day = Math.max(0, from); day <= last; day++) {
      const slot = vehicle * board.days + day
      if (board.slots[slot] !== FREE || !mayStand(board, job, slot)) continue
      const levels = slotLevels(board, job, slot)
      if (bestLevels && compareSlots(levels, bestLevels) >= 0) continue
      best = slot
      bestLevels = levels
    }
  return best
}
