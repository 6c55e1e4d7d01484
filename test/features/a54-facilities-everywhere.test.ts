import { gapList } from '@kuashan/core/access/gap-list.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { describe, expect, it } from 'vitest'
import { catalogue, county, travel } from './three-valleys.fixture.ts'

/** Three valleys with service points where its clinics are, one point a village or a shared one within half an hour. */
const withPoints = (limitMinutes: number, points: readonly string[]): County => ({
  ...county,
  settings: { ...county.settings, services: ['CON-02'] },
  facilities: county.facilities.map((f) =>
    points.includes(f.id) ? { ...f, kind: 'servicePoint' as const, services: [] } : f,
  ),
  standards: [
    standard('CON-02', 'minFacilityPerVillage', 1),
    standard('CON-02', 'maxTravelMin', limitMinutes),
  ].map((s) => AdoptedStandard.parse(s)),
})

const listed = (of: County): string[] => {
  const { cells } = measure({
    county: of,
    catalogue,
    travel: travel.base,
    supply: supplyToday(of, catalogue),
    asOf: of.settings.asOf,
  })
  const gaps = gapList(cells, of.settlements).filter((g) =>
    g.missing.some((m) => m.metric === 'minFacilityPerVillage'),
  )
  return gaps.map((g) => g.settlement).sort()
}

/** By hand: neither a point in the village nor one in reach. */
function without(points: readonly string[], limitMinutes: number): string[] {
  const { resident } = travel.base
  const villages = new Set(
    county.facilities.filter((f) => points.includes(f.id)).map((f) => f.division),
  )
  return county.settlements
    .filter((s) => s.permanent.total > 0 && !villages.has(s.division))
    .filter((s) =>
      points.every((id) => {
        const seconds =
          resident.p50[resident.from.indexOf(s.id) * resident.to.length + resident.to.indexOf(id)]!
        return seconds < 0 || seconds > limitMinutes * 60
      }),
    )
    .map((s) => s.id)
    .sort()
}

const open = county.facilities.filter((f) => f.state === 'open').map((f) => f.id)

describe('full coverage of comprehensive facilities (A54)', () => {
  it('lists every village with no point and no shared one, and no other (A54)', () => {
    for (const limit of [5, 20, 30])
      for (const points of [open, open.slice(0, 1), open.slice(1)]) {
        expect(listed(withPoints(limit, points))).toEqual(without(points, limit))
      }
    expect(without(open, 20).length).toBeGreaterThan(0)
    expect(without(open, 600)).toEqual([])
  })

  it('a point that closes puts its villages on the list (A54)', () => {
    const of = withPoints(5, open)
    const shut = {
      ...of,
      facilities: of.facilities.map((f) => ({ ...f, state: 'vacant' as const })),
    }
    expect(listed(shut).length).toBeGreaterThan(listed(of).length)
    expect(listed(shut)).toEqual(
      of.settlements
        .filter((s) => s.permanent.total > 0)
        .map((s) => s.id)
        .sort(),
    )
  })
})
