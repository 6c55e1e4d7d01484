import { describe, expect, test } from 'vitest'
import { mergeFacilities, type OsmFacility, osmFacility } from './osm-facility.ts'

const at: [number, number] = [1.5, 42.5]
const clinic = (id: string, name: string, north = 0): OsmFacility =>
  osmFacility(id, name ? { amenity: 'clinic', name } : { amenity: 'clinic' }, [
    at[0],
    at[1] + north,
  ])!

describe('osmFacility', () => {
  test.each([
    [{ amenity: 'hospital' }, 'countyHospital'],
    [{ amenity: 'school' }, 'primarySchool'],
    [{ amenity: 'school', 'isced:level': '2;3' }, 'juniorSchool'],
    [{ amenity: 'school', 'isced:level': '1;2' }, 'primarySchool'],
    [{ amenity: 'social_facility', social_facility: 'nursing_home' }, 'nursingHome'],
    [{ amenity: 'social_facility' }, null],
    [{ amenity: 'pharmacy' }, null],
  ])('%j is %s', (tags, kind) => {
    expect(osmFacility('n1', tags, at)?.kind).toBe(kind)
  })
  test('other amenities are none', () => {
    expect(osmFacility('n1', { amenity: 'bench' }, at)).toBeNull()
    expect(osmFacility('n1', { amenity: 'constructor' }, at)).toBeNull()
  })
})

describe('mergeFacilities', () => {
  test('a point on its outline is merged and listed; the outline takes the name', () => {
    const { facilities, findings } = mergeFacilities([clinic('n1', 'CAP'), clinic('w2', '')], 'f')
    expect(facilities.map((f) => [f.id, f.name])).toEqual([['w2', 'CAP']])
    expect(findings.map((f) => f.code)).toEqual(['facility-merged'])
  })
  test.each([
    ['another name', clinic('n1', 'A'), clinic('w2', 'B')],
    ['120 m away', clinic('n1', 'A'), clinic('w2', 'A', 120 / 111_195)],
    ['two points', clinic('n1', 'A'), clinic('n2', 'A')],
  ])('not merged: %s', (_, a, b) => {
    expect(mergeFacilities([a, b], 'f').facilities).toHaveLength(2)
  })
  test('nameless ones and kinds unknown to the catalogue are named', () => {
    const pharmacy = osmFacility('n9', { amenity: 'pharmacy' }, at)!
    const { findings } = mergeFacilities([clinic('n1', ''), pharmacy], 'f')
    expect(findings.map((f) => [f.code, f.facts.kind])).toEqual([
      ['facility-unnamed', 'clinic'],
      ['facility-kind-unmapped', 'pharmacy'],
    ])
  })
  test('the order of the file does not matter', () => {
    const some = [clinic('n1', 'A'), clinic('w2', 'A'), clinic('r3', 'A'), clinic('n4', 'B', 0.01)]
    expect(mergeFacilities(some.toReversed(), 'f')).toEqual(mergeFacilities(some, 'f'))
  })
})
