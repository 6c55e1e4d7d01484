import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CostedPlace, type CostedVisit, costRatio, unitCosts } from './unit-cost.ts'

const prices = { staffHourFen: 6000, perKmFen: 150 }

const visit = (over: Partial<CostedVisit>): CostedVisit => ({
  serviceSeconds: 3600,
  driveSeconds: 0,
  idleSeconds: 0,
  metres: 0,
  crewHours: 1,
  personTimes: 10,
  ...over,
})

/** At the seat a person-time takes ten minutes of one person: 1,000 fen. */
const seat: CostedPlace = { place: 'seat', where: 'seat', visits: [visit({ personTimes: 6 })] }

/**
 * A remote place that costs `ratio` times as much by construction: half of the excess is driving, three tenths idling,
 * the rest a set-up that serves fewer. Uneven visits, so that only the sums are right.
 */
function remotePlace(ratio: number, k: number): CostedPlace {
  const excess = (ratio - 1) * 1000
  const sizes = [3, 9, 6 + k]
  return {
    place: `remote-${k}`,
    where: 'remote',
    visits: sizes.map((people) => {
      const seconds = (fen: number) => (fen / prices.staffHourFen) * 3600 * people
      const serviceSeconds = seconds(1000 + 0.2 * excess)
      const driveSeconds = seconds(0.3 * excess)
      const idleSeconds = seconds(0.3 * excess)
      return visit({
        serviceSeconds,
        driveSeconds,
        idleSeconds,
        metres: ((0.2 * excess * people) / prices.perKmFen) * 1000,
        crewHours: (serviceSeconds + driveSeconds + idleSeconds) / 3600,
        personTimes: people,
      })
    }),
  }
}

describe('unit cost', () => {
  it.each([1.3, 2, 3])('gives back a true ratio of %d, with its parts (A02)', (truth) => {
    const found = costRatio([seat, ...[1, 2, 3].map((k) => remotePlace(truth, k))], prices)!
    expect(Math.abs(found.ratio / truth - 1)).toBeLessThan(0.02)
    expect(found.travel / (truth - 1)).toBeCloseTo(0.5, 6)
    expect(found.idle / (truth - 1)).toBeCloseTo(0.3, 6)
    expect(found.dispersion / (truth - 1)).toBeCloseTo(0.2, 6)
  })

  it('splits exactly whatever the visits (A02)', () => {
    const anyVisit = fc.record({
      serviceSeconds: fc.integer({ min: 0, max: 20000 }),
      driveSeconds: fc.integer({ min: 0, max: 20000 }),
      idleSeconds: fc.integer({ min: 0, max: 20000 }),
      metres: fc.integer({ min: 0, max: 200_000 }),
      crewHours: fc.integer({ min: 1, max: 30 }),
      personTimes: fc.integer({ min: 1, max: 60 }),
      otherFen: fc.integer({ min: 0, max: 9999 }),
    })
    const visits = fc.array(anyVisit, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(visits, visits, (near, far) => {
        const places: CostedPlace[] = [
          { place: 'a', where: 'seat', visits: near },
          { place: 'b', where: 'remote', visits: far },
        ]
        const r = costRatio(places, prices)!
        expect(1 + r.dispersion + r.travel + r.idle).toBeCloseTo(r.ratio, 9)
        expect(r.remote.service + r.remote.travel + r.remote.idle).toBeCloseTo(r.remote.total, 6)
        const spent = far.reduce(
          (s, v) =>
            s +
            v.crewHours * prices.staffHourFen +
            (v.metres / 1000) * prices.perKmFen +
            v.otherFen,
          0,
        )
        expect(unitCosts(places, prices)[1]!.spent.total).toBeCloseTo(spent, 4)
      }),
    )
  })

  it('falls when two half-empty tours are pooled (A02)', () => {
    const alone = (k: number): CostedVisit =>
      visit({ driveSeconds: 7200, crewHours: 3, metres: 60_000, personTimes: 5 + k })
    const pooled = visit({
      driveSeconds: 8000,
      serviceSeconds: 5000,
      crewHours: 13000 / 3600,
      metres: 70_000,
      personTimes: 11,
    })
    const unit = (visits: CostedVisit[]) =>
      costRatio([seat, { place: 'r', where: 'remote', visits }], prices)!.ratio
    expect(unit([pooled])).toBeLessThan(unit([alone(0), alone(1)]))
  })

  it('names places where money was spent and nobody served', () => {
    const empty: CostedPlace = { place: 'x', where: 'near', visits: [visit({ personTimes: 0 })] }
    const [first] = unitCosts([seat, empty], prices)
    expect(first).toMatchObject({ place: 'seat', ratioToSeat: 1 })
    expect(unitCosts([seat, empty], prices)[1]).toMatchObject({ unit: null, ratioToSeat: null })
    expect(costRatio([seat, empty], prices)).toBeNull()
  })
})
