import { describe, expect, it } from 'vitest'
import type { Floor } from '../catalogue/standard.ts'
import { testFloor, wantedInHorizon } from './floor-test.ts'
import { limitsOf } from './limits.ts'
import { lineCatalogue, standard } from './line-county.fixture.ts'
import type { Opportunities } from './opportunity.ts'

const service = lineCatalogue().services[0]!
const floor = (metric: string, value: number) =>
  standard('MED-01', metric, value) as unknown as Floor
const found = (over: Partial<Opportunities>): Opportunities => ({
  fixed: [],
  vehicle: [],
  doorstep: [],
  rides: [],
  other: [],
  nearestSeconds: null,
  nearestWalkSeconds: null,
  stationSeconds: null,
  stationWalkSeconds: null,
  visitDates: [],
  visitGap: null,
  gapOf: () => null,
  ...over,
})
const ground = { service, horizonDays: 365, sitesInVillage: 0 }

describe('testFloor', () => {
  it('rounds down what is wanted in a part of a year', () => {
    expect(wantedInHorizon(24, 365)).toBe(24)
    expect(wantedInHorizon(24, 90)).toBe(5)
    expect(wantedInHorizon(1, 364)).toBe(0)
  })

  it('tests the way of the youngest pupils by its own limit', () => {
    const near = found({ nearestSeconds: 1800 })
    expect(testFloor(floor('maxTravelMinGrade1to3', 30), near, ground)).toBeNull()
    expect(testFloor(floor('maxTravelMinGrade1to3', 29), near, ground)).toEqual({
      metric: 'maxTravelMinGrade1to3',
      want: 29,
      have: 30,
    })
  })

  it('tests a walk on foot, not by the usual means', () => {
    const byBus = found({ nearestSeconds: 300, nearestWalkSeconds: 2400 })
    expect(testFloor(floor('maxWalkMin', 30), byBus, ground)).toMatchObject({ have: 40 })
    expect(testFloor(floor('maxWalkMin', 40), byBus, ground)).toBeNull()
  })

  it('rounds a way up to a tenth of a minute, so that a miss never reads as met', () => {
    const late = testFloor(floor('maxTravelMin', 30), found({ nearestSeconds: 1801 }), ground)
    expect(late).toMatchObject({ have: 30.1 })
  })

  it('takes a ride for the way to a site if door to door is within the limit, to a school only every day', () => {
    const ride = (seconds: number, daily: boolean): Partial<Opportunities> => ({
      rides: [
        {
          offer: {
            service: 'MED-01',
            mode: 'ride',
            place: 'h',
            kind: 'villageClinic',
            dates: [],
            capacityYear: null,
            daily,
          },
          seconds,
        },
      ],
      nearestSeconds: 5000,
    })
    const limit = floor('maxTravelMin', 30)
    expect(testFloor(limit, found(ride(1800, false)), ground)).toBeNull()
    expect(testFloor(limit, found(ride(1801, false)), ground)).toMatchObject({ have: 83.4 })
    const school = { ...ground, service: { ...service, domain: 'education' as const } }
    expect(testFloor(limit, found(ride(1800, false)), school)).not.toBeNull()
    expect(testFloor(limit, found(ride(1800, true)), school)).toBeNull()
    const facility = floor('minFacilityPerVillage', 1)
    expect(testFloor(facility, found(ride(60, true)), ground)).not.toBeNull()
  })

  it('takes the station of a remote channel or an agent for the way there, never for hands', () => {
    const station = found({ stationSeconds: 1800, stationWalkSeconds: 2400 })
    expect(testFloor(floor('maxTravelMin', 30), station, ground)).toBeNull()
    expect(testFloor(floor('maxTravelMin', 29), station, ground)).not.toBeNull()
    expect(testFloor(floor('maxWalkMin', 40), station, ground)).toBeNull()
    for (const metric of ['minVisitsPerVillageYear', 'minServicesPerPersonYear', 'maxGapDays'])
      expect(testFloor(floor(metric, 1), station, ground)).not.toBeNull()
  })

  it('leaves alone what is not a matter of place', () => {
    expect(testFloor(floor('maxPriceYuan', 0), found({}), ground)).toBeNull()
  })
})

describe('limitsOf', () => {
  it('takes the floor first, then the county, then what is assumed', () => {
    const floors = [floor('maxTravelMin', 45), floor('maxWalkMin', 20)]
    expect(limitsOf(floors, { fixedMaxMin: 10, doorstepMaxMin: 90 })).toEqual({
      fixedSeconds: 2700,
      walkSeconds: 1200,
      doorstepSeconds: 5400,
      rideSeconds: 5400,
    })
    expect(limitsOf([], {})).toEqual({
      fixedSeconds: 3600,
      walkSeconds: 1800,
      doorstepSeconds: 3600,
      rideSeconds: 5400,
    })
  })
})
