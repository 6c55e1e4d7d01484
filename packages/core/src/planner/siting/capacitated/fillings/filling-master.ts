import type { LpModel } from '../../../../kernel/lp.ts'
import type { SingleSource } from '../single-source.ts'
import type { Filling } from './filling.ts'
import { cheapestOpenSet, type RoomNeed, roomNeed } from './open-set.ts'

/** A price for each client and, at most 0, for each triple of clients. */
export interface FillingPrices {
  client: Float64Array
  triple: Float64Array
}

/** Three clients of whom at most one filling may hold two or more. */
export type Triple = readonly [number, number, number]

export interface FillingBound {
  prices: FillingPrices
  /** What each site is worth open: its fixed cost and its cheapest filling at these prices. */
  worth: Float64Array
  bound: number
}

/** The cheapest fillings at prices: the least value (at most 0: nobody) of each site, and fillings to add. */
export type FillingOracle = (prices: FillingPrices) => {
  least: Float64Array
  fillings: readonly Filling[]
}

export interface FillingMaster {
  /** Solves to the end, or until `stop`; the best bound of all steps. */
  solve(oracle: FillingOracle, stop: () => boolean): FillingBound | null
  add(fillings: readonly Filling[]): void
  addTriples(triples: readonly Triple[]): void
  triples(): readonly Triple[]
  /** The fillings of the last program that was solved to the end, with their parts. */
  fractions(): readonly { filling: Filling; part: number }[]
}

/** Whether a triple counts the filling: two or three of the three are in it. */
export const holdsTwo = ({ clients }: Filling, triple: Triple): boolean => {
  let count = 0
  for (const i of triple) if (clients.includes(i)) count += 1
  return count >= 2
}

/** By how much a column is cheaper than the program knows, above the solver's tolerance; and steps at most. */
const [cheaper, mostSteps] = [1e-6, 1500]

/** How far prices keep to those of the best bound. Source: Wentges 1997. */
const smoothing = [0.6, 0.3, 0]

/**
 * The linear program over fillings: every client in one filling, every site's fillings within its part of the open
 * sets, open sets (whole sets that can hold the demand) adding up to one. Sets keep the cost of sites from being paid
 * in parts, which is where the bound of the plain relaxation is lost. Source: Dantzig & Wolfe 1960; Díaz & Fernández
 * 2002 for single-source location.
 */
