import { axisProgramme, programmeChanges } from '@kuashan/core/access/axis-programme.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { lintAxis } from '@kuashan/core/plan/lint-axis.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import type { Centre } from '@kuashan/core/territory/development-axis.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { input, travel } from './three-valleys.fixture.ts'

const homeOf = (nameEn: string) => input.county.settlements.find((s) => s.nameEn === nameEn)!
const [seat, town, village] = [homeOf('Huigukou'), homeOf('Beierkeng'), homeOf('Beisikeng')]
const centre = (settlement: string, rank: number, area: string, minutes?: number): Centre => ({
  settlement,
  rank,
  area,
  standards:
    minutes === undefined ? [] : [{ service: 'MED-01', metric: 'maxTravelMin', value: minutes }],
})
const withAxis = (...centres: Centre[]): CountyInput => ({
  ...input,
  county: {
    ...input.county,
    settings: {
      ...input.county.settings,
      axis: {
        nameZh: '北谷轴',
        nameEn: 'North',
        along: [seat.id, town.id],
        centres,
        support: [village.id],
      },
    },
  },
})
const county = '331199000000'
const township = '331199200000'

describe('development axis (A17)', () => {
  it('a higher centre with a lower standard than one inside its area is named (A17)', () => {
    const wrong = withAxis(centre(seat.id, 1, county, 30), centre(town.id, 2, township, 15))
    expect(lintAxis(wrong)).toMatchObject([
      {
        code: 'axis-centre-below-lower',
        facts: { high: seat.id, low: town.id, have: 30, want: 15 },
      },
    ])
    const silent = withAxis(centre(seat.id, 1, county), centre(town.id, 2, township, 15))
    expect(lintAxis(silent)).toMatchObject([{ facts: { have: '—' } }])
  })

  it('centres outside its area do not bind it, nor equal ranks each other (A17)', () => {
    expect(
      lintAxis(withAxis(centre(seat.id, 1, '331199100000', 30), centre(town.id, 2, township, 15))),
    ).toEqual([])
    expect(
      lintAxis(withAxis(centre(seat.id, 2, county, 30), centre(town.id, 2, township, 15))),
    ).toEqual([])
  })

  it('passes only where no higher centre is below a lower one inside it, whatever the values (A17)', () => {
    const minutes = fc.integer({ min: 5, max: 60 })
    fc.assert(
      fc.property(minutes, minutes, minutes, (a, b, c) => {
        const found = lintAxis(
          withAxis(
            centre(seat.id, 1, county, a),
            centre(town.id, 2, township, b),
            centre(village.id, 3, village.division, c),
          ),
        )
        expect(found.length === 0).toBe(a <= b && a <= c && b <= c)
      }),
      { numRuns: 60, seed: 17 },
    )
  })

  it('names places that are not there (A17)', () => {
    expect(lintAxis(withAxis(centre('nowhere', 1, county))).map((f) => f.code)).toEqual([
      'axis-place-unknown',
    ])
  })

  it('has a programme of what each place lacks, by rank, and its sites close the gaps (A17)', async () => {
    const axis = withAxis(centre(village.id, 3, village.division, 5), centre(seat.id, 1, county, 5))
    const programme = axisProgramme(axis, travel.base, supplyToday(axis.county, axis.catalogue))
    expect(programme.map((p) => [p.settlement, p.rank])).toEqual([[village.id, 3]])
    expect(programme[0]!.missing).toMatchObject([{ metric: 'maxTravelMin', want: 5 }])
    const built = applyChanges(axis, programmeChanges(programme)).input!
    const after = await yearTravel(built, { workers: 1 })
    const supply = supplyToday(built.county, built.catalogue)
    expect(axisProgramme(built, after.travel.base, supply)).toEqual([])
  })
})
