import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { lastDayOut, standingOn, vehiclesByRegister } from './fleet-register.ts'
import { Vehicle } from './vehicle.ts'

const day = (text: string) => text as PlainDate
const papers = {
  licenceUntil: day('2027-01-31'),
  inspectionUntil: day('2026-06-30'),
  insuranceUntil: day('2026-12-31'),
  fitOut: { x光机: day('2026-09-30') },
  state: 'in-service' as const,
}
const horizon = { from: day('2026-01-01'), to: day('2026-12-31') }
const van = Vehicle.parse({
  id: 'van',
  name: 'van',
  kind: 'clinicVehicle',
  depot: 'F',
  provenance: { method: 'entered' },
})
const under = (some: object, vehicle = van) =>
  vehiclesByRegister([vehicle], [{ ...papers, vehicle: 'van', ...some }], horizon)[0]!

describe('the register of vehicles', () => {
  test('lets nobody out after the first paper or check has run out', () => {
    expect(lastDayOut(papers)).toBe('2026-06-30')
    expect(lastDayOut({ ...papers, fitOut: { x光机: day('2026-03-01') } })).toBe('2026-03-01')
    expect(lastDayOut({ ...papers, insuranceUntil: null })).toBeNull()
    expect(standingOn(papers, day('2026-06-30'))).toBe('soon')
    expect(standingOn(papers, day('2026-07-01'))).toBe('blocked')
    expect(standingOn(papers, day('2026-03-01'))).toBe('good')
    expect(standingOn({ ...papers, state: 'workshop' }, day('2026-03-01'))).toBe('blocked')
  })

  test('limits the days on which a vehicle is planned', () => {
    expect(under({}).inspectionUntil).toBe('2026-06-30')
    expect(under({ insuranceUntil: null }).down).toEqual([horizon])
    expect(under({ state: 'retired' }).down).toEqual([horizon])
    const earlier = { ...van, inspectionUntil: day('2026-02-01') }
    expect(under({}, earlier)).toBe(earlier)
  })

  test('leaves those alone that it does not limit or does not know', () => {
    expect(under({ vehicle: 'other' })).toBe(van)
    expect(under({ inspectionUntil: day('2030-01-01'), fitOut: {} })).toBe(van)
  })
})
