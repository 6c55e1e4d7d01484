import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { riseByTour, serviceIndex, villageIndices, waysOf } from './accessibility-index.ts'
import { gaussianTo } from './decay.ts'
import { limitsOf } from './limits.ts'
import { lineCatalogue, lineCounty } from './line-county.fixture.ts'
import { opportunitiesIn } from './opportunity.ts'
import { supplyToday } from './supply-today.ts'

const anyMinutes = fc.option(fc.integer({ min: 0, max: 90 }))
const anyTour = fc.record({
  walkMinutes: fc.integer({ min: 0, max: 40 }),
  gaps: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }),
})

describe('accessibility index', () => {
  it('rises by the amount predicted when a tour is added (A105)', () => {
    fc.assert(
      fc.property(anyMinutes, anyMinutes, anyTour, (walkMinutes, rideMinutes, tour) => {
        const before = serviceIndex({ walkMinutes, rideMinutes, tour: null })
        const after = serviceIndex({ walkMinutes, rideMinutes, tour })
        expect(after.index - before.index).toBeCloseTo(riseByTour(before, tour), 12)
        expect(after.index).toBeGreaterThanOrEqual(before.index - 1e-12)
      }),
    )
  })

  it('a hand case: a site at the door is 1, none is 0, a stop at the door every 60 days is a half', () => {
    expect(serviceIndex({ walkMinutes: 0, rideMinutes: null, tour: null }).index).toBe(1)
    expect(serviceIndex({ walkMinutes: null, rideMinutes: 60, tour: null }).index).toBe(0)
    const tour = { walkMinutes: 0, gaps: [60, 60, 60] }
    expect(serviceIndex({ walkMinutes: null, rideMinutes: null, tour }).index).toBe(0.5)
  })

  it('reads the ways of a county with a van once a month', () => {
    const catalogue = lineCatalogue()
    const { county, travel } = lineCounty(
      [
        { id: 'stop', x: 0, people: 10 },
        { id: 'near', x: 1, people: 30 },
      ],
      [{ id: 'clinic', x: 15, kind: 'villageClinic' }],
      {
        timetable: [
          {
            vehicle: 'van',
            settlement: 'stop',
            minutes: 60,
            rule: { by: 'weekday', weekday: 3, everyWeeks: 4 },
          },
        ],
      },
    )
    const find = opportunitiesIn(supplyToday(county, catalogue), travel, 365)
    const ways = waysOf(find('near', 'MED-01', limitsOf([], {})), 365)
    expect(ways).toMatchObject({ walkMinutes: null, rideMinutes: 28, tour: { walkMinutes: 15 } })
    expect(ways.tour!.gaps.reduce((a, b) => a + b, 0)).toBe(365)
    const [village] = villageIndices([
      { village: 'v', people: 30, ways },
      { village: 'v', people: 10, ways: { walkMinutes: null, rideMinutes: null, tour: null } },
    ])
    expect(village!.ride).toBeCloseTo(0.75 * gaussianTo(60)(28), 12)
  })
})
