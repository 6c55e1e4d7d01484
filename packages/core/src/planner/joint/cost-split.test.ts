import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Domain } from '../../catalogue/service.ts'
import { splitCost } from './cost-split.ts'

const domains: readonly Domain[] = ['medical', 'eldercare', 'cultureSports', 'legalAdmin']
const fen = fc.integer({ min: 0, max: 100_000 })
const someOf = fc.subarray([...domains], { minLength: 1 })
const anyCost = fc.record({
  own: fc.dictionary(fc.constantFrom(...domains), fen),
  shared: fc.array(fc.record({ fen, of: someOf }), { maxLength: 6 }),
})
type Rows = { own: Record<string, number>; shared: { fen: number; of: Domain[] }[] }
const jointCost = ({ own, shared }: Rows) => ({
  own: new Map(Object.entries(own) as [Domain, number][]),
  shared: shared.map((s) => ({ fen: s.fen, of: new Set(s.of) })),
})

/** What it would cost to serve just these departments. */
const costOf = (rows: Rows, group: ReadonlySet<string>): number =>
  Object.entries(rows.own).reduce((sum, [d, n]) => (group.has(d) ? sum + n : sum), 0) +
  rows.shared.reduce((sum, s) => (s.of.some((d) => group.has(d)) ? sum + s.fen : sum), 0)

describe('splitCost', () => {
  it('adds up to the total to the fen, whatever the order of rows', () => {
    fc.assert(
      fc.property(anyCost, (rows) => {
        const shares = splitCost(jointCost(rows))
        expect(shares.reduce((sum, s) => sum + s.fen, 0)).toBe(costOf(rows, new Set(domains)))
        const turned = {
          own: Object.fromEntries(Object.entries(rows.own).reverse()),
          shared: rows.shared.map((s) => ({ ...s, of: [...s.of].reverse() })).reverse(),
        }
        expect(splitCost(jointCost(turned))).toEqual(shares)
      }),
    )
  })

  it('asks no group of departments for more than it would pay by itself', () => {
    fc.assert(
      fc.property(anyCost, someOf, (rows, group) => {
        const paid = splitCost(jointCost(rows))
          .filter((s) => group.includes(s.domain))
          .reduce((sum, s) => sum + s.fen, 0)
        // Shares are whole fen: each may be up to one above its part.
        expect(paid).toBeLessThanOrEqual(costOf(rows, new Set(group)) + group.length)
      }),
    )
  })

  it('is the mean over all orders in which departments may join', () => {
    const rows: Rows = {
      own: { medical: 5000, eldercare: 3000 },
      shared: [
        { fen: 30_000, of: ['medical', 'eldercare', 'cultureSports'] },
        { fen: 9000, of: ['eldercare', 'cultureSports'] },
      ],
    }
    const orders = permutations(['medical', 'eldercare', 'cultureSports'])
    const shapley = (d: string) =>
      orders.reduce((sum, order) => {
        const before = new Set(order.slice(0, order.indexOf(d)))
        return sum + costOf(rows, new Set([...before, d])) - costOf(rows, before)
      }, 0) / orders.length
    expect(splitCost(jointCost(rows)).map((s) => [s.domain, s.fen])).toEqual([
      ['cultureSports', Math.round(shapley('cultureSports'))],
      ['eldercare', Math.round(shapley('eldercare'))],
      ['medical', Math.round(shapley('medical'))],
    ])
  })
})

function permutations(of: readonly string[]): string[][] {
  if (of.length === 0) return [[]]
  return of.flatMap((first) =>
    permutations(of.filter((x) => x !== first)).map((rest) => [first, ...rest]),
  )
}
