import { describe, expect, it } from 'vitest'
import { villagesToVisit } from '../access/village-selection.ts'
import { cityTotals } from './city-spec.ts'
import { demoCounty } from './demo-county.ts'
import { demoYear } from './demo-year.ts'

const { county } = demoCounty({ size: 'city', seed: 1 })
const level = (name: string) =>
  county.divisions.filter((d) => d.level === name && d.validUntil === undefined)

describe('the demo city', () => {
  it('has nine counties, 173 townships, 1,836 villages and some 12,000 settlements', () => {
    expect(level('county')).toHaveLength(9)
    expect(level('township')).toHaveLength(cityTotals.townships)
    expect(level('village')).toHaveLength(cityTotals.villages)
    expect(Math.abs(county.settlements.length / 12_000 - 1)).toBeLessThan(0.1)
    const people = county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)
    expect(people).toBe(cityTotals.residents)
    const { settlements, facilities, vehicles, staff, buses } = county
    const ids = [...settlements, ...facilities, ...vehicles, ...staff, ...buses]
    expect(new Set(ids.map((x) => x.id)).size).toBe(ids.length)
  })

  it('has 648 villages without a clinic, 64 clinic vehicles and 1,394 vehicles in all', () => {
    const due = villagesToVisit(county, demoYear)
    expect(due.filter((v) => v.noInstitution)).toHaveLength(648)
    expect(county.vehicles).toHaveLength(1_394)
    const of = (kind: string) => county.vehicles.filter((v) => v.kind === kind).length
    expect(of('clinicVehicle')).toBe(64)
    expect(of('supplyVehicle')).toBe(203)
  })

  it('calls 73.3 % of its villages remote by its definition', () => {
    const height = county.settings.remote.minElevationM!
    const centres = county.settlements.filter((s) => s.isCentre)
    const remote = centres.filter((s) => s.elevationM! >= height)
    expect(remote.length / centres.length).toBeCloseTo(0.733, 2)
  })
})
