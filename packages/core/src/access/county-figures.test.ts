import { describe, expect, it } from 'vitest'
import { pencilCounty } from './county-figures.fixture.ts'
import type { Coverage } from './coverage.ts'

const { figures } = pencilCounty()

describe('figures of a county, by hand', () => {
  it('names its remote part with the definition', () => {
    expect(figures.remote).toMatchObject({ villages: 1, settlements: 1, people: 50 })
    expect(figures.remote.definition.version).toBe('far-1')
    expect(figures.remote.share).toBeCloseTo(50 / 450, 9)
    expect(figures.places).toEqual({ townships: 3, villages: 3, settlements: 3, people: 450 })
  })

  it('coverage agrees at all levels: twelve visits are not twenty-four', () => {
    const { all, townships, villages, groups, remoteness } = figures.coverage
    expect([all.entitled, all.met]).toEqual([450, 400])
    const sum = (list: readonly Coverage[], of: 'entitled' | 'met') =>
      list.reduce((n, c) => n + c[of], 0)
    for (const list of [townships, villages, groups, remoteness]) {
      expect(sum(list, 'entitled')).toBeCloseTo(all.entitled, 6)
      expect(sum(list, 'met')).toBeCloseTo(all.met, 6)
    }
    expect(townships[0]).toMatchObject({ key: '331199102000', share: 0 })
    expect(remoteness.map((c) => [c.key, c.share])).toEqual([
      ['remote', 0],
      ['near', 1],
    ])
  })

  it('summarises access: 800 services for 400 people, 60 by van for 50', () => {
    const [access] = figures.access
    expect(access).toMatchObject({
      service: 'MED-01',
      maxMinutes: 30,
      limitFrom: 'floor',
      waitFrom: 'floor',
      assumedCapacity: [],
    })
    const { twoStep, timely, raam } = access!.indices
    expect(twoStep.mean).toBeCloseTo(860 / 450, 9)
    // Lorenz curve through (50/450, 60/860).
    expect(twoStep.gini).toBeCloseTo(50 / 450 - 60 / 860, 9)
    expect([twoStep.p10, twoStep.p90, twoStep.p90p10]).toEqual([
      expect.closeTo(1.2, 9),
      expect.closeTo(2, 9),
      expect.closeTo(2 / 1.2, 9),
    ])
    expect(twoStep.theil.between + twoStep.theil.within).toBeCloseTo(twoStep.theil.total, 12)
    expect(twoStep.theil.within).toBeCloseTo(0, 12)
    expect(twoStep.worst.places).toEqual([
      { settlement: 'z', name: 'z', value: expect.closeTo(1.2, 9), people: 50, inIt: 45 },
    ])
    // A need keeps 365/24 days, and a month lies between visits: half of them come in time.
    expect(timely.worst.places[0]!.value).toBeCloseTo(0.6, 9)
    expect(raam.without).toEqual({ people: 0, settlements: [] })
  })

  it('travel to the nearest site, over people', () => {
    const { minutes } = figures.travel.find((f) => f.service === 'MED-01')!
    expect(minutes.mean).toBeCloseTo((300 * 10 + 50 * 1000) / 450, 9)
    expect(minutes.worst.places.map((p) => [p.settlement, p.inIt])).toEqual([['z', 45]])
    expect(minutes.without.people).toBe(0)
  })

  it('splits the cost of a person-time into dispersion, travel and idle', () => {
    // Clinic: 600 person-times of 5 minutes in 150 paid hours. Van: 6 people in 2 hours with a crew of two.
    const [cost] = figures.costs
    expect(cost).toMatchObject({ kind: 'clinicVehicle', service: 'MED-01', seatSites: 1 })
    expect(cost!.siteTimesFrom).toBe('assumed')
    expect(cost!.ratio!.seat.total).toBeCloseTo((150 * 4500) / 600, 9)
    expect(cost!.ratio!.remote.total).toBeCloseTo((4 * 4500) / 6, 9)
    expect(cost!.ratio).toMatchObject({
      ratio: expect.closeTo(3000 / 1125, 9),
      dispersion: expect.closeTo(2625 / 1125, 9),
      travel: 0,
      idle: expect.closeTo(-750 / 1125, 9),
    })
  })

  it('trips of residents, and those the van saves', () => {
    const { hospital, avoided } = figures.trips!
    expect(hospital.trips.map((t) => [t.settlement, t.trip!.means, t.trip!.seconds / 60])).toEqual([
      ['z', 'own', 2030],
      ['b', 'walk', 180],
      ['a', 'walk', 30],
    ])
    expect([hospital.wholeDayPeople, hospital.noWayPeople]).toEqual([50, 0])
    expect(hospital.minutes.mean).toBeCloseTo((50 * 2030 + 300 * 180 + 100 * 30) / 450, 9)
    // 50 people × 0.12 × 12 visits.
    expect(avoided).toMatchObject({ trips: expect.closeTo(72, 9), newlyServed: 0 })
    expect(avoided.hours).toBeCloseTo((72 * 2030) / 60, 9)
    expect(pencilCounty(6).figures.trips!.avoided.trips).toBeCloseTo(36, 9)
  })

  it('the last mile: five kilometres are too far', () => {
    const mile = figures.lastMile.find((m) => m.service === 'MED-01')!
    expect([mile.people, mile.beyondPeople]).toEqual([450, 300])
    expect(mile.breaches.map((b) => [b.settlement, b.minutes, b.proposal.kind])).toEqual([
      ['b', 75, 'none'],
    ])
  })

  it('shares visits out by residents, not by registrations', () => {
    const visits = figures.sharing.sharings.find((s) => s.what === 'visits')!
    expect([visits.total, visits.moved]).toEqual([12, 3])
    expect(visits.villages.map((v) => [v.id, v.byPermanent, v.byRegistered])).toEqual([
      ['331199101201', 8, 5],
      ['331199102201', 1, 1],
      ['331199001001', 3, 6],
    ])
  })

  it('lists villages to visit, and where the van comes too seldom', () => {
    const { toVisit, vehicles, year } = figures.villages
    expect([year, toVisit.map((v) => v.village)]).toEqual([2026, ['331199101201', '331199102201']])
    expect(vehicles).toEqual([
      {
        kind: 'clinicVehicle',
        villages: 3,
        met: 0,
        share: 0,
        wanted: 24,
        servedOtherwise: 2,
        unserved: [{ village: '331199102201', visits: 12 }],
      },
    ])
  })

  it('does not depend on the order of rows', () => {
    expect(JSON.stringify(pencilCounty(12, true).figures)).toBe(JSON.stringify(figures))
  })
})
