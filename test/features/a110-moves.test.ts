import {
  allocate,
  differenceToRegistered,
  remoteShareOf,
  suggestMove,
} from '@kuashan/core/access/allocation.ts'
import { gini } from '@kuashan/core/access/equity.ts'
import { remoteSettlements } from '@kuashan/core/access/remote-settlements.ts'
import { staffHoldings, villageClaims } from '@kuashan/core/access/village-claims.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { countyTravel } from '@kuashan/engine/travel/county-travel.ts'
import { describe, expect, it } from 'vitest'

const input = demoCounty({ size: 'county', seed: 1 })
const { county } = input
const posts = ['nurse', 'villageDoctor', 'doctor']
const inequality = (of: County) =>
  gini(
    staffHoldings(of, posts)
      .filter((h) => h.people > 0)
      .map((h) => ({ value: h.units / h.people, people: h.people })),
  )

describe('equal distribution across places (A110)', () => {
  it('carrying the suggested move out in the staff table lowers the index, time and again (A110)', () => {
    let of = county
    let moves = 0
    for (; moves < 10; moves++) {
      const holdings = staffHoldings(of, posts).filter((h) => h.people > 0)
      const move = suggestMove(holdings)
      if (move === null) break
      const township = new Map(of.facilities.map((f) => [f.id, f.division.slice(0, 9)]))
      const who = of.staff.find(
        (s) => posts.includes(s.post) && township.get(s.employer) === move.from,
      )!
      const to = of.facilities.find((f) => f.division.startsWith(move.to))!
      const next: County = {
        ...of,
        staff: of.staff.map((s) => (s.id === who.id ? { ...s, employer: to.id } : s)),
      }
      expect(inequality(next)).toBeLessThan(inequality(of))
      of = next
    }
    expect(moves).toBe(10)
  })
})

describe('allocation of a county’s resources', async () => {
  const { travel } = await countyTravel(input, { workers: 1, vehicle: false })
  const claims = villageClaims(county, remoteSettlements(county, travel.resident))

  it('by those who live there: totals are conserved, the registered move nothing (A13)', () => {
    const rows = differenceToRegistered(500, claims as never)
    const total = (of: (r: (typeof rows)[number]) => number) => rows.reduce((s, r) => s + of(r), 0)
    expect(total((r) => r.byPermanent)).toBe(500)
    expect(total((r) => r.byRegistered)).toBe(500)
    expect(total((r) => r.difference)).toBe(0)
    expect(rows.some((r) => r.difference !== 0)).toBe(true)
    const doubled = claims.map((c) => ({ ...c, registered: (c.registered ?? 0) * 2 + 7 }))
    expect(allocate(500, doubled)).toEqual(allocate(500, claims))
  })

  it('raising the weight of remote villages never lowers their share, and raises it in all (A36)', () => {
    const shares = [1, 1.1, 1.25, 1.5, 2, 2.5, 3, 4].map((weight) =>
      remoteShareOf(allocate(500, claims, weight), claims),
    )
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)!).toBeGreaterThan(shares[0]! + 0.1)
  })
})
