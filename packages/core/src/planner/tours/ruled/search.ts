import type { Random } from '../../../kernel/random.ts'
import { dropIdleNights } from './drop-idle-nights.ts'
import { type Inserting, insertUnit } from './insert-unit.ts'
import { openJournal, undo } from './journal.ts'
import { costLevel, type Levels, levelsOf } from './levels.ts'
import type { Move, Turn } from './moves/move.ts'
import { isDue, type RuledProblem } from './problem.ts'
import { dropNights, removeUnit } from './remove.ts'
import { compareInStage, type Stage } from './stages.ts'
import { type Route, type RuledState, setRoute } from './state.ts'

/** A solution at rest. */
export interface RuledSnapshot {
  levels: Levels
  routes: readonly Route[]
  visits: readonly (readonly number[])[]
}

/** One search under way. */
export interface RuledSearch {
  problem: RuledProblem
  state: RuledState
  inserting: Inserting
  turn: Turn
  moves: readonly Move[]
  iterations: number
  cost: number
  /** Mean cost of a visit in the first solution: the unit of temperature. */
  unit: number
  /** Temperature at the start, in units: lower where there are routes to keep. */
  hot: number
  best: RuledSnapshot
  stage: Stage
}

export const hot = 0.2
const cold = 0.002
/** First temperature where there are good routes to start from. */
export const keeping = hot / 10

export const routesCost = (state: RuledState): number =>
  state.routes.reduce((sum, route) => sum + route.cost, 0)

/** Cost of routes and absences at the guide's prices: what the annealing compares. */
export function scalarCost({ state, inserting, problem }: RuledSearch): number {
  const { guide } = inserting
  let sum = routesCost(state)
  problem.units.forEach((_, u) => {
    const visits = state.visits[u]!
    if (visits.length === 0) sum += guide.absence[u]!
    else for (const slot of visits) sum += guide.extra(u, slot)
  })
  return sum
}

/** Puts the pool back in, in one of several orders, those first that may not be left out; what finds no place is left out as a whole. */
export function putBack(search: RuledSearch): void {
  const { turn, inserting, problem } = search
  for (const unit of inOrder(problem, turn.pool, turn.random, inserting.guide.absence)) {
    if (insertUnit(inserting, unit)) continue
    removeUnit(turn, unit)
  }
  turn.pool.length = 0
  if (problem.fleets.some((f) => f.nights !== null)) dropIdleNights(turn)
}

function inOrder(
  problem: RuledProblem,
  pool: readonly number[],
  source: Random,
  absence: Float64Array,
): number[] {
  const { units, customers, tables, places } = problem
  const draw = source.below(6)
  const noise = pool.map(() => source.next())
  const key = (u: number, k: number): number => {
    const unit = units[u]!
    const { service, at } = customers[unit.members[0]!]!
    if (draw === 0) return -service * (0.8 + 0.4 * noise[k]!)
    if (draw === 1) return -tables[0]!.lengths[at]!
    if (draw === 2) return tables[0]!.lengths[at * places]!
    if (draw === 3) return -unit.visits + noise[k]!
    if (draw === 4) return -absence[u]! * (0.5 + noise[k]!)
    return noise[k]!
  }
  return pool
    .map((u, k) => ({ u, key: key(u, k), due: isDue(units[u]!) ? 0 : 1 }))
    .sort((a, b) => a.due - b.due || (a.key === b.key ? a.u - b.u : a.key - b.key))
    .map(({ u }) => u)
}

export function keepBest(search: RuledSearch): void {
  const { state, problem } = search
  const levels = levelsOf(problem, state.routes, state.visits)
  if (compareInStage(levels, search.best.levels, search.stage) >= 0) return
  search.best = { levels, routes: [...state.routes], visits: [...state.visits] }
  if (search.stage.level === costLevel(problem) + 1) shortenLimit(search)
}

