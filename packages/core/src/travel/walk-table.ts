import { seconds } from '../kernel/units.ts'
import { bestTrip, markSeeds, newTrip, seed, type TableTask, unmarkSeeds } from './matrix.ts'
import type { NearPairs } from './near-pairs.ts'
import { newSearch, resetSearch, runSearch } from './shortest-paths.ts'
import type { WalkTable } from './travel-table.ts'

/** What rows of a walk table are made from; `view`, accesses and `limit` are at the walker's pace. */
export interface WalkTask extends TableTask {
  /** Straight walks between near places, adult seconds. */
  direct: NearPairs
  /** Factor from adult seconds to the walker's. */
  paceFactor: number
  /** Columns worth asking for each row: those that are not too far even in a straight line. */
  candidates: { first: Uint32Array; target: Uint32Array }
}

/** Rows of a walk table, to be joined in order. */
export interface WalkRows {
  counts: Uint32Array
  target: Uint32Array
  seconds: Int32Array
  metres: Int32Array
}

interface Walked {
  target: number
  seconds: number
  metres: number
}

/**
 * Rows `[start, end)`: places within `limit` seconds on foot both ways, by paths and off them,
 * with the seconds of the slower direction (an elder has to get home too). The limit is inclusive.
 */
export function walkRows(task: WalkTask, start: number, end: number): WalkRows {
  const search = newSearch(task.graph, task.view)
  const seedAt = new Int32Array(task.graph.edges).fill(-1)
  const trip = newTrip()
  const rows: Walked[][] = []
  for (let place = start; place < end; place++) {
    const firstTarget = task.candidates.first[place]!
    const targets = task.candidates.target.subarray(firstTarget, task.candidates.first[place + 1]!)
    const there = new Float64Array(targets.length).fill(Number.POSITIVE_INFINITY)
    const back = there.slice()
    const metresThere = new Float64Array(targets.length)
    const metresBack = new Float64Array(targets.length)
    for (const homeward of [false, true]) {
      const [time, metres] = homeward ? [back, metresBack] : [there, metresThere]
      resetSearch(search, homeward)
      markSeeds(task.from, place, seedAt)
      seed(task, search, task.from, place)
      runSearch(search, task.limit)
      targets.forEach((target, k) => {
        bestTrip(task, search, task.from, place, task.to, target, seedAt, trip)
        time[k] = trip.time
        metres[k] = trip.foot
      })
      unmarkSeeds(task.from, place, seedAt)
    }
    walkStraight(task, place, targets, { there, back, metresThere, metresBack })
    rows.push(withinLimit(task.limit, targets, { there, back, metresThere, metresBack }))
  }
  return packed(rows)
}

interface Ways {
  there: Float64Array
  back: Float64Array
  metresThere: Float64Array
  metresBack: Float64Array
}

/** Straight over the land where that is sooner. */
function walkStraight(task: WalkTask, place: number, targets: Uint32Array, ways: Ways): void {
  const { direct, paceFactor } = task
  let k = 0
  for (let d = direct.first[place]!; d < direct.first[place + 1]!; d++) {
    while (k < targets.length && targets[k]! < direct.target[d]!) k++
    if (k === targets.length) return
    if (targets[k] !== direct.target[d]) continue
    if (direct.out[d]! * paceFactor < ways.there[k]!) {
      ways.there[k] = direct.out[d]! * paceFactor
      ways.metresThere[k] = direct.metres[d]!
    }
    if (direct.back[d]! * paceFactor < ways.back[k]!) {
      ways.back[k] = direct.back[d]! * paceFactor
      ways.metresBack[k] = direct.metres[d]!
    }
  }
}

function withinLimit(limit: number, targets: Uint32Array, ways: Ways): Walked[] {
  const row: Walked[] = []
  targets.forEach((target, k) => {
    const homeIsSlower = ways.back[k]! > ways.there[k]!
    const time = homeIsSlower ? ways.back[k]! : ways.there[k]!
    if (time === Number.POSITIVE_INFINITY || seconds(time) > limit) return
    const metres = homeIsSlower ? ways.metresBack[k]! : ways.metresThere[k]!
    row.push({ target, seconds: seconds(time), metres: Math.round(metres) })
  })
  return row.sort((a, b) => a.seconds - b.seconds || a.target - b.target)
}

function packed(rows: readonly Walked[][]): WalkRows {
  const all = rows.flat()
  return {
    counts: Uint32Array.from(rows, (row) => row.length),
    target: Uint32Array.from(all, (w) => w.target),
    seconds: Int32Array.from(all, (w) => w.seconds),
    metres: Int32Array.from(all, (w) => w.metres),
  }
}

/** Joins rows that were made in parts, in their order. */
export function walkTable(
  from: readonly string[],
  to: readonly string[],
  parts: readonly WalkRows[],
): WalkTable {
  const offsets = new Uint32Array(from.length + 1)
  let row = 0
  for (const part of parts)
    for (const count of part.counts) {
      offsets[row + 1] = offsets[row]! + count
      row++
    }
  const total = offsets[from.length]!
  const table: WalkTable = {
    from,
    to,
    offsets,
    target: new Uint32Array(total),
    seconds: new Int32Array(total),
    metres: new Int32Array(total),
  }
  let at = 0
  for (const part of parts) {
    table.target.set(part.target, at)
    table.seconds.set(part.seconds, at)
    table.metres.set(part.metres, at)
    at += part.target.length
  }
  return table
}
