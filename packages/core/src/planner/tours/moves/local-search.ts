import { changePattern } from './change-pattern.ts'
import { changeVehicle } from './change-vehicle.ts'
import { insertAbsent } from './insert-absent.ts'
import type { Move } from './move.ts'
import { forgetSums, type MoveRoom, visitsBetween } from './move-room.ts'
import { relocate } from './relocate.ts'
import { removeOptional } from './remove-optional.ts'
import { swap } from './swap.ts'
import { swapDays } from './swap-days.ts'
import { swapStar } from './swap-star.ts'
import { twoOpt } from './two-opt.ts'
import { twoOptStar } from './two-opt-star.ts'

/** All moves, cheap ones first. */
export const moves: readonly Move[] = [
  relocate,
  swap,
  twoOpt,
  twoOptStar,
  changePattern,
  removeOptional,
  insertAbsent,
  changeVehicle,
  swapDays,
  swapStar,
]

/**
 * Goes downhill by all moves from the routes that `routes` names, and on in every route that changes, until no move gains or
 * `enough` says so. Everything it touches is in the journal.
 */
export function goDownhill(room: MoveRoom, routes: readonly number[], enough: () => boolean): void {
  const { state } = room
  forgetSums(room)
  const waiting = [...routes]
  const waits = new Set(waiting)
  const seen = new Int32Array(state.routes)
  for (let r = 0; r < state.routes; r++) seen[r] = state.version[r]!
  for (let at = 0; at < waiting.length; at++) {
    const r = waiting[at]!
    waits.delete(r)
    if (enough()) return
    let gained = false
    while (improveRoute(room, r)) {
      gained = true
      if (enough()) return
    }
    for (let other = 0; other < state.routes; other++) {
      if (seen[other] === state.version[other]) continue
      seen[other] = state.version[other]!
      // A change that was tried and undone is none, though its routes bear new numbers.
      if (!gained || other === r || state.size[other] === 0 || waits.has(other)) continue
      waits.add(other)
      waiting.push(other)
    }
  }
}

/** Tries the moves at the visits of a route until one gains. */
function improveRoute(room: MoveRoom, r: number): boolean {
  const { state } = room
  const start = state.visits + 2 * r
  const visits = visitsBetween(state, start, start + 1)
  for (const move of moves) {
    if (!applies(room, move)) continue
    const at =
      move.per === 'absent'
        ? state.absent.slice(0, state.totals.absent)
        : move.per === 'route'
          ? visits.slice(0, 1)
          : visits
    for (const visit of at) if (move.improve(room, visit) < 0) return true
  }
  return false
}

/** Moves without a choice in this instance are left away. */
function applies(room: MoveRoom, move: Move): boolean {
  const { instance } = room.state
  if (move === removeOptional) return room.anyOptional
  if (move === swapDays) return instance.days > 1
  return true
}
