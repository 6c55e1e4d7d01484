import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bill, unpaid } from './running-money.ts'

const ids = ['a', 'b', 'c', 'd']
const bill = fc.record({
  fen: fc.integer({ min: 0, max: 100 }),
  payers: fc.subarray(ids),
})

/** What is lacking, by every set of funds: what only they may pay less what they have (Gale 1957). */
function lacking(left: ReadonlyMap<string, number>, bills: readonly Bill[]): number {
  let most = 0
  for (let set = 0; set < 1 << ids.length; set++) {
    const own = new Set(ids.filter((_, k) => set & (1 << k)))
    const need = bills.reduce((n, b) => (b.payers.every((p) => own.has(p)) ? n + b.fen : n), 0)
    const has = [...own].reduce((n, id) => n + left.get(id)!, 0)
    most = Math.max(most, need - has)
  }
  return most
}

describe('running money by what it may be used for', () => {
  it('leaves unpaid what a set of funds lacks, and no more, whatever the bills', () => {
    const money = fc.tuple(...ids.map(() => fc.integer({ min: 0, max: 120 })))
    fc.assert(
      fc.property(money, fc.array(bill, { maxLength: 6 }), (amounts, bills) => {
        const left = new Map(ids.map((id, k) => [id, amounts[k]!]))
        expect(unpaid(left, bills)).toBeCloseTo(lacking(left, bills), 6)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it('frees money for what nobody else may pay', () => {
    const bills = [
      { fen: 10, payers: ['a', 'b'] },
      { fen: 10, payers: ['a'] },
    ]
    expect(
      unpaid(
        new Map([
          ['a', 10],
          ['b', 10],
        ]),
        bills,
      ),
    ).toBeCloseTo(0, 6)
    expect(
      unpaid(
        new Map([
          ['a', 20],
          ['b', 0],
        ]),
        bills,
      ),
    ).toBeCloseTo(0, 6)
    expect(
      unpaid(
        new Map([
          ['a', 5],
          ['b', 30],
        ]),
        bills,
      ),
    ).toBeCloseTo(5, 6)
  })
})
