import type { Random } from '../../../kernel/random.ts'
import type { CoverProblem } from './cover-problem.ts'

/** A search over covers that goes on where it stopped. */
export interface CoverSearch {
  run(stop: () => boolean, steps: number): void
  offer(chosen: readonly number[]): void
  best(): { chosen: number[]; cost: number }
}

/** Working figures: what each row weighs and how often it is covered, what each column brings or would cost in weight. */
interface State {
  chosen: Uint8Array
  times: Int32Array
  weight: Float64Array
  score: Float64Array
  moved: Int32Array
  mayEnter: Uint8Array
  open: number[]
  place: Int32Array
  cost: number
}

/**
 * Row weighting: take columns out of a cover, cover open rows again one by one, and let rows that stay open weigh
 * more, so that the search leaves where it is stuck. Source: Gao, Weise & Li 2015 (RWLS), by weight per cost.
 */
export function coverSearch(
  problem: CoverProblem,
  random: Random,
  start: readonly number[],
): CoverSearch {
  const state = emptyState(problem)
  for (const j of start) flip(problem, state, j)
  let best = { chosen: [...start], cost: state.cost }
  let clock = 0
  const keep = (): void => {
    best = {
      chosen: [...state.chosen.keys()].filter((j) => state.chosen[j] === 1),
      cost: state.cost,
    }
  }
  const once = (): void => {
    while (state.open.length === 0) {
      if (state.cost < best.cost) keep()
      const out = cheapestOut(problem, state, -1)
      if (out < 0) return
      leave(out)
    }
    const out = cheapestOut(problem, state, clock)
    if (out >= 0) leave(out)
    while (state.open.length > 0) {
      const row = state.open[random.below(state.open.length)]!
      const into = bestIn(problem, state, row)
      if (into < 0 || state.cost + problem.cost[into]! >= best.cost) break
      enter(into)
    }
    for (const i of state.open) {
      state.weight[i]! += 1
      for (let k = problem.rowStart[i]!; k < problem.rowStart[i + 1]!; k++)
        state.score[problem.rowColumn[k]!]! += 1
    }
  }
  const touchAround = (j: number): void => {
    for (let k = problem.columnStart[j]!; k < problem.columnStart[j + 1]!; k++) {
      const i = problem.columnRow[k]!
      for (let l = problem.rowStart[i]!; l < problem.rowStart[i + 1]!; l++)
        state.mayEnter[problem.rowColumn[l]!] = 1
    }
  }
  const leave = (j: number): void => {
    flip(problem, state, j)
    touchAround(j)
    state.mayEnter[j] = 0
    state.moved[j] = clock
  }
  const enter = (j: number): void => {
    flip(problem, state, j)
    touchAround(j)
    state.moved[j] = clock
  }
  return {
    run: (stop, steps) => {
      for (let step = 0; step < steps; step++) {
        if ((step & 63) === 63 && stop()) return
        clock += 1
        once()
      }
    },
    offer: (chosen) => {
      const cost = chosen.reduce((sum, j) => sum + problem.cost[j]!, 0)
      if (cost >= best.cost) return
      for (let j = 0; j < problem.columns; j++) if (state.chosen[j] === 1) flip(problem, state, j)
      for (const j of chosen) flip(problem, state, j)
      keep()
    },
    best: () => best,
  }
}

function emptyState(problem: CoverProblem): State {
  const state: State = {
    chosen: new Uint8Array(problem.columns),
    times: new Int32Array(problem.rows),
    weight: new Float64Array(problem.rows).fill(1),
    score: new Float64Array(problem.columns),
    moved: new Int32Array(problem.columns),
    mayEnter: new Uint8Array(problem.columns).fill(1),
    open: Array.from({ length: problem.rows }, (_, i) => i),
    place: Int32Array.from({ length: problem.rows }, (_, i) => i),
    cost: 0,
  }
  for (let j = 0; j < problem.columns; j++)
    state.score[j] = problem.columnStart[j + 1]! - problem.columnStart[j]!
  return state
}

/** Takes a column in or out and brings the scores up to date. */
function flip(problem: CoverProblem, state: State, j: number): void {
  const { columnStart, columnRow, rowStart, rowColumn, cost } = problem
  const { chosen, times, weight, score, place, open } = state
  const into = chosen[j] === 0
  chosen[j] = into ? 1 : 0
  state.cost += into ? cost[j]! : -cost[j]!
  for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) {
    const i = columnRow[k]!
    const before = times[i]!
    times[i] = before + (into ? 1 : -1)
    const w = weight[i]!
    const only = Math.min(before, times[i]!)
    // From or to "covered by nobody": all other columns gain or lose; from or to "by one": that one does. What the
    // column itself would bring turns into what it would cost, so it stays.
    if (only > 1) continue
    for (let l = rowStart[i]!; l < rowStart[i + 1]!; l++) {
      const other = rowColumn[l]!
      if (other === j) continue
      if (only === 0) score[other]! += into ? -w : w
      else if (chosen[other] === 1) score[other]! += into ? -w : w
    }
    if (only !== 0) continue
    if (into) {
      const last = open.pop()!
      if (last !== i) {
        open[place[i]!] = last
        place[last] = place[i]!
      }
    } else place[i] = open.push(i) - 1
  }
}

/** The chosen column whose rows weigh least for its cost; not one that moved at `clock - 1` or later. */
function cheapestOut(problem: CoverProblem, state: State, clock: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let j = 0; j < problem.columns; j++) {
    if (state.chosen[j] === 0 || (clock >= 0 && state.moved[j]! >= clock - 1)) continue
    const value = state.score[j]! / problem.cost[j]!
    if (value < least || (value === least && state.moved[j]! < state.moved[best]!)) {
      least = value
      best = j
    }
  }
  return best
}

function bestIn(problem: CoverProblem, state: State, row: number): number {
  let best = -1
  let most = -1
  for (let k = problem.rowStart[row]!; k < problem.rowStart[row + 1]!; k++) {
    const j = problem.rowColumn[k]!
    if (state.mayEnter[j] === 0) continue
    const value = state.score[j]! / problem.cost[j]!
    if (value > most || (value === most && state.moved[j]! < state.moved[best]!)) {
      most = value
      best = j
    }
  }
  return best
}
