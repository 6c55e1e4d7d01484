import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '../../../../kernel/random.ts'
import { countedRun } from '../../siting-run.fixture.ts'
import { firstAssignment } from '../first-assignment.ts'
import type { SingleSource } from '../single-source.ts'
import { branchOnFillings } from './branch-on-fillings.ts'
import { fillingOf } from './filling.ts'
import type { FillingSearch } from './filling-search.ts'
import { cheapestFilling, listFillings } from './list-fillings.ts'
import { cheapestOpenSet, risesOfSites } from './open-set.ts'
import { solveByFillings } from './solve-by-fillings.ts'

const highs = await highsHere()

/** Seven clients and five sites by chance: whole demands, room that is tight, fixed costs that matter, a pair without a way. */
function anyProblem(seed: number): SingleSource {
  const source = random(seed)
  const [clients, sites] = [7, 5]
  const list = (n: number, low: number, most: number) =>
    Float64Array.from({ length: n }, () => low + source.below(most))
  const cost = list(clients * sites, 0, 60)
  cost[source.below(cost.length)] = 1000
  const fraction = seed % 2 === 0 ? 1 : 8
  return {
    clients,
    sites,
    cost: cost.map((c) => (c === 1000 ? c : c / fraction)),
    demand: list(clients, 2, 9),
    capacity: list(sites, 12, 14),
    fixed: list(sites, 20, 90),
    p: null,
    noWay: 1000,
  }
}

/** The least cost by trying every client at every site; Infinity where nothing fits. */
function leastByTrying({ clients, sites, cost, demand, capacity, fixed, noWay }: SingleSource) {
  const room = Float64Array.from(capacity)
  const members = new Int32Array(sites)
  let least = Number.POSITIVE_INFINITY
  const place = (i: number, sum: number): void => {
    if (sum >= least) return
    if (i === clients) {
      least = sum
      return
    }
    for (let j = 0; j < sites; j++) {
      const price = cost[i * sites + j]!
      if (room[j]! < demand[i]! || price >= noWay) continue
      room[j]! -= demand[i]!
      members[j]! += 1
      place(i + 1, sum + price + (members[j] === 1 ? fixed[j]! : 0))
      members[j]! -= 1
      room[j]! += demand[i]!
    }
  }
  place(0, 0)
  return least
}

const seeds = fc.integer({ min: 1, max: 100_000 })
const members = (count: number) =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, i) => i).filter((i) => (bits >> i) & 1),
  )

describe('fillings', () => {
  it('lead to the least cost, with the proof, from a bad answer and from none', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, begun) => {
        const problem = anyProblem(seed)
        const least = leastByTrying(problem)
        fc.pre(Number.isFinite(least))
        const siteOf = firstAssignment(problem, [0, 1, 2, 3, 4])
        const load = new Float64Array(problem.sites)
        siteOf.forEach((j, i) => {
          load[j]! += problem.demand[i]!
        })
        const fits = load.every((l, j) => l <= problem.capacity[j]!)
        const ways = siteOf.every((j, i) => problem.cost[i * problem.sites + j]! < problem.noWay)
        const open = [...new Set(siteOf)].sort((a, b) => a - b)
        const cost = siteOf.reduce(
          (sum, j, i) => sum + problem.cost[i * problem.sites + j]!,
          open.reduce((sum, j) => sum + problem.fixed[j]!, 0),
        )
        const from = begun && fits && ways ? { siteOf, open, cost } : null
        const { best, bound } = await solveByFillings(problem, countedRun(highs, 20_000), from)
        expect(bound).toBeLessThanOrEqual(least + 1e-6)
        if (from || best) {
          expect(best?.cost).toBeCloseTo(least, 6)
          expect(bound).toBeCloseTo(least, 6)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('lead to the least cost by branching alone', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = anyProblem(seed)
        const least = leastByTrying(problem)
        fc.pre(Number.isFinite(least))
        const all = { slack: 1e6, most: 1000 }
        const fillings = [0, 1, 2, 3, 4].flatMap(
          (j) => listFillings(problem, j, new Float64Array(7), all) ?? [],
        )
        const search: FillingSearch = { best: null, bound: 0, step: 1e-6 }
        const listed = { upTo: 10_000, fillings }
        await branchOnFillings(problem, countedRun(highs, 20_000), search, listed, 0)
        expect(search.best?.cost).toBeCloseTo(least, 6)
        expect(search.bound).toBeCloseTo(least, 5)
      }),
      { numRuns: 20 },
    )
  })

  it('are listed all within the slack, and the cheapest is the least of them', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 40 }), (seed, slack) => {
        const problem = anyProblem(seed)
        const price = Float64Array.from({ length: 7 }, (_, i) => 5 + ((seed * (i + 3)) % 50))
        const value = (clients: readonly number[]) =>
          clients.reduce((sum, i) => sum - price[i]!, fillingOf(problem, 0, clients).cost)
        const fitting = members(7).filter(
          (clients) =>
            clients.reduce((sum, i) => sum + problem.demand[i]!, 0) <= problem.capacity[0]! &&
            clients.every((i) => problem.cost[i * problem.sites]! < problem.noWay),
        )
        const least = Math.min(...fitting.map(value))
        const wanted = fitting.filter((c) => c.length > 0 && value(c) <= least + slack + 1e-9)
        const listed = listFillings(problem, 0, price, { slack, most: 1000 })!
        const names = (sets: readonly (readonly number[])[]) => sets.map((s) => s.join()).sort()
        expect(names(listed.map(({ clients }) => clients))).toEqual(names(wanted))
        expect(listFillings(problem, 0, price, { slack, most: wanted.length - 1 })).toBeNull()
        const cheapest = cheapestFilling(problem, 0, price)
        expect(cheapest.value).toBeCloseTo(least, 9)
        expect(value(cheapest.filling.clients)).toBeCloseTo(least, 9)
      }),
    )
  })
})

describe('open sets', () => {
  it('are the cheapest that can hold the demand, and rise rightly with a site in or out', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const source = random(seed)
        const capacity = Float64Array.from({ length: 6 }, () => 1 + source.below(12))
        const worth = Float64Array.from({ length: 6 }, () => source.below(41) - 10)
        const room = { capacity, need: 1 + source.below(30) }
        const sum = (of: Float64Array, open: readonly number[]) =>
          open.reduce((total, j) => total + of[j]!, 0)
        const sets = members(6).filter((open) => sum(capacity, open) >= room.need)
        const least = (among: readonly (readonly number[])[]) =>
          Math.min(...among.map((open) => sum(worth, open)), Number.POSITIVE_INFINITY)
        const { value, open } = cheapestOpenSet(room, worth, new Int8Array(6))
        expect(value).toBe(least(sets))
        if (sets.length === 0) return
        expect(sum(worth, open)).toBe(value)
        expect(sum(capacity, open)).toBeGreaterThanOrEqual(room.need)
        const { opened, closed } = risesOfSites(room, worth)
        for (let j = 0; j < 6; j++) {
          expect(opened[j]).toBe(least(sets.filter((s) => s.includes(j))) - value)
          expect(closed[j]).toBe(least(sets.filter((s) => !s.includes(j))) - value)
        }
      }),
    )
  })
})
