import { doctorForecast } from '@kuashan/core/access/doctor-forecast.ts'
import { comingOntoList, villagesToVisit } from '@kuashan/core/access/village-selection.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { describe, expect, it } from 'vitest'

const input = demoCounty({ size: 'county', seed: 1 })
const { county: demo } = input
const county: County = { ...demo, settings: { ...demo.settings, doctorAgeLimit: 65 } }
const year = 2026
const villages = (of: County, y: number) => villagesToVisit(of, y).map((v) => v.village)

/** A village with a clinic and one doctor, who is far from the age. */
function keptVillage() {
  const listed = new Set(villages(county, year + 5))
  const at = new Map(county.facilities.map((f) => [f.id, f.division]))
  const doctors = Map.groupBy(
    county.staff.filter((s) => s.post === 'villageDoctor'),
    (s) => at.get(s.employer)!,
  )
  const [village, [doctor]] = [...doctors].find(
    ([code, list]) => list.length === 1 && !listed.has(code),
  )! as [string, [(typeof county.staff)[number]]]
  return { village, doctor }
}

describe('aging village doctors (A64)', () => {
  const { village, doctor } = keptVillage()
  const born = (birthYear: number): County => ({
    ...county,
    staff: county.staff.map((s) => (s.id === doctor.id ? { ...s, birthYear } : s)),
  })

  it('a doctor turning 65 next year puts the village on next year’s list, not on this one (A64)', () => {
    const turning = born(year + 1 - 65)
    expect(villages(turning, year)).not.toContain(village)
    expect(villages(turning, year + 1)).toContain(village)
    const [next] = comingOntoList(turning, year, 1)
    const row = next!.villages.find((v) => v.village === village)
    expect(row).toMatchObject({ doctorsPastAge: true, doctors: [{ staff: doctor.id, age: 65 }] })
    expect(villages(born(year + 2 - 65), year + 1)).not.toContain(village)
    expect(villages(born(year - 65), year)).toContain(village)
  })

  it('a younger doctor who joins takes the village off again (A64)', () => {
    const of = born(year - 65)
    const joined = { ...of, staff: [...of.staff, { ...doctor, id: 'new', birthYear: 1995 }] }
    expect(villages(joined, year)).not.toContain(village)
  })

  it('the forecast names the year, and each replacement does what it says (A64)', () => {
    const leaving = born(year + 3 - 65)
    const [lost] = doctorForecast(leaving, year, 5).filter((l) => l.village.village === village)
    expect(lost).toMatchObject({ year: year + 3 })
    expect(lost!.replacements.map((r) => r.by)).toContain('person')
    for (const { by, changes } of lost!.replacements) {
      const { input: after } = applyChanges({ ...input, county: leaving }, changes)
      const { facilities, staff } = after!.county
      const listed = villagesToVisit(after!.county, year + 3).find((v) => v.village === village)
      if (by === 'tour') expect(listed?.noInstitution).toBe(true)
      else expect(listed).toBeUndefined()
      // Sharing takes a post along: nobody is doubled.
      expect(staff.length).toBe(leaving.staff.length + (by === 'person' ? 1 : 0))
      expect(facilities.length).toBe(leaving.facilities.length)
    }
  })
})
