import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { describe, expect, test } from 'vitest'
import { facilityKindsOf, matrixCsv, placesOf, travelMatrix } from './travel-matrix.ts'

const county = demoCounty({ size: 'three-valleys', seed: 1 })

describe('places by a word', () => {
  test('a kind by its name or a word of it', () => {
    expect(facilityKindsOf('hospital')).toEqual(['countyHospital'])
    expect(facilityKindsOf('school')).toEqual(['primarySchool', 'juniorSchool', 'vocationalSchool'])
    expect(facilityKindsOf('village-clinic')).toEqual(['villageClinic'])
    expect(facilityKindsOf('')).toEqual([])
    expect(facilityKindsOf('casino')).toEqual([])
  })

  test('settlements, stops, facilities and kinds; others mean nothing', () => {
    expect(placesOf(county, 'settlements')).toHaveLength(county.county.settlements.length)
    expect(placesOf(county, 'facilities')).toHaveLength(county.county.facilities.length)
    expect(placesOf(county, 'stops')!.length).toBeGreaterThan(0)
    const clinics = county.county.facilities.filter((f) => f.kind === 'villageClinic')
    expect(placesOf(county, 'facilities:clinic')).toHaveLength(clinics.length)
    expect(placesOf(county, 'towns')).toBeNull()
    expect(placesOf(county, 'settlements:hospital')).toBeNull()
  })
})

test('a matrix as CSV: a line a pair, every column filled', async () => {
  const { table } = await travelMatrix(county, 'settlements', 'facilities', { workers: 1 })
  const csv = matrixCsv(table!)
  expect(csv.startsWith('\uFEFFfrom,to,road metres,walk metres,seconds P50,seconds P90,')).toBe(
    true,
  )
  const lines = csv.trimEnd().split('\r\n').slice(1)
  expect(lines).toHaveLength(table!.from.length * table!.to.length)
  const [from, to, road, walk, p50, p90, fromSnap, toSnap] = lines[0]!.split(',')
  expect([from, to]).toEqual([table!.from[0], table!.to[0]])
  expect([road, walk, p50, p90].map(Number)).toEqual([
    table!.roadMetres[0],
    table!.walkMetres[0],
    table!.p50[0],
    table!.p90[0],
  ])
  expect([fromSnap, toSnap].map(Number)).toEqual([table!.fromSnap[0], table!.toSnap[0]])
})

test('a word that means nothing is a finding, and no table', async () => {
  const { table, findings } = await travelMatrix(county, 'moon', 'facilities:casino')
  expect(table).toBeNull()
  expect(findings.map((f) => f.facts.spec)).toEqual(['moon', 'facilities:casino'])
})
