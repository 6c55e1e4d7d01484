import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../../../kernel/random.ts'
import { enumerateRoutes } from './enumerate-routes.ts'
import { everyRoute } from './every-route.fixture.ts'
import { columnOf } from './master.ts'
import { ngSets } from './ng-sets.ts'
import { priceRoutes, pricingTables } from './price-routes.ts'
import { pricedCuts } from './priced-cuts.ts'
import { withoutDays } from './relax-instance.ts'
import { smallInstance } from './small-instance.fixture.ts'
import type { SubsetRowCut } from './subset-row-cuts.ts'

const shape = fc.record({
  customers: fc.integer({ min: 3, max: 7 }),
  days: fc.constant(1),
  depots: fc.constant(1),
  vehicles: fc.constant(2),
  capacity: fc.integer({ min: 6, max: 12 }),
  windows: fc.boolean(),
  maxDuration: fc.constantFrom(130, 180, 250, Infinity),
  perDay: fc.constantFrom(0, 80),
})
const seeds = fc.integer({ min: 0, max: 1e6 })

/** A graph, prices that make some routes pay, and cuts with random memories. */
function drawn(options: Parameters<typeof smallInstance>[1], seed: number) {
  const source = random(seed)
  const small = smallInstance(source, options)
  // Times that don't follow lengths, so that the cheaper way may be the slower one.
  const durations = small.matrix!.map((row) => row.map(() => source.below(60)))
  const graph = withoutDays({ ...small, durations }).graphs[0]!
  const prices = Float64Array.from(graph.at, () => source.between(0, 200))
  const cuts = Array.from({ length: source.below(4) }, (): SubsetRowCut => {
    const [a, b, c] = source.shuffle([...graph.at.keys()]).slice(0, 3) as [number, number, number]
    const memory = Uint8Array.from({ length: options.customers }, (_, u) =>
      [a, b, c].includes(u) || source.below(2) === 0 ? 1 : 0,
    )
    return { units: [a, b, c], memory, most: 1 }
  })
  const duals = cuts.map(() => -source.between(1, 30))
  const order = {
    prices,
    constant: 0,
    endPrices: [0],
    cuts: pricedCuts(graph, cuts, duals),
    mostLabels: 1e5,
    stop: () => false,
  }
  return {
    graph,
    order,
    tables: pricingTables(graph),
    every: everyRoute(graph, prices, cuts, duals),
  }
}

describe('pricing', () => {
  test('finds the cheapest route, or one that repeats customers and is cheaper still', () => {
    fc.assert(
      fc.property(shape, seeds, fc.integer({ min: 1, max: 8 }), (options, seed, width) => {
        const { graph, order, tables, every } = drawn(options, seed)
        const least = Math.min(...every.map((r) => r.reduced))
        const ng = ngSets(graph, width)
        const priced = priceRoutes(graph, tables, { ...order, ng, below: -1e-7, loose: false })
        expect(priced.exact).toBe(true)
        expect(priced.least).toBeLessThanOrEqual(least + 1e-9)
        const elementary = width >= graph.size
        if (elementary) expect(priced.routes[0]?.reduced ?? 0).toBeCloseTo(Math.min(0, least), 6)
        for (const { reduced, stops } of priced.routes) {
          const same = every.find((r) => r.stops.join() === stops.join())
          if (elementary || same) expect(reduced).toBeCloseTo(same!.reduced, 9)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('never claims more by completions alone than by labels', () => {
    fc.assert(
      fc.property(shape, seeds, (options, seed) => {
        const { graph, order, tables, every } = drawn(options, seed)
        const ng = ngSets(graph, 4)
        const priced = priceRoutes(graph, tables, { ...order, ng, below: -1e-7, loose: true })
        expect(priced.exact).toBe(false)
        expect(priced.least).toBeLessThanOrEqual(Math.min(...every.map((r) => r.reduced)) + 1e-9)
      }),
      { numRuns: 200 },
    )
  })
})

test('listing finds, of every set of customers, the cheapest route below the limit', () => {
  fc.assert(
    fc.property(shape, seeds, fc.integer({ min: -50, max: 200 }), (options, seed, below) => {
      const { graph, order, tables, every } = drawn(options, seed)
      const listed = enumerateRoutes(graph, tables, { ...order, below, mostSteps: 1e6 })!
      const bySet = new Map(
        listed.map((r) => [[...r.stops].sort().join(), columnOf(graph, 0, r.end, r.stops).cost]),
      )
      for (const route of every.filter((r) => r.reduced < below - 1e-9))
        expect(bySet.get([...route.stops].sort().join())).toBeLessThanOrEqual(route.cost + 1e-9)
    }),
    { numRuns: 200 },
  )
})
