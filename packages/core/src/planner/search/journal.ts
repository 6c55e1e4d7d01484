import { linkVisit, markAbsent, markServed, refreshSegments, unlinkVisit } from './edit-route.ts'
import { NEXT, type SearchState, SHIFT, type Totals } from './search-state.ts'

/** What the routes touched in one iteration looked like before, so that a rejected change is undone in their size alone. */
export interface Journal {
  stamp: Int32Array
  /** The turn in which the route last gave a string. */
  cut: Int32Array
  turn: number
  /** Per touched route: its number, how many visits, the visits in order. */
  log: Int32Array
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
  log: new Int32Array(state.visits + 2 * state.routes + 2),
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

/** Notes a route before its first change in this turn. */
export function noteRoute(journal: Journal, state: SearchState, r: number): void {
  if (journal.stamp[r] === journal.turn) return
  journal.stamp[r] = journal.turn
  const { node, visits } = state
  const { log } = journal
  log[journal.length] = r
  log[journal.length + 1] = state.size[r]!
  let at = journal.length + 2
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

/** Puts all noted routes and customers back as they were. */
export function undo(journal: Journal, state: SearchState): void {
  const { log, length } = journal
  const { node, visits } = state
  for (let at = 0; at < length; at += 2 + log[at + 1]!) {
    const end = visits + 2 * log[at]! + 1
    for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; ) {
      const next = node[(v << SHIFT) + NEXT]!
      unlinkVisit(state, v)
      v = next
    }
  }
  for (let at = 0; at < length; at += 2 + log[at + 1]!) {
    const r = log[at]!
    let after = visits + 2 * r
    for (let k = 0; k < log[at + 1]!; k++) {
      const v = log[at + 2 + k]!
      linkVisit(state, v, after)
      after = v
    }
    if (state.instance.windows === 1) refreshSegments(state, r)
  }
  for (let k = 0; k < journal.customerCount; k++) {
    const c = journal.customers[k]!
    if (state.chosen[c] !== -1) markAbsent(state, c)
    if (journal.patterns[k] !== -1) markServed(state, c, journal.patterns[k]!)
  }
  Object.assign(state.totals, journal.totals)
}
