import { describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { Vehicle } from '../resources/vehicle.ts'
import { vehicleProfile } from '../travel/travel-table.ts'
import { costedSite, costedTours } from './costed-tours.ts'
import { lineCounty } from './line-county.fixture.ts'

const { county, travel } = lineCounty(
  [
    { id: 'a', x: 10, people: 100 },
    { id: 'b', x: 30, people: 100 },
  ],
  [{ id: 'depot', x: 0, kind: 'countyHospital' }],
)
const van = Vehicle.parse({
  id: 'van',
  name: 'van',
  kind: 'clinicVehicle',
  depot: 'depot',
  crew: 3,
  costPerDayFen: 5000,
  provenance: { method: 'entered' },
})
const withVan = { ...county, vehicles: [van] }
const none = new Int32Array(2)
const byRoad = {
  ...travel,
  vehicle: {
    [vehicleProfile(van)]: {
      from: ['depot'],
      to: ['a', 'b'],
      p50: Int32Array.of(1000, 3000),
      p90: none,
      roadMetres: none,
      walkMetres: none,
      fromSnap: none,
      toSnap: none,
    },
  },
}

const costs = { cashFen: 0, capitalFen: {}, staffHours: 0 }
const visit = (id: string, arrive: number) => ({
  id,
  stop: `stop-${id}`,
  arrive,
  leave: arrive + 3600,
  services: ['MED-01'],
  personTimes: 12,
})
const plan = Plan.parse({
  format: 1,
  county: 'x',
  mode: 'least-cost',
  horizon: county.settings.horizon,
  season: 'base',
  made: { engine: '', dataHash: '', seed: 1, iterations: 1, workers: 1, reproducible: true },
  sites: [],
  stops: ['a', 'b'].map((s) => ({
    id: `stop-${s}`,
    settlement: s,
    kind: 'clinicVehicle',
    serves: [],
  })),
  tours: [
    {
      id: 't',
      vehicle: 'van',
      date: '2026-03-02',
      depart: 30_000,
      finish: 45_000,
      metres: 60_000,
      driveSeconds: 6000,
      visits: [visit('a', 31_000), visit('b', 38_000)],
    },
  ],
  assignments: [],
  rides: [],
  shortages: [],
  fleet: [],
  costs: { today: costs, plan: costs },
  levels: [],
  assumed: [],
})

describe('costed tours', () => {
  it('shares the way by how far each stop is, and loses nothing', () => {
    const places = costedTours(withVan, plan, byRoad, () => 'remote')
    const [a, b] = places.map((p) => p.visits[0]!)
    expect([a!.driveSeconds, b!.driveSeconds]).toEqual([1500, 4500])
    expect([a!.metres, b!.metres]).toEqual([15_000, 45_000])
    // Out 15,000 s, less 6,000 driving and 7,200 serving: 1,800 waiting; three in the crew all the time.
    expect(a!.idleSeconds + b!.idleSeconds).toBe(1800)
    expect(a!.crewHours + b!.crewHours).toBeCloseTo((3 * 15_000) / 3600, 9)
  })

  it('shares equally where the way is not known', () => {
    const places = costedTours(withVan, plan, travel, () => 'near')
    expect(places.map((p) => p.visits[0]!.metres)).toEqual([30_000, 30_000])
  })

  it('counts paid hours of a site that serve nobody as idle', () => {
    const facility = { ...county.facilities[0]!, staffHoursYear: 100, yearCostFen: 7 }
    const [year] = costedSite(facility, 'seat', 240, 10).visits
    expect(year).toMatchObject({ serviceSeconds: 144_000, idleSeconds: 216_000, otherFen: 7 })
  })
})
