import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { uncoveredNationalItems } from '@kuashan/core/catalogue/national-items.ts'
import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { describe, expect, it } from 'vitest'
import { catalogue, county, today, travel } from './three-valleys.fixture.ts'

/** 35 minutes until the end of May, 20 from June on. */
const versions = {
  ...county,
  standards: [
    { ...standard('MED-01', 'maxTravelMin', 35), from: '2026-01-01', until: '2026-05-31' },
    { ...standard('MED-01', 'maxTravelMin', 20), from: '2026-06-01' },
  ].map((s) => AdoptedStandard.parse(s)),
}

const report = (day: string) => {
  const { cells, floors } = measure({
    county: { ...versions, baseline: { ...versions.baseline, timetable: [] } },
    catalogue,
    travel: travel.base,
    supply: supplyToday(
      { ...versions, baseline: { ...versions.baseline, timetable: [] } },
      catalogue,
    ),
    asOf: PlainDate.parse(day),
  })
  return {
    floors: floors.map((f) => f.value),
    missed: cells.filter((c) => !c.met).map((c) => c.settlement),
  }
}

describe('standards hold from day to day (A40)', () => {
  it('a report for an earlier day uses the version of that day (A40)', () => {
    expect(report('2025-12-31').floors).toEqual([])
    const [may, june] = [report('2026-05-31'), report('2026-06-01')]
    expect([may.floors, june.floors]).toEqual([[35], [20]])
    expect(june.missed.length).toBeGreaterThan(may.missed.length)
    expect(june.missed).toEqual(expect.arrayContaining(may.missed))
    expect(report('2026-01-01')).toEqual(may)
  })
})

describe('national items (A41)', () => {
  it('every item with one service only appears as uncovered when that service goes (A41)', () => {
    const deliverers = new Map<number, string[]>()
    for (const s of catalogue.services)
      for (const no of s.nationalItems ?? [])
        deliverers.set(no, [...(deliverers.get(no) ?? []), s.id])
    const before = new Set(uncoveredNationalItems(catalogue).map((i) => i.no))
    let tried = 0
    for (const [no, ids] of deliverers) {
      expect(before).not.toContain(no)
      const less = { ...catalogue, services: catalogue.services.filter((s) => !ids.includes(s.id)) }
      expect(uncoveredNationalItems(less).map((i) => i.no)).toContain(no)
      tried++
    }
    expect(tried).toBeGreaterThan(20)
    expect(today.offers.length).toBeGreaterThan(0)
  })
})
