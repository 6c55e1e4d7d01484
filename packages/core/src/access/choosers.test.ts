import { describe, expect, it } from 'vitest'
import type { ProviderChoice } from '../catalogue/provider-choice.ts'
import { choosersUnder } from './choosers.ts'
import { lineCatalogue, lineCounty } from './line-county.fixture.ts'
import { supplyToday } from './supply-today.ts'

/** Two clinics and the hospital of the town, on a line: 2 minutes a kilometre. */
const shares = (choice: ProviderChoice, x: number, seat: [number, number] | null = [0, 0]) => {
  const { county, travel } = lineCounty(
    [{ id: 'S', x, people: 100 }],
    [
      { id: 'F-town', x: 0, kind: 'townshipHealthCentre' },
      { id: 'F-a', x: 20, kind: 'villageClinic' },
      { id: 'F-b', x: 30, kind: 'villageClinic' },
    ],
    { settings: { seat } },
  )
  const catalogue = lineCatalogue()
  const service = { ...catalogue.services.find((s) => s.id === 'MED-01')!, choice }
  const found = choosersUnder(county, travel, supplyToday(county, catalogue), [
    { settlement: 'S', service, people: 100 },
  ])
  return Object.fromEntries(found.map((c) => [c.facility, c.people]))
}

describe('people who are not steered', () => {
  it('go to the nearest site, some past it to the county town', () => {
    const nearest = { steerable: 0.7, rule: { by: 'nearest' } } as const
    expect(shares({ ...nearest, bypass: 0 }, 24)['F-a']).toBeCloseTo(30, 9)
    const some = shares({ ...nearest, bypass: 0.25 }, 24)
    expect(some['F-a']).toBeCloseTo(22.5, 9)
    expect(some['F-town']).toBeCloseTo(7.5, 9)
    expect(shares({ ...nearest, bypass: 0.25 }, 24, null)).toEqual({ 'F-a': expect.closeTo(30, 9) })
  })

  it('weigh minutes against attraction by the logit', () => {
    const found = shares(
      {
        steerable: 0,
        bypass: 0.1,
        rule: { by: 'logit', perMinute: 0.05, attraction: { townshipHealthCentre: 4 } },
      },
      24,
    )
    // Minutes 8, 12 and 48.
    const w = [Math.exp(-0.4), Math.exp(-0.6), 4 * Math.exp(-2.4)]
    const sum = w.reduce((a, b) => a + b, 0)
    expect(found['F-a']).toBeCloseTo((90 * w[0]!) / sum, 9)
    expect(found['F-b']).toBeCloseTo((90 * w[1]!) / sum, 9)
    expect(found['F-town']).toBeCloseTo(10 + (90 * w[2]!) / sum, 9)
  })

  it('are none where everybody is steered', () => {
    expect(shares({ steerable: 1, bypass: 0, rule: { by: 'nearest' } }, 24)).toEqual({})
  })
})
