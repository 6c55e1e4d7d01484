import type { Links } from './links.ts'

export interface RaamInput {
  demand: ArrayLike<number>
  supply: ArrayLike<number>
  links: Links
  /** Cost (minutes) that people accept to avoid one mean load of congestion; 60 as in PySAL `access`. */
  tau?: number
  /** Mean load, people per unit of supply; total demand over total supply unless said. */
  rho?: number
}

export interface Raam {
  /** Mean generalised cost of each origin's people, lower is better: minutes/tau + load/rho. NaN where nothing is in reach. */
  cost: Float64Array
  /** People on each link. */
  flow: Float64Array
  /**
   * Relative Frank–Wolfe gap: (cost paid − cost of everybody's cheapest choice) / cost paid. It bounds how far
   * the flows are from the equilibrium; 0 is exact.
   */
  gap: number
  sweeps: number
}

interface State {
  /** Links of each origin. */
  rows: number[][]
  /** Travel part of the cost by link. */
  travel: Float64Array
  /** rho × supply by destination: people for one unit of congestion. */
  room: Float64Array
  load: Float64Array
  flow: Float64Array
}

/**
 * Rational agent access model (Saxon & Snow 2020): people choose where to go so that nobody gains by going
 * elsewhere, with crowding. The equilibrium is the minimum of a convex function (Beckmann). Each origin in turn is
 * given its exact best split (water-filling), and the Frank–Wolfe gap certifies the result.
 */
export function raam(input: RaamInput, stop: { gap?: number; sweeps?: number } = {}): Raam {
  const { gap: wanted = 1e-9, sweeps: most = 2000 } = stop
  const state = startAtNearest(input)
  let sweeps = 0
  let gap = gapOf(state, input.links.to)
  while (gap > wanted && sweeps < most) {
    state.rows.forEach((row, i) => {
      splitBest(state, row, input.demand[i]!, input.links.to)
    })
    sweeps++
    gap = gapOf(state, input.links.to)
  }
  return { cost: costsOf(state, input.links.to), flow: state.flow, gap, sweeps }
}

function gapOf(s: State, to: Uint32Array): number {
  let paid = 0
  let excess = 0
  for (const row of s.rows) {
    const least = row.reduce((min, k) => Math.min(min, costOf(s, k, to)), Infinity)
    for (const k of row) {
      if (s.flow[k]! === 0) continue
      paid += s.flow[k]! * costOf(s, k, to)
      excess += s.flow[k]! * (costOf(s, k, to) - least)
    }
  }
  return paid > 0 ? excess / paid : 0
}

/**
 * The same with people who cannot be divided: each move takes whole people from an origin's dearest choice to its
 * cheapest, as many as keep it from becoming dearer. Ends where no whole person gains, as PySAL's `raam` does.
 */
export function raamOfWholePeople(input: RaamInput, mostSweeps = 10_000): Raam {
  const state = startAtNearest(input)
  const { to } = input.links
  let sweeps = 0
  let moved = true
  while (moved && sweeps < mostSweeps) {
    moved = false
    for (const row of state.rows) moved = moveWhole(state, row, to) || moved
    sweeps++
  }
  return { cost: costsOf(state, to), flow: state.flow, gap: Number.NaN, sweeps }
}

function startAtNearest({ demand, supply, links, tau = 60, rho }: RaamInput): State {
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)
  const load = rho ?? sum(demand) / sum(supply)
  const rows: number[][] = Array.from({ length: links.origins }, () => [])
  links.from.forEach((i, k) => {
    if (demand[i]! > 0 && supply[links.to[k]!]! > 0) rows[i]!.push(k)
  })
  const state: State = {
    rows,
    travel: links.cost.map((c) => c / tau),
    room: Float64Array.from({ length: links.destinations }, (_, j) => supply[j]! * load),
    load: new Float64Array(links.destinations),
    flow: new Float64Array(links.cost.length),
  }
  rows.forEach((row, i) => {
    const nearest = cheapest(row, (k) => state.travel[k]!, links.to)
    if (nearest === undefined) return
    state.flow[nearest] = demand[i]!
    state.load[links.to[nearest]!]! += demand[i]!
  })
  return state
}

/** Ties go to the lower destination, so that the order of links does not matter. */
const cheapest = (
  row: readonly number[],
  costOf: (link: number) => number,
  to: Uint32Array,
): number | undefined =>
  row.reduce<number | undefined>((best, k) => {
    if (best === undefined) return k
    const difference = costOf(k) - costOf(best)
    return difference < 0 || (difference === 0 && to[k]! < to[best]!) ? k : best
  }, undefined)

const costOf = (s: State, link: number, to: Uint32Array): number =>
  s.travel[link]! + s.load[to[link]!]! / s.room[to[link]!]!

/** Fills the cheapest choices up to one common level λ: Σ room·(λ − a)⁺ = people. */
function splitBest(s: State, row: readonly number[], people: number, to: Uint32Array): void {
  for (const k of row) s.load[to[k]!]! -= s.flow[k]!
  const base = row
    .map((k) => ({ k, a: costOf(s, k, to), room: s.room[to[k]!]! }))
    .sort((x, y) => x.a - y.a || to[x.k]! - to[y.k]!)
  let room = 0
  let weighted = people
  let level = 0
  for (const [n, b] of base.entries()) {
    room += b.room
    weighted += b.room * b.a
    level = weighted / room
    if (n + 1 < base.length && level <= base[n + 1]!.a) break
  }
  for (const { k, a, room: r } of base) {
    s.flow[k] = Math.max(0, r * (level - a))
    s.load[to[k]!]! += s.flow[k]!
  }
}

function moveWhole(s: State, row: readonly number[], to: Uint32Array): boolean {
  const best = cheapest(row, (k) => costOf(s, k, to), to)
  const dearest = cheapest(
    row.filter((k) => s.flow[k]! > 0),
    (k) => -costOf(s, k, to),
    to,
  )
  if (best === undefined || dearest === undefined || best === dearest) return false
  const slope = 1 / s.room[to[best]!]! + 1 / s.room[to[dearest]!]!
  const even = (costOf(s, dearest, to) - costOf(s, best, to)) / slope
  const people = Math.min(s.flow[dearest]!, Math.floor(even))
  if (people < 1) return false
  s.flow[dearest]! -= people
  s.load[to[dearest]!]! -= people
  s.flow[best]! += people
  s.load[to[best]!]! += people
  return true
}

const costsOf = (s: State, to: Uint32Array): Float64Array =>
  Float64Array.from(s.rows, (row) => {
    const people = row.reduce((sum, k) => sum + s.flow[k]!, 0)
    return row.reduce((sum, k) => sum + s.flow[k]! * costOf(s, k, to), 0) / people
  })
