import { describe, expect, it } from 'vitest'
import { StaffMember } from '../resources/staff.ts'
import { lineCounty } from './line-county.fixture.ts'
import { comingOntoList, usualVillageRule, villagesToVisit } from './village-selection.ts'

const villages = ['bare', 'kept', 'old', 'turning']
const { county: base } = lineCounty(
  villages.map((id, k) => ({ id, x: k, people: 50 })),
  villages
    .filter((id) => id !== 'bare')
    .map((id, k) => ({ id: `clinic-${id}`, x: k, kind: 'villageClinic', division: id })),
)
const doctor = (id: string, place: string, birthYear?: number, retiresOn?: string) =>
  StaffMember.parse({
    id,
    post: 'villageDoctor',
    weeklyHours: 40,
    employer: `clinic-${place}`,
    ...(birthYear && { birthYear }),
    ...(retiresOn && { retiresOn }),
    provenance: { method: 'entered' },
  })
const county = {
  ...base,
  staff: [
    doctor('d1', 'old', 1955),
    doctor('d2', 'turning', 1962),
    doctor('d3', 'kept', 1955),
    doctor('d4', 'kept', 1990),
  ],
}
const listed = (year: number, over = {}) =>
  villagesToVisit(county, year, { ...usualVillageRule(county), ...over }).map((v) => v.village)

describe('villages to visit', () => {
  it('lists those without an institution, and those whose doctors are all past the age', () => {
    expect(listed(2026)).toEqual(['bare', 'old'])
  })

  it('puts a doctor who turns 65 next year on next year’s list (A64)', () => {
    expect(listed(2027)).toEqual(['bare', 'old', 'turning'])
    const coming = comingOntoList(county, 2026, 3)
    expect(coming.map((c) => [c.year, c.villages.map((v) => v.village)])).toEqual([
      [2027, ['turning']],
      [2028, []],
      [2029, []],
    ])
  })

  it('counts retirement as leaving, and takes an unknown age as staying', () => {
    const retired = { ...county, staff: [doctor('d', 'kept', 1980, '2026-08-31')] }
    expect(villagesToVisit(retired, 2025).map((v) => v.village)).toEqual(['bare'])
    expect(villagesToVisit(retired, 2026).map((v) => v.village)).toEqual(['bare', 'kept'])
    const unknown = { ...county, staff: [doctor('d', 'kept')] }
    expect(villagesToVisit(unknown, 2026).map((v) => v.village)).toEqual(['bare'])
  })

  it('can want both reasons (A63)', () => {
    expect(listed(2027, { needs: 'both' })).toEqual([])
    const closed = {
      ...county,
      facilities: county.facilities.map((f) => ({ ...f, state: 'closed' as const })),
    }
    const rule = { ...usualVillageRule(closed), needs: 'both' as const }
    expect(villagesToVisit(closed, 2026, rule).map((v) => v.village)).toEqual(['old'])
  })
})
