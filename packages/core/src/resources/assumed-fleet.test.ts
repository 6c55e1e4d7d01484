import { expect, test } from 'vitest'
import { inventedStandards } from '../catalogue/invented-standards.ts'
import { startingCatalogue } from '../catalogue/starting-catalogue.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { assumedFleet } from './assumed-fleet.ts'
import { Facility } from './facility.ts'

const facility = (id: string, kind: string, lng: number) =>
  Facility.parse({
    id,
    name: id,
    kind,
    state: 'open',
    division: '',
    at: [lng, 28],
    provenance: { method: 'imported' },
  })

const townships = [
  { code: '331199001000', name: '东镇', at: [119.0, 28] as [number, number] },
  { code: '331199002000', name: '西镇', at: [118.0, 28] as [number, number] },
]

test('a clinic vehicle lives at the nearest centre, a village clinic only where there is no other', () => {
  const all = [
    facility('clinic', 'villageClinic', 119.0),
    facility('centre', 'townshipHealthCentre', 118.9),
    facility('hospital', 'countyHospital', 117.9),
    facility('hall', 'convenienceCentre', 118.5),
  ]
  const { vehicles, staff } = assumedFleet(townships, [119, 28], all)
  expect(vehicles.map((v) => [v.id, v.kind, v.depot])).toEqual([
    ['V-clinic-001', 'clinicVehicle', 'centre'],
    ['V-clinic-002', 'clinicVehicle', 'hospital'],
    ['V-service-1', 'multiServiceVehicle', 'hall'],
    ['V-shop-1', 'supplyVehicle', 'hall'],
  ])
  expect(staff.filter((s) => s.id.startsWith('P-clinic-001')).map((s) => s.post)).toEqual([
    'doctor',
    'nurse',
    'driver',
  ])
  expect([...vehicles, ...staff].every((x) => x.provenance.method === 'assumed')).toBe(true)
  const [only] = assumedFleet(townships, [119, 28], all.slice(0, 1)).vehicles
  expect(only!.depot).toBe('clinic')
})

test('invented standards name services of the catalogue that the assumed fleet or a building can give', () => {
  const { services } = startingCatalogue()
  const kinds = new Set(['clinicVehicle', 'supplyVehicle', 'multiServiceVehicle'])
  for (const standard of inventedStandards('2026-01-01' as PlainDate)) {
    const service = services.find((s) => s.id === standard.service)
    expect(service?.channels.some((c) => c.mode === 'fixed' || kinds.has(c.kind))).toBe(true)
    expect(standard.invented).toBe(true)
  }
})
