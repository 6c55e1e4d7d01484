import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { DivisionLevel } from '../territory/division.ts'
import {
  channelMix,
  coverageBy,
  coverageByDivision,
  coverageByGroup,
  coverageByRemoteness,
  coverageByService,
  coverageOfAll,
} from './coverage.ts'
import { divisionAtIn } from './division-at.ts'
import { gapList, shortfallOf } from './gap-list.ts'
import { lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import type { Cell } from './measurement.ts'
import { supplyToday } from './supply-today.ts'
import { vehicleCoverage } from './vehicle-coverage.ts'

const catalogue = lineCatalogue()

/** Rates known by construction: b and c have the clinic, a is too far, d is unlocated. */
const input = lineCounty(
  [
    { id: 'a', x: 0, people: 400, division: '331199101201' },
    { id: 'b', x: 30, people: 100, division: '331199101202' },
    { id: 'c', x: 40, people: 300, division: '331199102201' },
    { id: 'd', x: null, people: 200, division: '' },
  ],
  [{ id: 'clinic', x: 35, kind: 'villageClinic' }],
  {
    standards: [
      standard('MED-01', 'maxTravelMin', 30),
      standard('MED-02', 'minVisitsPerVillageYear', 12),
    ],
    timetable: [
      { vehicle: 'van', settlement: 'a', minutes: 60, rule: { by: 'weekday', weekday: 2 } },
    ],
  },
)
const { cells } = measure({
  ...input,
  catalogue,
  supply: supplyToday(input.county, catalogue),
  asOf: '2026-01-01' as PlainDate,
})

describe('coverage', () => {
  it('equals the hand count, weakest first (A01)', () => {
    const rounded = coverageByService(cells).map((c) => ({
      key: c.key,
      entitled: Math.round(c.entitled),
      met: Math.round(c.met),
      cellsMet: c.cellsMet,
    }))
    // MED-02 comes by van to a only: 400 of 1000. MED-01 at the clinic: b and c, and the van brings it to a: 800 of 1000.
    expect(rounded).toEqual([
      { key: 'MED-02', entitled: 1000, met: 400, cellsMet: 1 },
      { key: 'MED-01', entitled: 1000, met: 800, cellsMet: 3 },
    ])
    expect(coverageOfAll(cells).share).toBeCloseTo(0.6, 9)
    const remote = coverageByRemoteness(cells, new Set(['a']))
    expect(remote.map((c) => [c.key, c.share])).toEqual([
      ['near', expect.closeTo(400 / 1200, 9)],
      ['remote', 1],
    ])
  })

  it('agrees with itself at all levels, also for places whose division is unknown (A112)', () => {
    const divisionAt = divisionAtIn(input.county.settlements, input.county.divisions)
    const total = coverageOfAll(cells)
    for (const level of DivisionLevel.options) {
      const parts = coverageByDivision(cells, level, divisionAt)
      expect(parts.reduce((s, p) => s + p.entitled, 0)).toBeCloseTo(total.entitled, 6)
      expect(parts.reduce((s, p) => s + p.met, 0)).toBeCloseTo(total.met, 6)
      expect(parts.map((p) => p.key)).toContain('')
    }
    const townships = coverageByDivision(cells, 'township', divisionAt).map((c) => c.key)
    expect(townships.sort()).toEqual(['', '331199101000', '331199102000'])
  })

  it('adds over age groups to the total', () => {
    const parts = coverageByGroup(cells)
    expect(parts.reduce((s, p) => s + p.met, 0)).toBeCloseTo(coverageOfAll(cells).met, 6)
  })

  it('does not depend on the order of cells', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...cells], { minLength: cells.length }), (shuffled) => {
        const of = (some: readonly Cell[]) =>
          coverageByService(some).map((c) => [c.key, c.cells, Math.round(c.met * 1e6)])
        expect(of(shuffled)).toEqual(of(cells))
        expect(gapList(shuffled, input.county.settlements)).toEqual(
          gapList(cells, input.county.settlements),
        )
      }),
    )
  })

  it('shows which channel serves whom (A106)', () => {
    const mix = channelMix(
      cells.filter((c) => c.service === 'MED-01'),
      () => 'all',
    )[0]!
    expect(Math.round(mix.people.fixed)).toBe(400)
    expect(Math.round(mix.people.vehicle)).toBe(400)
    expect(Math.round(mix.people.none)).toBe(200)
  })
})

describe('gap list', () => {
  it('names every gap, worst first', () => {
    const gaps = gapList(cells, input.county.settlements)
    // c has 300 people and no visit at all; then d with 200 (no visit, no way), then b with 100.
    expect(gaps.map((g) => `${g.settlement} ${g.service}`)).toEqual([
      'c MED-02',
      'd MED-01',
      'd MED-02',
      'b MED-02',
    ])
  })

  it('measures how far below, either way', () => {
    expect(shortfallOf({ metric: 'maxTravelMin', want: 30, have: 60 })).toBe(0.5)
    expect(shortfallOf({ metric: 'minVisitsPerVillageYear', want: 24, have: 6 })).toBe(0.75)
    expect(shortfallOf({ metric: 'maxGapDays', want: 30, have: null })).toBe(1)
  })
})

describe('vehicle coverage', () => {
  // Every second Wednesday of 2026 from 7 January is 26 dates; 18 February is a day off.
  const visitsEach = 25
  const at = (dropped?: string) => {
    const places = ['v1', 'v2', 'v3'].map((id, k) => ({ id, x: k * 50, people: 10 }))
    const { county } = lineCounty(places, [], {
      timetable: places
        .filter((p) => p.id !== dropped)
        .map((p) => ({
          vehicle: 'van',
          settlement: p.id,
          minutes: 60,
          rule: { by: 'weekday', weekday: 3, everyWeeks: 2 },
        })),
    })
    const supply = supplyToday(county, catalogue)
    const floors = [standard('MED-02', 'minVisitsPerVillageYear', visitsEach)] as never
    return vehicleCoverage(county.settlements, catalogue.services, floors, supply, 365)
  }

  it('is full when each village has its visits, and one dropped is seen at once (A59)', () => {
    expect(at().shares).toEqual([{ kind: 'clinicVehicle', villages: 3, met: 3, share: 1 }])
    const less = at('v2')
    expect(less.shares[0]!.met).toBe(2)
    expect(less.rows.filter((r) => !r.met)).toEqual([
      {
        village: 'v2',
        kind: 'clinicVehicle',
        visits: 0,
        wanted: visitsEach,
        longestGapDays: null,
        met: false,
      },
    ])
  })
})

describe('coverageBy', () => {
  it('is 1 where nobody is entitled', () => {
    expect(coverageBy([], () => 'x')).toEqual([])
    expect(coverageOfAll([]).share).toBe(1)
  })
})
