import type { Random } from '../../../kernel/random.ts'
import { markAbsent, unlinkVisit } from './edit-route.ts'
import { type Journal, noteCustomer, noteRoute, refreshNoted } from './journal.ts'
import { NEXT, PREV, ROUTE, type SearchState, SHIFT } from './search-state.ts'

/** Customers taken out on average, the longest string, and the chance that a string keeps a middle part. */
export interface RuinSettings {
  average: number
  longest: number
  split: number
  /** A string is at most this many times as long as the mean route. */
  reach: number
  /** Share of turns in which all strings are cut on one day. */
  oneDay: number
}

/** Customers of this turn that wait to be put back. */
export interface Pool {
  customers: Int32Array
  count: number
}

/**
 * Adjacent string removal (Christiaens & Vanden Berghe 2020): near a random customer, a string of neighbours leaves each
 * of several routes; a customer leaves with its visits on all days. On several days, strings are cut on days drawn anew.
 */
export function ruinStrings(
  state: SearchState,
  journal: Journal,
  pool: Pool,
  settings: RuinSettings,
  random: Random,
): void {
  const { instance, totals, chosen, node } = state
  const { customers, days, near, nearCount } = instance
  if (totals.absent === customers) return
  const visitsNow = servedVisits(state)
  const longest = Math.max(
    1,
    Math.min(settings.longest, (settings.reach * visitsNow) / Math.max(1, totals.routes)),
  )
  const most = (4 * settings.average) / (1 + longest) - 1
  let strings = Math.floor(1 + random.next() * Math.max(1, most))
  let seed = seedCustomer(state, random)
  if (instance.routeCost > 0 && random.next() < 0.3)
    seed = cutSmallRoute(state, journal, pool, random.below(days), random) ?? seed
  const oneDay = random.next() < settings.oneDay ? random.below(days) : -1
  const firstDirty = journal.length
  for (let k = 0; k < nearCount && strings > 0; k++) {
    const c = near[seed * nearCount + k]!
    if (chosen[c] === -1) continue
    const day = oneDay >= 0 ? oneDay : random.below(days)
    const v = visitOn(state, c, day)
    if (v < 0) continue
    const r = node[(v << SHIFT) + ROUTE]!
    if (journal.cut[r] === journal.turn || state.closed[r] === 1) continue
    journal.cut[r] = journal.turn
    cutString(state, journal, pool, v, r, longest, settings.split, random)
    strings -= 1
  }
  if (instance.windows === 1) refreshNoted(journal, state, firstDirty)
}

/** Any customer; of our own territory, if a few draws find one. */
function seedCustomer(state: SearchState, random: Random): number {
  const { customers } = state.instance
  let seed = random.below(customers)
  for (let k = 0; k < 8; k++) {
    const r = state.routeOf[seed]!
    if (r === -1 || state.closed[r] === 0) break
    seed = random.below(customers)
  }
  return seed
}

const servedVisits = (state: SearchState): number => {
  let sum = 0
  for (let d = 0; d < state.instance.days; d++)
    for (let k = 0; k < state.usedCount[d]!; k++)
      sum += state.size[state.used[state.dayFrom[d]! + k]!]!
  return sum
}

/** The customer's visit on `day`, or on the next day after it that has one. */
function visitOn(state: SearchState, c: number, day: number): number {
  const { customers, days } = state.instance
  for (let k = 0; k < days; k++) {
    const v = ((day + k) % days) * customers + c
    if (state.node[(v << SHIFT) + ROUTE] !== -1) return v
  }
  return -1
}

/** Where routes cost, the smallest of four random ones goes as a whole, and strings go around it; returns one of its customers. */
function cutSmallRoute(
  state: SearchState,
  journal: Journal,
  pool: Pool,
  day: number,
  random: Random,
): number | null {
  const { used, usedCount, dayFrom, size, node, visits, instance } = state
  if (usedCount[day] === 0) return null
  let small = -1
  for (let k = 0; k < 4; k++) {
    const r = used[dayFrom[day]! + random.below(usedCount[day]!)]!
    if (state.closed[r] === 1) continue
    if (small < 0 || size[r]! < size[small]!) small = r
  }
  if (small < 0) return null
  const start = (visits + 2 * small) << SHIFT
  let customer: number | null = null
  journal.cut[small] = journal.turn
  for (let v = node[start + NEXT]!; v < visits; v = node[start + NEXT]!) {
    customer = v % instance.customers
    removeCustomer(state, journal, pool, customer)
  }
  return customer
}

function cutString(
  state: SearchState,
  journal: Journal,
  pool: Pool,
  v: number,
  r: number,
  longest: number,
  split: number,
  random: Random,
): void {
  const { node, visits, instance } = state
  const size = state.size[r]!
  const length = Math.floor(1 + random.next() * Math.min(size, longest))
  let keep = 0
  if (length > 1 && length < size && random.next() < split) {
    keep = 1
    while (length + keep < size && random.next() < 0.01) keep += 1
  }
  const span = length + keep
  let back = random.below(span)
  let first = v
  while (back > 0 && node[(first << SHIFT) + PREV]! < visits) {
    first = node[(first << SHIFT) + PREV]!
    back -= 1
  }
  const keepFrom = keep > 0 ? 1 + random.below(length) : span
  const taken: number[] = []
  let at = first
  for (let k = 0; k < span && at < visits; k++) {
    if (k < keepFrom || k >= keepFrom + keep) taken.push(at % instance.customers)
    at = node[(at << SHIFT) + NEXT]!
  }
  for (const c of taken) removeCustomer(state, journal, pool, c)
}

/** Takes a customer out on all its days. */
export function removeCustomer(state: SearchState, journal: Journal, pool: Pool, c: number): void {
  const { instance, node } = state
  noteCustomer(journal, state, c)
  for (let d = 0; d < instance.days; d++) {
    const v = d * instance.customers + c
    const r = node[(v << SHIFT) + ROUTE]!
    if (r === -1) continue
    noteRoute(journal, state, r)
    unlinkVisit(state, v)
  }
  markAbsent(state, c)
  pool.customers[pool.count++] = c
}