export function fillingMaster(
  problem: SingleSource,
  lp: LpModel,
  decided: Int8Array = new Int8Array(problem.sites),
): FillingMaster {
  const { clients, sites, fixed } = problem
  const room = roomNeed(problem)
  const setRow = clients + sites
  const inLp: (Filling | null)[] = []
  const triples: Triple[] = []
  let last: Float64Array = new Float64Array()
  let centre: Float64Array | null = null
  openProgram(problem, lp, inLp)
  const add = (fillings: readonly Filling[]): void => {
    lp.addColumns(
      fillings.map((filling) => ({
        cost: filling.cost,
        entries: [
          ...filling.clients.map((i) => [i, 1] as const),
          [clients + filling.site, 1] as const,
          ...triples.flatMap((triple, t) =>
            holdsTwo(filling, triple) ? [[setRow + 1 + t, 1] as const] : [],
          ),
        ],
      })),
    )
    inLp.push(...fillings)
  }
  const addSet = (open: readonly number[]): void => {
    lp.addColumns([
      {
        cost: open.reduce((sum, j) => sum + fixed[j]!, 0),
        entries: [...open.map((j) => [clients + j, -1] as const), [setRow, 1] as const],
      },
    ])
    inLp.push(null)
  }
  const pricesOf = (dual: Float64Array): FillingPrices => ({
    client: dual.slice(0, clients),
    triple: dual.slice(setRow + 1).map((price) => Math.min(0, price)),
  })
  /** Adds what is cheaper than the program knows; the bound at smoothed prices. */
  const step = (dual: Float64Array, keep: number, oracle: FillingOracle) => {
    const from = centre
    const smoothed = from ? dual.map((d, k) => keep * (from[k] ?? 0) + (1 - keep) * d) : dual
    const prices = pricesOf(smoothed)
    const { least, fillings } = oracle(prices)
    const worth = fixed.map((cost, j) => cost + least[j]!)
    const set = cheapestOpenSet(room, worth, decided)
    const bound = sumOf(prices.client) + sumOf(prices.triple) + set.value
    const better = fillings.filter((f) => reducedCost(f, dual, clients, triples) < -cheaper)
    add(better)
    const sets = newSets(problem, { room, decided }, dual, set.open)
    for (const open of sets) addSet(open)
    return { bound: { prices, worth, bound }, smoothed, added: better.length + sets.length }
  }
  return {
    add,
    addTriples: (more) => {
      lp.addRows(
        more.map((triple) => ({
          low: Number.NEGATIVE_INFINITY,
          high: 1,
          entries: inLp.flatMap((f, k) => (f && holdsTwo(f, triple) ? [[k, 1] as const] : [])),
        })),
      )
      triples.push(...more)
    },
    triples: () => triples,
    fractions: () =>
      inLp.flatMap((filling, k) =>
        filling && (last[k] ?? 0) > 1e-7 ? [{ filling, part: last[k]! }] : [],
      ),
    solve: (oracle, stop) => {
      let best: FillingBound | null = null
      for (let steps = 0; steps < mostSteps && !stop(); steps++) {
        const { status, primal, dual, objective } = lp.solve()
        if (status !== 'optimal') return best
        let added = 0
        for (const keep of centre ? smoothing : [0]) {
          const done = step(dual, keep, oracle)
          if (best === null || done.bound.bound > best.bound) {
            best = done.bound
            centre = done.smoothed
          }
          added = done.added
          if (added > 0) break
        }
        last = primal
        if (added === 0 || (best && best.bound >= objective - 1e-6)) return best
      }
      return best
    },
  }
}

const sumOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

/** Rows, and columns that make the program feasible at a price that no answer has. */
function openProgram(problem: SingleSource, lp: LpModel, inLp: (Filling | null)[]): void {
  const { clients, sites, fixed, cost, noWay } = problem
  const rows = (count: number, low: number, high: number) =>
    Array.from({ length: count }, () => ({ low, high, entries: [] }))
  lp.addRows([
    ...rows(clients, 1, 1),
    ...rows(sites, Number.NEGATIVE_INFINITY, 0),
    ...rows(1, 1, 1),
  ])
  const dearest = cost.reduce((most, c) => (c < noWay && c > most ? c : most), 0)
  const dear = 2 * (dearest + fixed.reduce((most, f) => Math.max(most, f), 0)) + 1
  lp.addColumns(Array.from({ length: clients }, (_, i) => ({ cost: dear, entries: [[i, 1]] })))
  const every = Array.from({ length: sites }, (_, j) => [clients + j, -1] as const)
  lp.addColumns([{ cost: sumOf(fixed), entries: [...every, [clients + sites, 1]] }])
  for (let k = 0; k <= clients; k++) inLp.push(null)
}

function reducedCost(
  filling: Filling,
  dual: Float64Array,
  clients: number,
  triples: readonly Triple[],
): number {
  let sum = filling.cost - dual[clients + filling.site]!
  for (const i of filling.clients) sum -= dual[i]!
  const from = dual.length - triples.length
  for (let t = 0; t < triples.length; t++)
    if (dual[from + t]! < 0 && holdsTwo(filling, triples[t]!)) sum -= dual[from + t]!
  return sum
}

/** Open sets that are cheaper than the program knows, of the one at hand and the cheapest. */
function newSets(
  { clients, sites, fixed }: SingleSource,
  { room, decided }: { room: RoomNeed; decided: Int8Array },
  dual: Float64Array,
  atHand: readonly number[],
): (readonly number[])[] {
  const worth = fixed.map((f, j) => f + dual[clients + j]!)
  const cheapest = cheapestOpenSet(room, worth, decided).open
  const same = cheapest.join() === atHand.join()
  return (same ? [cheapest] : [cheapest, atHand]).filter(
    (open) => open.reduce((sum, j) => sum + worth[j]!, 0) < dual[clients + sites]! - cheaper,
  )
}
