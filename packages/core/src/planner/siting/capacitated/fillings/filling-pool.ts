import type { SingleSource } from '../single-source.ts'
import type { Filling } from './filling.ts'
import type { FillingBound, FillingOracle, FillingPrices, Triple } from './filling-master.ts'

/** All fillings that an answer up to some cost may use, and which triples each of them holds two of. */
export interface FillingPool {
  fillings: readonly Filling[]
  held: readonly number[][]
}

export const fillingPool = (fillings: readonly Filling[]): FillingPool => ({
  fillings,
  held: fillings.map(() => []),
})

/** Notes new triples, numbered on from `from`. */
export function holdTriples(
  { fillings, held }: FillingPool,
  triples: readonly Triple[],
  from: number,
  clients: number,
): void {
  const inIt = new Uint8Array(clients)
  fillings.forEach((filling, k) => {
    for (const i of filling.clients) inIt[i] = 1
    triples.forEach(([a, b, c], t) => {
      if (inIt[a]! + inIt[b]! + inIt[c]! >= 2) held[k]!.push(from + t)
    })
    for (const i of filling.clients) inIt[i] = 0
  })
}

function valueAt({ fillings, held }: FillingPool, k: number, prices: FillingPrices): number {
  const filling = fillings[k]!
  let value = filling.cost
  for (const i of filling.clients) value -= prices.client[i]!
  for (const t of held[k]!) value -= prices.triple[t] ?? 0
  return value
}

/** How many fillings of a site are handed over at once. */
const handed = 4

/** The cheapest fillings of a pool, by looking at each. */
export const poolOracle =
  (pool: FillingPool, sites: number): FillingOracle =>
  (prices) => {
    const least = new Float64Array(sites)
    const first: { k: number; value: number }[][] = Array.from({ length: sites }, () => [])
    pool.fillings.forEach(({ site }, k) => {
      const value = valueAt(pool, k, prices)
      const list = first[site]!
      if (list.length === handed && value >= list[handed - 1]!.value) return
      if (list.length === handed) list.pop()
      const at = list.findIndex((other) => other.value > value)
      list.splice(at < 0 ? list.length : at, 0, { k, value })
    })
    first.forEach((list, j) => {
      least[j] = Math.min(0, list[0]?.value ?? 0)
    })
    return { least, fillings: first.flat().map(({ k }) => pool.fillings[k]!) }
  }

/** For each filling the least cost of an answer that uses it, as far as the prices tell. */
export function costsWith(
  pool: FillingPool,
  { fixed }: SingleSource,
  { prices, worth, bound }: FillingBound,
  opened: Float64Array,
): number[] {
  return pool.fillings.map(({ site }, k) => {
    const least = worth[site]! - fixed[site]!
    return bound + opened[site]! + valueAt(pool, k, prices) - least
  })
}

export const keptOf = (pool: FillingPool, keep: (k: number) => boolean): FillingPool => ({
  fillings: pool.fillings.filter((_, k) => keep(k)),
  held: pool.held.filter((_, k) => keep(k)),
})
