import { describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { localDeliveries } from './local-deliveries.ts'
import { tripsAvoided } from './own-trip.ts'
import { ownTripsToSites, usualErrand } from './own-trips-to-sites.ts'
import { supplyToday } from './supply-today.ts'

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

const costs = { cashFen: 0, capitalFen: {}, staffHours: 0 }
const assignment = (mode: string, service = 'MED-02', opportunities: number | null = 24) => ({
  settlement: 'v',
  service,
  mode,
  place: 'stop',
  people: 100,
  seconds: 600,
  opportunities,
  longestGapDays: 20,
})
const plan = (assignments: unknown[]) =>
  Plan.parse({
    format: 1,
    county: 'x',
    mode: 'least-cost',
    horizon: county.settings.horizon,
    season: 'base',
    made: { engine: '', dataHash: '', seed: 1, iterations: 1, workers: 1, reproducible: true },
    sites: [],
    stops: [],
    tours: [],
    assignments,
    shortages: [],
    fleet: [],
    costs: { today: costs, plan: costs },
    levels: [],
    assumed: [],
  })

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
    const floors = [standard('MED-02', 'minServicesPerPersonYear', 4)] as never
    const deliveries = localDeliveries(
      plan([assignment('vehicle'), assignment('fixed')]),
      floors,
      {},
      365,
    )
    expect(deliveries).toEqual([
      { settlement: 'v', service: 'MED-02', personTimes: 400, localSeconds: 1200 },
    ])
    const [saved] = tripsAvoided(
      deliveries,
      ownTripsToSites(county, base.travel, {
        ...supply,
        offers: supply.offers.map((o) => ({ ...o, service: 'MED-02' })),
      }),
    )
    expect(saved).toMatchObject({ trips: 400, fareFen: 1_200_000, newlyServed: 0 })
    expect(saved!.hours).toBeCloseTo(400 * (11 - 1 / 3), 6)
  })

  it('are counted once when two channels share the service, and by uptake without a floor', () => {
    const floors = [standard('MED-02', 'minServicesPerPersonYear', 4)] as never
    const two = localDeliveries(
      plan([assignment('vehicle'), assignment('doorstep')]),
      floors,
      {},
      365,
    )
    expect(two.map((d) => [d.personTimes, d.localSeconds])).toEqual([
      [200, 1200],
      [200, 0],
    ])
    const [free] = localDeliveries(plan([assignment('vehicle', 'MED-01')]), floors, {}, 365)
    expect(free!.personTimes).toBeCloseTo(100 * 0.12 * 24, 9)
  })
})
