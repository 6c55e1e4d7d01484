import { describe, expect, test } from 'vitest'
import { servicesInScope } from './scope.ts'
import type { Floor, Metric } from './standard.ts'
import { startingCatalogue } from './starting-catalogue.ts'

const floor = (service: string, metric: Metric): Floor => ({
  service,
  metric,
  value: 4,
  unit: '',
  level: 'county',
  document: 'notice',
  clause: '1',
  invented: true,
})
const floors = [
  floor('MED-01', 'minVisitsPerVillageYear'),
  floor('MED-01', 'maxResponseDays'),
  floor('MED-02', 'minServicesPerPersonYear'),
  floor('MED-03', 'minCoverageShare'),
  floor('ADM-04', 'minVisitsPerVillageYear'),
]

describe('services in scope', () => {
  const scope = servicesInScope(startingCatalogue(), floors)

  test('are those with a floor of place and a channel that goes to a place', () => {
    expect(scope.map((s) => s.service.id)).toEqual(['MED-01', 'MED-02'])
    expect(scope[0]!.floors).toHaveLength(1)
    expect(scope[0]!.untested.map((f) => f.metric)).toEqual(['maxResponseDays'])
    expect(scope.map((s) => s.vehicleKinds)).toEqual([['clinicVehicle'], ['clinicVehicle']])
  })

  test('can be narrowed by the county', () => {
    const own = servicesInScope(startingCatalogue(), floors, ['MED-02'])
    expect(own.map((s) => s.service.id)).toEqual(['MED-02'])
  })
})
