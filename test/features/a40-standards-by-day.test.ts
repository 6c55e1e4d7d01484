import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { uncoveredNationalItems } from '@kuashan/core/catalogue/national-items.ts'
import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { describe, expect, it } from 'vitest'
import { catalogue, county, today, travel } from './three-valleys.fixture.ts'

/** One limit until the end of May, another from June on; no vehicle comes. */
const versions = (until: number, from: number) => ({
  ...county,
  baseline: { ...county.baseline, timetable: [] },
  standards: [
    { ...standard('MED-01', 'maxTravelMin', until), from: '2026-01-01', until: '2026-05-31' },
    { ...standard('MED-01', 'maxTravelMin', from), from: '2026-06-01' },
  ].map((s) => AdoptedStandard.parse(s)),
})

const report = (of: typeof county, day: string) => {
  const { cells, floors } = measure({
    county: of,
    catalogue,
    travel: travel.base,
    supply: supplyToday(of, catalogue),
    asOf: PlainDate.parse(day),
  })
  return {
    floors: floors.map((f) => f.value),
    missed: cells.filter((c) => !c.met).map((c) => c.settlement),
  }
}

describe('standards hold from day to day (A40)', () => {
  it.each([
    [35, 20],
    [20, 35],
  ])('a report for an earlier day uses its own version: %i minutes, then %i (A40)', (then, now) => {
    const of = versions(then, now)
    expect(report(of, '2025-12-31').floors).toEqual([])
    const [may, june] = [report(of, '2026-05-31'), report(of, '2026-06-01')]
    expect([may.floors, june.floors]).toEqual([[then], [now]])
    const [loose, strict] = then > now ? [may, june] : [june, may]
    expect(strict.missed.length).toBeGreaterThan(loose.missed.length)
    expect(strict.missed).toEqual(expect.arrayContaining(loose.missed))
    expect(report(of, '2026-01-01')).toEqual(may)
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
