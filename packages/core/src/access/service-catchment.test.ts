import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import { serviceCatchment } from './service-catchment.ts'
import { supplyToday } from './supply-today.ts'

const catalogue = lineCatalogue()

const indices = (visits: number, neighbour = false) => {
  const input = lineCounty(
    [
      { id: 'a', x: 0, people: 100 },
      { id: 'b', x: 5, people: 300 },
      { id: 'z', x: 500, people: 50 },
      ...(neighbour ? [{ id: 'y', x: 501, people: 30 }] : []),
    ],
    [{ id: 'clinic', x: 0, kind: 'villageClinic', capacityYear: { 'MED-01': 800 } }],
    {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
      timetable: [
        {
          vehicle: 'van',
          settlement: 'z',
          minutes: 1200 / visits,
          rule: {
            by: 'dates',
            dates: Array.from(
              { length: visits },
              (_, k) => `2026-${String(k + 1).padStart(2, '0')}-15`,
            ),
          },
        },
      ],
    },
  )
  const supply = supplyToday(input.county, catalogue)
  const { cells } = measure({ ...input, catalogue, supply, asOf: '2026-01-01' as PlainDate })
  return serviceCatchment({
    ...input,
    supply,
    cells,
    service: 'MED-01',
    maxMinutes: 60,
    maxWalkMinutes: 30,
    wait: { form: 'step', days: 10 },
  })
}

describe('service catchment', () => {
  it('gives every index of one service by settlement', () => {
    const { rows, assumedCapacity, lateSupply, raamGap } = indices(12)
    expect(rows.map((r) => r.settlement)).toEqual(['a', 'b', 'z'])
    // 800 services over 400 people; van: 12 visits × 5 (half of its 100 minutes is MED-02's) over 50 people.
    expect(rows[0]!.twoStep).toBeCloseTo(2, 9)
    expect(rows[2]!.twoStep).toBeCloseTo(1.2, 2)
    // y walks 15 minutes to the stop at z and shares it: 60 services, 50 people at z and 30 at y.
    expect(indices(12, true).rows.map((r) => [r.settlement, r.twoStep])).toContainEqual([
      'z',
      expect.closeTo(60 / 80, 2),
    ])
    // A need at z keeps 10 days: 12 gaps of about a month, a third of the year counts.
    expect(rows[2]!.timely).toBeCloseTo((1.2 * 120) / 365, 2)
    expect(lateSupply).toBeCloseTo(60 * (1 - 120 / 365), 0)
    expect(assumedCapacity).toEqual([])
    expect(raamGap).toBeLessThan(1e-6)
  })

  it('sees that half as many visits, each twice as big, serve as many but later', () => {
    const [often, seldom] = [indices(12).rows[2]!, indices(6).rows[2]!]
    expect(seldom.twoStep).toBeCloseTo(often.twoStep, 9)
    expect(seldom.timely).toBeCloseTo(often.timely / 2, 9)
    expect(seldom.timeExpanded).toBeLessThan(often.timeExpanded)
  })
})
