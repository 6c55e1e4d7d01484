import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  type Claim,
  differenceToRegistered,
  perHeadOf,
  remoteShareOf,
  suggestMove,
} from './allocation.ts'

const anyClaims: fc.Arbitrary<Claim[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 99 }).map((k) => `v${k}`),
    people: fc.integer({ min: 0, max: 900 }),
    remote: fc.boolean(),
  }),
  { selector: (c) => c.id, minLength: 1, maxLength: 12 },
)
const sum = (shares: ReadonlyMap<string, number>) => [...shares.values()].reduce((a, b) => a + b, 0)

describe('allocation', () => {
  it('counts those who live there: 1,000 registered and 240 living get what 240 get (A13)', () => {
    const claims = [
      { id: 'left', people: 240, registered: 1000, remote: false },
      { id: 'same', people: 240, registered: 240, remote: false },
      { id: 'town', people: 960, registered: 200, remote: false },
    ]
    const shares = allocate(60, claims)
    expect([...shares]).toEqual([
      ['left', 10],
      ['same', 10],
      ['town', 40],
    ])
    expect(differenceToRegistered(60, claims)).toEqual([
      { id: 'town', byPermanent: 40, byRegistered: 8, difference: 32 },
      { id: 'same', byPermanent: 10, byRegistered: 10, difference: 0 },
      { id: 'left', byPermanent: 10, byRegistered: 42, difference: -32 },
    ])
  })

  it('conserves the total, whatever the order (A13)', () => {
    fc.assert(
      fc.property(anyClaims, fc.integer({ min: 0, max: 200 }), (claims, total) => {
        fc.pre(claims.some((c) => c.people > 0))
        const shares = allocate(total, claims, 1.5)
        expect(sum(shares)).toBe(total)
        const turned = allocate(total, [...claims].reverse(), 1.5)
        for (const [id, units] of shares) expect(turned.get(id)).toBe(units)
      }),
    )
  })

  it('leans to remote places by the weight stated', () => {
    const claims = [
      { id: 'far', people: 100, remote: true },
      { id: 'town', people: 300, remote: false },
    ]
    expect(allocate(40, claims).get('far')).toBe(10)
    expect(allocate(40, claims, 2).get('far')).toBe(16)
    expect(remoteShareOf(allocate(40, claims, 3), claims)).toBe(0.5)
  })

  it('never lowers the remote share when the weight rises (A36)', () => {
    fc.assert(
      fc.property(
        anyClaims,
        fc.integer({ min: 1, max: 80 }),
        fc.tuple(
          fc.double({ min: 1, max: 4, noNaN: true }),
          fc.double({ min: 1, max: 4, noNaN: true }),
        ),
        (claims, total, [a, b]) => {
          const share = (w: number) => remoteShareOf(allocate(total, claims, w), claims)
          expect(share(Math.max(a, b))).toBeGreaterThanOrEqual(share(Math.min(a, b)))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('suggested move', () => {
  it('takes from the best-off per head and gives to the worst-off', () => {
    const holdings = [
      { id: 'rich', people: 100, units: 6 },
      { id: 'fair', people: 100, units: 3 },
      { id: 'poor', people: 100, units: 0 },
    ]
    expect(perHeadOf(holdings)[0]).toMatchObject({ id: 'poor', perHead: 0 })
    expect(suggestMove(holdings)).toMatchObject({ from: 'rich', to: 'poor' })
  })

  it('lowers the index whenever it is made, and ends (A110)', () => {
    const anyHoldings = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 99 }).map((k) => `v${k}`),
        people: fc.integer({ min: 1, max: 500 }),
        units: fc.integer({ min: 0, max: 9 }),
      }),
      { selector: (h) => h.id, minLength: 2, maxLength: 7 },
    )
    fc.assert(
      fc.property(anyHoldings, (start) => {
        let holdings = start
        for (let k = 0; k < 200; k++) {
          const move = suggestMove(holdings)
          if (move === null) return
          expect(move.after).toBeLessThan(move.before)
          holdings = holdings.map((h) => ({
            ...h,
            units: h.units + (h.id === move.to ? 1 : 0) - (h.id === move.from ? 1 : 0),
          }))
        }
        expect.unreachable('moves never end')
      }),
      { numRuns: 60 },
    )
  })

  it('has nothing to suggest where all have the same', () => {
    expect(
      suggestMove([
        { id: 'a', people: 10, units: 1 },
        { id: 'b', people: 20, units: 2 },
      ]),
    ).toBeNull()
  })
})
