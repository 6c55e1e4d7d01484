import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CatchmentInput,
  delivered,
  enhancedTwoStep,
  modifiedTwoStep,
  threeStep,
  twoStep,
} from './catchment.ts'
import { exponential, gaussianTo } from './decay.ts'
import { competitiveGravity, normalised } from './gravity.ts'
import { type Links, linksOf } from './links.ts'

interface Drawn {
  demand: number[]
  supply: number[]
  costs: number[]
}

const anyDrawn: fc.Arbitrary<Drawn> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([n, m]) =>
    fc.record({
      demand: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: n, maxLength: n }),
      supply: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: m, maxLength: m }),
      costs: fc.array(fc.integer({ min: 0, max: 45 }), { minLength: n * m, maxLength: n * m }),
    }),
  )

const linksIn = ({ demand, supply, costs }: Drawn): Links =>
  linksOf(
    demand.length,
    supply.length,
    costs.map((cost, k) => ({
      from: Math.floor(k / supply.length),
      to: k % supply.length,
      cost,
    })),
  )
const inputOf = (drawn: Drawn): CatchmentInput => ({ ...drawn, links: linksIn(drawn) })

/** Supply that anybody can come to: the rest can reach nobody and is not conserved. */
const usableSupply = (drawn: Drawn, limit: number): number =>
  drawn.supply
    .filter((_, j) =>
      drawn.demand.some((p, i) => p > 0 && drawn.costs[i * drawn.supply.length + j]! <= limit),
    )
    .reduce((a, b) => a + b, 0)

describe('floating catchments', () => {
  it.each([
    ['2SFCA', (i: CatchmentInput) => twoStep({ ...i, maxCost: 30 })],
    ['E2SFCA', (i: CatchmentInput) => enhancedTwoStep({ ...i, maxCost: 30 })],
    ['3SFCA', (i: CatchmentInput) => threeStep({ ...i, maxCost: 30 })],
  ])('%s conserves all supply that has demand in reach', (_, method) => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        const got = delivered(drawn.demand, method(inputOf(drawn)).access)
        expect(got).toBeCloseTo(usableSupply(drawn, 30), 6)
      }),
    )
  })

  it('M2SFCA never delivers more than E2SFCA, and less where supply is far', () => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        const enhanced = enhancedTwoStep(inputOf(drawn)).access
        modifiedTwoStep(inputOf(drawn)).access.forEach((a, i) => {
          expect(a).toBeLessThanOrEqual(enhanced[i]! + 1e-12)
        })
      }),
    )
    const far = { demand: [10], supply: [10], costs: [15] }
    expect(enhancedTwoStep(inputOf(far)).access[0]).toBeCloseTo(1, 12)
    expect(modifiedTwoStep(inputOf(far)).access[0]).toBeCloseTo(0.68, 12)
  })

  it('does not depend on the order of links', () => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        const input = inputOf(drawn)
        const { links } = input
        const turned = {
          ...links,
          from: links.from.toReversed(),
          to: links.to.toReversed(),
          cost: links.cost.toReversed(),
        }
        for (const method of [twoStep, enhancedTwoStep, threeStep, modifiedTwoStep]) {
          const straight = method(input).access
          method({ ...input, links: turned }).access.forEach((a, i) => {
            expect(a).toBeCloseTo(straight[i]!, 9)
          })
        }
      }),
    )
  })

  it('a hand case: 100 and 300 people share 4 doctors, the second lot also has 2 of its own', () => {
    const links = linksOf(2, 2, [
      { from: 0, to: 0, cost: 5 },
      { from: 1, to: 0, cost: 20 },
      { from: 1, to: 1, cost: 5 },
    ])
    const got = twoStep({ demand: [100, 300], supply: [4, 2], links, maxCost: 20 })
    expect([...got.ratio]).toEqual([4 / 400, 2 / 300])
    expect([...got.access]).toEqual([0.01, 0.01 + 2 / 300])
    expect([...got.reached]).toEqual([1, 2])
  })

  it('gravity with competition conserves supply, and its normal form has mean 1', () => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        fc.pre(usableSupply(drawn, 99) > 0)
        const access = competitiveGravity({ ...inputOf(drawn), decay: exponential(10) })
        expect(delivered(drawn.demand, access)).toBeCloseTo(usableSupply(drawn, 99), 6)
        const people = drawn.demand.reduce((a, b) => a + b, 0)
        const mean = delivered(drawn.demand, normalised(access, drawn.demand)) / people
        expect(mean).toBeCloseTo(1, 9)
      }),
    )
  })

  it('the edged Gaussian is 1 at hand and 0 at and beyond the edge', () => {
    const decay = gaussianTo(30)
    expect(decay(0)).toBe(1)
    expect(decay(30)).toBe(0)
    expect(decay(31)).toBe(0)
    expect(decay(15)).toBeCloseTo((Math.exp(-0.125) - Math.exp(-0.5)) / (1 - Math.exp(-0.5)), 12)
  })
})
