import { describe, expect, it } from 'vitest'
import type { ChannelMode } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import { lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { tripsAvoided } from './own-trip.ts'
import { ownTripsToSites, usualErrand } from './own-trips-to-sites.ts'
import { supplyToday } from './supply-today.ts'
import { deliveriesMeasured } from './trip-figures.ts'

const catalogue = lineCatalogue()
/** A village 50 km from the hospital, by one bus a day: out at 7:00, home at 16:00. */
const base = lineCounty(
  [
    { id: 'v', x: 50, people: 100 },
    { id: 'lost', x: null, people: 10 },
  ],
  [{ id: 'h', x: 0, kind: 'townshipHealthCentre' }],
)
const county = {
  ...base.county,
  settings: {
    ...base.county.settings,
    prices: { ...base.county.settings.prices, residentHourFen: 2000 },
  },
  buses: [
    {
      id: 'out',
      stops: [
        { place: 'v', minute: 420 },
        { place: 'h', minute: 540 },
      ],
      days: [2 as const],
      fareFen: 1500,
    },
    {
      id: 'home',
      stops: [
        { place: 'h', minute: 960 },
        { place: 'v', minute: 1080 },
      ],
      days: [2 as const],
      fareFen: 1500,
    },
  ],
}
const supply = supplyToday(county, catalogue)

/** People of the village whom one channel reaches first, 24 times a year. */
const measured = (mode: ChannelMode, service: string, opportunities: number | null = 24) => {
  const reach = { mode, place: 'stop', seconds: 600, opportunities, longestGapDays: 20 }
  const cell = { settlement: 'v', service, people: 100, estimated: false, state: 'ok' } as const
  const byGroup = { child: 0, adult: 100, elder: 0, oldest: 0 }
  return {
    asOf: county.settings.asOf,
    season: 'base',
    floors: [standard('MED-02', 'minServicesPerPersonYear', 4)] as unknown as Floor[],
    cells: [{ ...cell, byGroup, reach: [reach], met: true, missing: [] }],
    findings: [],
  }
}
const deliveries = (...asked: Parameters<typeof measured>) =>
  deliveriesMeasured({ county, measurement: measured(...asked) })

describe('own trips to sites', () => {
  it('with one bus a day take the whole day (A10)', () => {
    const trip = ownTripsToSites(county, base.travel, supply)('v', 'MED-01')
    expect(trip).toMatchObject({
      facility: 'h',
      means: 'bus',
      seconds: 11 * 3600,
      fareFen: 3000,
      wholeDay: true,
    })
  })

  it('may be shorter by own vehicle, and are none where there is no way', () => {
    const shortest = ownTripsToSites(county, base.travel, supply, {
      ...usualErrand,
      means: 'shortest',
    })
    expect(shortest('v', 'MED-01')).toMatchObject({ means: 'own', seconds: 2 * 6000 + 1800 })
    expect(shortest('lost', 'MED-01')).toBeNull()
    expect(shortest('v', 'ELD-01')).toBeNull()
  })

  it('are avoided as often as services are delivered locally (A10)', () => {
    const delivered = deliveries('vehicle', 'MED-02')
    expect(delivered).toEqual([
      { settlement: 'v', service: 'MED-02', personTimes: 400, localSeconds: 1200 },
    ])
    const [saved] = tripsAvoided(
      delivered,
      ownTripsToSites(county, base.travel, {
        ...supply,
        offers: supply.offers.map((o) => ({ ...o, service: 'MED-02' })),
      }),
    )
    expect(saved).toMatchObject({ trips: 400, fareFen: 1_200_000, newlyServed: 0 })
    expect(saved!.hours).toBeCloseTo(400 * (11 - 1 / 3), 6)
  })

  it('are not avoided by a site, by calls that nobody counts, or beyond the visits there are', () => {
    expect(deliveries('fixed', 'MED-02')).toEqual([])
    expect(deliveries('doorstep', 'MED-01', null)).toEqual([])
    expect(deliveries('vehicle', 'MED-02', 3)[0]!.personTimes).toBe(300)
  })

  it('are avoided at the door without a walk, and by uptake without a floor', () => {
    expect(deliveries('doorstep', 'MED-02')[0]!.localSeconds).toBe(0)
    expect(deliveries('vehicle', 'MED-01')[0]!.personTimes).toBeCloseTo(100 * 0.12 * 24, 9)
  })
})
