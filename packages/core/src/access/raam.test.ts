import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksOf } from './links.ts'
import { raam, raamOfWholePeople } from './raam.ts'

const anyInput = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([n, m]) =>
    fc
      .record({
        demand: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: n, maxLength: n }),
        supply: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: m, maxLength: m }),
        costs: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: n * m, maxLength: n * m }),
      })
      .map(({ demand, supply, costs }) => ({
        demand,
        supply,
        links: linksOf(
          n,
          m,
          costs.map((cost, k) => ({ from: Math.floor(k / m), to: k % m, cost })),
        ),
      })),
  )

describe('raam', () => {
  it('a hand case: one place, two equal sites at 0 and 60 minutes', () => {
    // rho = 100/20 = 5; cost near = x/50, far = 1 + (100 − x)/50; equal at x = 75, cost 1.5.
    const links = linksOf(1, 2, [
      { from: 0, to: 0, cost: 0 },
      { from: 0, to: 1, cost: 60 },
    ])
    const got = raam({ demand: [100], supply: [10, 10], links })
    expect([...got.flow]).toEqual([75, 25])
    expect(got.cost[0]).toBeCloseTo(1.5, 12)
    expect(raamOfWholePeople({ demand: [100], supply: [10, 10], links }).cost[0]).toBeCloseTo(
      1.5,
      12,
    )
  })

  it('ends at a certified equilibrium: nobody pays more than their cheapest choice', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const got = raam(input)
        expect(got.gap).toBeLessThan(1e-6)
        input.demand.forEach((people, i) => {
          const flow = got.flow.reduce((sum, f, k) => sum + (input.links.from[k] === i ? f : 0), 0)
          expect(flow).toBeCloseTo(people, 6)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('with whole people comes near the divided equilibrium in a crowd', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const crowd = { ...input, demand: input.demand.map((p) => p * 1000) }
        const exact = raam(crowd)
        raamOfWholePeople(crowd).cost.forEach((c, i) => {
          expect(Math.abs(c - exact.cost[i]!)).toBeLessThan(0.01)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('says that a place without any way has no cost', () => {
    const links = linksOf(2, 1, [{ from: 0, to: 0, cost: 10 }])
    const got = raam({ demand: [5, 5], supply: [1], links })
    expect(got.cost[1]).toBeNaN()
    expect(got.cost[0]).toBeCloseTo(10 / 60 + 0.5, 12)
  })
})
