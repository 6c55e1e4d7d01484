import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { type LinePlace, lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import { supplyToday } from './supply-today.ts'

const asOf = '2026-01-01' as PlainDate
const catalogue = lineCatalogue()

const places: LinePlace[] = [
  { id: 'a', x: 0, people: 1000 },
  { id: 'b', x: 15, people: 200 },
  { id: 'c', x: 17, people: 100 },
  { id: 'd', x: null, people: 30 },
  { id: 'e', x: 40, people: 20, road: false },
]
const clinic = { id: 'clinic', x: 0, kind: 'villageClinic' }

const measured = (input: ReturnType<typeof lineCounty>) =>
  measure({
    ...input,
    catalogue,
    supply: supplyToday(input.county, catalogue),
    asOf,
  })

const cellOf = (input: ReturnType<typeof lineCounty>, settlement: string, service = 'MED-01') =>
  measured(input).cells.find((c) => c.settlement === settlement && c.service === service)!

describe('measure', () => {
  it('counts 30 minutes at exactly 30 and names what is missing beyond', () => {
    const input = lineCounty(places, [clinic], {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
    })
    expect(cellOf(input, 'b').met).toBe(true)
    expect(cellOf(input, 'c')).toMatchObject({
      met: false,
      missing: [{ metric: 'maxTravelMin', want: 30, have: 34 }],
    })
    expect(cellOf(input, 'c').people).toBeCloseTo(100, 9)
    expect(cellOf(input, 'd')).toMatchObject({ state: 'unlocated', met: false })
    expect(cellOf(input, 'd').missing).toEqual([{ metric: 'maxTravelMin', want: 30, have: null }])
    expect(cellOf(input, 'e').state).toBe('no-road')
  })

  it('does not call a place roadless that stands by a road but far from everything', () => {
    const input = lineCounty([{ id: 'a', x: 5, people: 10 }], [clinic], {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
    })
    input.travel.resident.p50.fill(-1)
    expect(cellOf(input, 'a').state).toBe('ok')
    input.travel.resident.fromSnap.fill(-1)
    expect(cellOf(input, 'a').state).toBe('no-road')
  })

  it('falls back to assumed limits and says so', () => {
    const floors = [standard('MED-01', 'minVisitsPerVillageYear', 24)]
    const near = lineCounty([...places, { id: 'f', x: 30, people: 5 }], [clinic], {
      standards: floors,
    })
    expect(cellOf(near, 'f').met).toBe(true)
    expect(measured(near).findings.map((f) => f.code)).toContain('limit-assumed')
    const strict = lineCounty([{ id: 'f', x: 31, people: 5 }], [clinic], { standards: floors })
    expect(cellOf(strict, 'f')).toMatchObject({
      met: false,
      missing: [{ metric: 'minVisitsPerVillageYear', want: 24, have: 0 }],
    })
  })

  it('adds up distinct dates of all stops within a walk, and the gap round the year', () => {
    const input = lineCounty(
      [
        { id: 's1', x: 100, people: 10 },
        { id: 's2', x: 102, people: 10 },
        { id: 's3', x: 103, people: 10 },
      ],
      [clinic],
      {
        standards: [
          standard('MED-02', 'minVisitsPerVillageYear', 3),
          standard('MED-02', 'maxGapDays', 180),
        ],
        timetable: [
          {
            vehicle: 'van',
            settlement: 's1',
            minutes: 60,
            rule: { by: 'dates', dates: ['2026-01-05', '2026-07-01'] },
          },
          {
            vehicle: 'van',
            settlement: 's2',
            minutes: 60,
            rule: { by: 'dates', dates: ['2026-07-01', '2026-10-01'] },
          },
        ],
      },
    )
    // s1 is 2 km (30 minutes) from s2 and uses both: 5 January, 1 July, 1 October; gaps 177, 92, 96.
    expect(cellOf(input, 's1', 'MED-02')).toMatchObject({ met: true, missing: [] })
    expect(cellOf(input, 's1', 'MED-02').reach[0]).toEqual({
      mode: 'vehicle',
      place: 's1',
      seconds: 0,
      opportunities: 2,
      longestGapDays: 188,
    })
    // s3 is 15 minutes from s2 and 45 from s1: two dates; gaps 92 and 273.
    expect(cellOf(input, 's3', 'MED-02').missing).toEqual([
      { metric: 'maxGapDays', want: 180, have: 273 },
      { metric: 'minVisitsPerVillageYear', want: 3, have: 2 },
    ])
  })

  it('meets one facility per village by its own, by a shared one in reach, or by a vehicle (A54)', () => {
    const standards = [standard('MED-01', 'minFacilityPerVillage', 1)]
    const far = { id: 'far', x: 200, people: 50 }
    const own = lineCounty([far], [{ ...clinic, division: 'far' }], { standards })
    expect(cellOf(own, 'far').met).toBe(true)
    const none = lineCounty([far], [clinic], { standards })
    expect(cellOf(none, 'far').missing).toEqual([
      { metric: 'minFacilityPerVillage', want: 1, have: 0 },
    ])
    const closed = lineCounty([far], [{ ...clinic, division: 'far', state: 'vacant' }], {
      standards,
    })
    expect(cellOf(closed, 'far').met).toBe(false)
    const van = lineCounty([far], [clinic], {
      standards,
      timetable: [
        { vehicle: 'van', settlement: 'far', minutes: 60, rule: { by: 'monthDay', day: 5 } },
      ],
    })
    expect(cellOf(van, 'far').met).toBe(true)
  })

  it('does not count remote service, and leaves services without a floor out', () => {
    const input = lineCounty(
      [{ id: 'far', x: 200, people: 50 }],
      [{ id: 'thc', x: 0, kind: 'townshipHealthCentre' }],
      {
        standards: [standard('MED-01', 'maxTravelMin', 30), standard('MED-01', 'maxPriceYuan', 5)],
      },
    )
    const result = measured(input)
    expect(result.cells.map((c) => c.service)).toEqual(['MED-01'])
    expect(result.cells[0]).toMatchObject({ met: false, reach: [{ mode: 'remote', place: 'thc' }] })
    expect(result.findings.map((f) => f.code)).toContain('floor-not-of-place')
  })

  it('says what was estimated, assumed and not known', () => {
    const input = lineCounty([{ id: 'a', x: 0, people: 10 }], [clinic], {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
      settings: { horizon: { from: '2030-01-01', to: '2030-12-31' } },
    })
    const { findings } = measured(input)
    expect(findings.map((f) => [f.code, f.facts])).toEqual([
      ['holidays-unknown', { year: 2030 }],
      ['limit-assumed', { name: 'walkToStopMin', minutes: 30, services: 'MED-01' }],
      ['limit-assumed', { name: 'doorstepMaxMin', minutes: 60, services: 'MED-01' }],
    ])
  })

  it('leaves out places where nobody is entitled', () => {
    const input = lineCounty(
      [
        { id: 'a', x: 0, people: 10 },
        { id: 'empty', x: 1, people: 0 },
      ],
      [clinic],
      {
        standards: [standard('MED-01', 'maxTravelMin', 30)],
      },
    )
    expect(measured(input).cells.map((c) => c.settlement)).toEqual(['a'])
  })

  it('does not depend on the order of rows', () => {
    const facilities = [clinic, { id: 'clinic2', x: 30, kind: 'villageClinic' }]
    const standards = [standard('MED-01', 'maxTravelMin', 30)]
    const straight = measured(lineCounty(places, facilities, { standards }))
    const turned = measured(
      lineCounty([...places].reverse(), [...facilities].reverse(), { standards }),
    )
    expect(turned).toEqual(straight)
  })

  it('never lowers access by one more site or visit (A01)', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 80 }),
      people: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 1, max: 28 }),
        (drawn, sites, added, day) => {
          const all = drawn.map((p, k) => ({ ...p, id: `p${k}` }))
          const clinics = sites.map((x, k) => ({ id: `c${k}`, x, kind: 'villageClinic' }))
          const standards = [
            standard('MED-01', 'maxTravelMin', 30),
            standard('MED-01', 'minVisitsPerVillageYear', 6),
            standard('MED-02', 'maxGapDays', 40),
          ]
          const before = measured(lineCounty(all, clinics, { standards }))
          const after = measured(
            lineCounty(all, [...clinics, { id: 'new', x: added, kind: 'villageClinic' }], {
              standards,
              timetable: [
                { vehicle: 'van', settlement: 'p0', minutes: 60, rule: { by: 'monthDay', day } },
              ],
            }),
          )
          before.cells.forEach((cell, k) => {
            if (cell.met) expect(after.cells[k]!.met).toBe(true)
            expect(after.cells[k]!.missing.length).toBeLessThanOrEqual(cell.missing.length)
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})
