import { closeRoute, markAbsent, markServed, openRoute, refreshSegments } from './edit-route.ts'
import {
  ARC,
  LOC,
  NEXT,
  PREV,
  ROUTE,
  type SearchState,
  SHIFT,
  type Totals,
} from './search-state.ts'

/** What the routes touched in one iteration looked like before, so that a rejected change is undone in their size alone. */
export interface Journal {
  stamp: Int32Array
  /** The turn in which the route last gave a string. */
  cut: Int32Array
  turn: number
  /** Per touched route: its number, how many visits, version, duration, the visits in order. */
  log: Int32Array
  loads: Float64Array
  length: number
  customers: Int32Array
  patterns: Int32Array
  customerCount: number
  customerStamp: Int32Array
  totals: Totals
}

export const newJournal = (state: SearchState): Journal => ({
  stamp: new Int32Array(state.routes),
  cut: new Int32Array(state.routes),
  turn: 0,
  log: new Int32Array(state.visits + 4 * state.routes + 4),
  loads: new Float64Array(state.routes),
  length: 0,
  customers: new Int32Array(state.instance.customers),
  patterns: new Int32Array(state.instance.customers),
  customerCount: 0,
  customerStamp: new Int32Array(state.instance.customers),
  totals: { ...state.totals },
})

export function openJournal(journal: Journal, state: SearchState): void {
  journal.turn += 1
  journal.length = 0
  journal.customerCount = 0
  Object.assign(journal.totals, state.totals)
}

const headWords = 4

/** Notes a route before its first change in this turn. */
export function noteRoute(journal: Journal, state: SearchState, r: number): void {
  if (journal.stamp[r] === journal.turn) return
  journal.stamp[r] = journal.turn
  const { node, visits } = state
  const { log } = journal
  let at = journal.length
  log[at] = r
  log[at + 1] = state.size[r]!
  log[at + 2] = state.version[r]!
  log[at + 3] = state.duration[r]!
  journal.loads[r] = state.load[r]!
  at += headWords
  const end = visits + 2 * r + 1
  for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; v = node[(v << SHIFT) + NEXT]!)
    log[at++] = v
  journal.length = at
}

/** Notes a customer's pattern before its first change in this turn. */
export function noteCustomer(journal: Journal, state: SearchState, c: number): void {
  if (journal.customerStamp[c] === journal.turn) return
  journal.customerStamp[c] = journal.turn
  journal.customers[journal.customerCount] = c
  journal.patterns[journal.customerCount++] = state.chosen[c]!
}

/** Lays segments anew in all routes noted from `from` on. */
export function refreshNoted(journal: Journal, state: SearchState, from: number): void {
  for (let at = from; at < journal.length; at += headWords + journal.log[at + 1]!)
    refreshSegments(state, journal.log[at]!)
}

/** Puts all noted routes and customers back as they were. */
export function undo(journal: Journal, state: SearchState): void {
  const { log, length } = journal
  const { node, visits } = state
  for (let at = 0; at < length; at += headWords + log[at + 1]!) {
    const end = visits + 2 * log[at]! + 1
    for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; ) {
      node[(v << SHIFT) + ROUTE] = -1
      state.routeOf[v] = -1
      v = node[(v << SHIFT) + NEXT]!
    }
  }
  for (let at = 0; at < length; at += headWords + log[at + 1]!) layBack(journal, state, at)
  for (let k = 0; k < journal.customerCount; k++) {
    const c = journal.customers[k]!
    if (state.chosen[c] !== -1) markAbsent(state, c)
    if (journal.patterns[k] !== -1) markServed(state, c, journal.patterns[k]!)
  }
  Object.assign(state.totals, journal.totals)
}

function layBack(journal: Journal, state: SearchState, at: number): void {
  const { log } = journal
  const { node, visits, instance } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const r = log[at]!
  const size = log[at + 1]!
  const start = visits + 2 * r
  let last = start << SHIFT
  let row = node[last + LOC]! * width
  let sum = 0
  for (let k = 0; k <= size; k++) {
    const v = k < size ? log[at + headWords + k]! : start + 1
    const here = v << SHIFT
    const loc = node[here + LOC]!
    const arc = size === 0 ? 0 : dist[row + loc]!
    node[last + NEXT] = v
    node[last + ARC] = arc
    node[here + PREV] = last >> SHIFT
    node[here + ROUTE] = r
    if (k < size) state.routeOf[v] = r
    sum += arc
    last = here
    row = loc * width
  }
  if (state.size[r] === 0 && size > 0) openRoute(state, r)
  if (state.size[r]! > 0 && size === 0) closeRoute(state, r)
  state.size[r] = size
  state.length[r] = sum
  state.load[r] = journal.loads[r]!
  if (instance.windows === 1) refreshSegments(state, r)
  state.duration[r] = log[at + 3]!
  state.version[r] = log[at + 2]!
}
