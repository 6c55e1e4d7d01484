import type { RuledProblem, Windows } from '../ruled/problem.ts'
import { earliestIn, latestIn } from './windows.ts'

/**
 * A stop of several customers at one place: the longest setup once, then its stations side by side, each in order. The
 * sequences are the customers `seq[from … to)`, their services `service[from … to)`.
 */
export interface StopPart {
  seq: Int32Array
  service: Float64Array
  from: number
  to: number
  day: number
}

const windowsOf = (problem: RuledProblem, { seq, day }: StopPart, k: number): Windows =>
  problem.customers[seq[k]!]!.windows[day]!

/** Longest setup of the stop. */
export function setupOf(problem: RuledProblem, { seq, from, to }: StopPart): number {
  let setup = 0
  for (let k = from; k < to; k++) setup = Math.max(setup, problem.customers[seq[k]!]!.setup)
  return setup
}

/** Whether an earlier customer of the stop works at the same station as the one at `k`. */
function before(problem: RuledProblem, { seq, from }: StopPart, k: number): number {
  const { station } = problem.customers[seq[k]!]!
  for (let j = k - 1; j >= from; j--) if (problem.customers[seq[j]!]!.station === station) return j
  return -1
}

/** When the vehicle leaves a stop that it reaches at `arrive`, Infinity if a window is missed; starts go to `start`. */
export function leaveStop(
  problem: RuledProblem,
  part: StopPart,
  arrive: number,
  start: Float64Array,
): number {
  const ready = arrive + setupOf(problem, part)
  let leave = ready
  for (let k = part.from; k < part.to; k++) {
    const j = part.to - part.from === 1 ? -1 : before(problem, part, k)
    const free = j < 0 ? ready : start[j]! + part.service[j]!
    start[k] = earliestIn(windowsOf(problem, part, k), free)
    leave = Math.max(leave, start[k]! + part.service[k]!)
  }
  return leave
}

/** The latest arrival that still leaves by `leave`. */
export function latestArrival(problem: RuledProblem, part: StopPart, leave: number): number {
  let arrive = leave
  for (let k = part.to - 1; k >= part.from; k--) {
    // Only the last customer of each station is bound by `leave`; those before by their successor.
    let bound = leave
    let last = true
    const { station } = problem.customers[part.seq[k]!]!
    for (let j = k + 1; j < part.to; j++)
      if (problem.customers[part.seq[j]!]!.station === station) last = false
    if (!last) continue
    for (let j = k; j >= part.from; j--)
      if (problem.customers[part.seq[j]!]!.station === station)
        bound = latestIn(windowsOf(problem, part, j), bound - part.service[j]!)
    arrive = Math.min(arrive, bound)
  }
  return arrive - setupOf(problem, part)
}
