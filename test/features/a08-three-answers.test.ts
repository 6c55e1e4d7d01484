import { diagnoseGaps } from '@kuashan/core/access/diagnose-gap.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'

const doctor = (id: string, employer: string, birthYear: number) => ({
  id,
  post: 'doctor',
  weeklyHours: 40,
  employer,
  birthYear,
  provenance: { method: 'entered' },
})

/** Crowded at 0, an old doctor at 40, nothing near 90; the hospital at 45 has room. */
function seeded(birthYear: number, capacity: number) {
  const made = linePlan(
    [
      { id: 'crowded', x: 0, people: 400 },
      { id: 'old-doctor', x: 40, people: 50 },
      { id: 'far', x: 90, people: 50 },
    ],
    [
      { id: 'F-small', x: 1, kind: 'townshipHealthCentre', capacityYear: { 'MED-01': capacity } },
      { id: 'F-village', x: 40, kind: 'villageClinic', capacityYear: { 'MED-01': 200 } },
      {
        id: 'F-hospital',
        x: 45,
        kind: 'countyHospital',
        capacityYear: { 'MED-01': 5000 },
        services: ['MED-01'],
      },
    ],
    {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
      vehicles: [],
      staff: [
        doctor('D1', 'F-small', 1990),
        doctor('D2', 'F-village', birthYear),
        doctor('D3', 'F-hospital', 1990),
        doctor('D4', 'F-hospital', 1985),
      ],
    },
  )
  const { county, catalogue, travel } = made
  return diagnoseGaps({
    county,
    catalogue,
    travel: travel.base,
    supply: supplyToday(county, catalogue),
    asOf: county.settings.asOf,
  })
}

describe('three problems, three answers (A08)', () => {
  it('re-allocates where a site is crowded, sends a tour where none is near, joins a consortium where staff leave (A08)', () => {
    const gaps = seeded(1955, 100)
    expect(gaps.map((g) => [g.settlement, g.diagnosis])).toEqual([
      [
        'crowded',
        { gap: 'imbalance', measure: 're-allocate', from: 'F-hospital', to: 'F-small', times: 300 },
      ],
      ['far', { gap: 'inaccessibility', measure: 'tour', nearestSeconds: 5400 }],
      [
        'old-doctor',
        { gap: 'quality', measure: 'join-consortium', site: 'F-village', lead: 'F-hospital' },
      ],
    ])
  })

  it('names no gap where there is room and a doctor who stays (A08)', () => {
    expect(seeded(1990, 1000).map((g) => g.settlement)).toEqual(['far'])
  })
})