/** Lays the state to a snapshot. */
function layDown(search: RuledSearch, from: RuledSnapshot): void {
  const { state, turn } = search
  openJournal(turn.journal)
  from.routes.forEach((route, slot) => {
    if (route !== state.routes[slot]) setRoute(state, slot, route)
  })
  state.visits = [...from.visits]
  search.cost = scalarCost(search)
}

/** Goes on as from good routes. */
export function coolDown(search: RuledSearch): void {
  search.hot = keeping
}

/** Takes over another island's solution. */
export function adoptSnapshot(search: RuledSearch, other: RuledSnapshot): void {
  layDown(search, other)
  if (compareInStage(other.levels, search.best.levels, search.stage) < 0) search.best = other
}

/**
 * Turns to another level. The longest day is improved by allowing none as long as the longest so far; changes and wishes by
 * their price, which is a hundred visits'.
 */
export function enterStage(search: RuledSearch, stage: Stage): void {
  const { problem, inserting } = search
  const at = costLevel(problem)
  search.stage = stage
  inserting.guide.change = stage.level === at + 2 ? 100 * search.unit : 0
  inserting.guide.wish = stage.level === at + 3 ? 100 * search.unit : 0
  if (stage.level === at + 1) shortenLimit(search)
  else setLimit(search, stage.caps[at + 1] ?? Infinity)
  search.cost = scalarCost(search)
}

const shortenLimit = (search: RuledSearch): void =>
  setLimit(search, search.best.levels[costLevel(search.problem) + 1]! - 1)

/** Allows no day longer than `limit`; units on days that are wait to be put in anew. */
function setLimit(search: RuledSearch, limit: number): void {
  const { state, turn } = search
  if (state.room.limit === limit) return
  state.room.limit = limit
  for (let s = 0; s < state.routes.length; s++) {
    state.clock = (state.clock + 1) | 0
    state.version[s] = state.clock
  }
  openJournal(turn.journal)
  state.routes.forEach((route, slot) => {
    if (route.duration <= limit) return
    for (const unit of new Set(route.stops.map((c) => state.problem.unitOf[c]!)))
      removeUnit(turn, unit)
    dropNights(turn, slot)
  })
  putBack(search)
  search.cost = scalarCost(search)
}

function ruin({ turn, moves: own }: RuledSearch): void {
  const total = own.reduce((sum, m) => sum + m.weight, 0)
  let draw = turn.random.next() * total
  for (const move of own) {
    draw -= move.weight
    if (draw > 0) continue
    move.ruin(turn)
    return
  }
}

/** The first stage cools down over its part of the budget; later ones start from its result and stay cold. */
const temperatureAt = ({ stage, hot: first }: RuledSearch, share: number): number =>
  stage.caps.length > 0 ? cold : first * (cold / first) ** Math.min(1, share / firstPart)

/** Part of the budget that the levels up to the cost get where others follow. */
export const firstPart = 0.8

/** Iterations between two questions about the budget. */
export const stride = 8

/**
 * Ruin, put back, accept by simulated annealing, until `pauseAt` of the budget. `progress` tells how far the budget is used (0
 * to 1); it's asked every `stride` iterations.
 */
export function advanceRuled(
  search: RuledSearch,
  progress: (iterations: number) => number,
  pauseAt: number,
): boolean {
  let share = progress(search.iterations)
  while (share < pauseAt && share < 1) {
    stepRuled(search, share)
    share = progress(search.iterations)
  }
  return share >= 1
}

/** `stride` iterations as at a share of the budget. */
export function stepRuled(search: RuledSearch, share: number): void {
  const { state, turn } = search
  const temperature = search.unit * temperatureAt(search, share)
  for (let k = 0; k < stride; k++) {
    search.iterations += 1
    openJournal(turn.journal)
    for (let u = 0; u < state.visits.length; u++)
      if (state.visits[u]!.length === 0) turn.pool.push(u)
    ruin(search)
    putBack(search)
    const cost = scalarCost(search)
    if (cost < search.cost - temperature * Math.log(1 - turn.random.next())) {
      search.cost = cost
      keepBest(search)
    } else undo(state, turn.journal)
  }
}
