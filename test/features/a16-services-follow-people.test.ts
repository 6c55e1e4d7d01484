import { needOf, needRates } from '@kuashan/core/catalogue/need.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { threeValleys } from '@kuashan/core/demo/three-valleys.ts'
import { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'

const base = threeValleys(startingCatalogue())
const services = base.catalogue.services.filter((s) => s.core)
const rates = needRates()
/** A county in which some places count those in need and others don't. */
const counted: CountyInput = {
  ...base,
  county: {
    ...base.county,
    settlements: base.county.settlements.map((s, k) =>
      k % 2 === 0 ? { ...s, needs: { 'MED-01': Math.round(s.permanent.total / 2) } } : s,
    ),
  },
}
const entitled = (input: CountyInput, service: (typeof services)[number], settlement?: string) =>
  input.county.settlements
    .filter((s) => settlement === undefined || s.id === settlement)
    .reduce(
      (sum, s) =>
        sum + needOf(service, { population: s.permanent, needs: s.needs, place: {} }, rates).people,
      0,
    )
const move = (input: CountyInput, from: string, to: string, share: number) =>
  applyChanges(input, Change.array().parse([{ do: 'move-people', from, to, share }])).input

describe('services follow the people (A16)', () => {
  const ids = base.county.settlements.map((s) => s.id)

  it('a move re-homes all that people are entitled to: none dropped, none doubled (A16)', () => {
    const id = fc.constantFrom(...ids)
    fc.assert(
      fc.property(
        id,
        id,
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (from, to, tenths, known) => {
          fc.pre(from !== to)
          const before = known ? counted : base
          const after = move(before, from, to, tenths / 10)
          fc.pre(after !== null)
          for (const service of services) {
            expect(entitled(after!, service)).toBeCloseTo(entitled(before, service), 4)
            expect(entitled(after!, service, from)).toBeLessThanOrEqual(
              entitled(before, service, from) + 1e-6,
            )
          }
        },
      ),
      { numRuns: 20, seed: 16 },
    )
  })

  it('whoever leaves altogether leaves nothing behind (A16)', () => {
    const [from, to] = [ids[0]!, ids[1]!]
    const after = move(counted, from, to, 1)!
    for (const service of services) {
      expect(entitled(after, service, from)).toBe(0)
      const both = entitled(counted, service, from) + entitled(counted, service, to)
      expect(entitled(after, service, to)).toBeCloseTo(both, 4)
    }
  })

  it('and a re-plan serves them all at the new place: nobody dropped, nobody doubled (A16)', async () => {
    const [from, to] = [ids[4]!, ids[10]!]
    const served = async (of: CountyInput) => {
      const { travel } = await yearTravel(of, { workers: 1 })
      const { assignments } = await planned(
        { county: of.county, catalogue: of.catalogue, travel },
        100,
      )
      const people = new Map<string, number>()
      for (const a of assignments) {
        const key = `${a.service} ${a.settlement}`
        people.set(key, Math.max(people.get(key) ?? 0, a.people))
      }
      const sum = (service: string, settlement?: string) =>
        [...people].reduce(
          (n, [key, count]) =>
            key === `${service} ${settlement}` || (!settlement && key.startsWith(service))
              ? n + count
              : n,
          0,
        )
      return sum
    }
    const [was, now] = [await served(base), await served(move(base, from, to, 1)!)]
    for (const service of base.county.settings.services) {
      expect(now(service)).toBeCloseTo(was(service), 4)
      expect(now(service, from)).toBe(0)
      expect(now(service, to)).toBeCloseTo(was(service, from) + was(service, to), 4)
    }
  }, 180_000)
})
