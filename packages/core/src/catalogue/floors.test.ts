import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { benchmarksOn, floorsOn } from './floors.ts'
import { type AdoptedStandard, favours, Level, Metric } from './standard.ts'
import { startingCatalogue } from './starting-catalogue.ts'

const day = (text: string) => text as PlainDate
const today = day('2026-06-01')

const adopt = (over: Partial<AdoptedStandard>): AdoptedStandard => ({
  service: 'MED-01',
  metric: 'minVisitsPerVillageYear',
  value: 24,
  unit: 'visits/village/year',
  level: 'county',
  document: 'County notice 12',
  clause: '3.1',
  from: day('2026-01-01'),
  invented: true,
  ...over,
})

describe('floors in force', () => {
  const catalogue = startingCatalogue()

  test('the starting catalogue binds nobody until something is adopted', () => {
    expect(floorsOn(catalogue, [], today)).toEqual({ floors: [], findings: [] })
    expect(benchmarksOn(catalogue, today)).toHaveLength(104)
  })

  test('a catalogue value binds only with level, document and clause', () => {
    const own = startingCatalogue()
    const service = own.services.find((s) => s.id === 'MED-02')!
    Object.assign(service.standards[0]!, { document: 'Norms 2017', clause: '4.2' })
    const { floors } = floorsOn(own, [], today)
    expect(floors).toMatchObject([{ service: 'MED-02', value: 4, level: 'national' }])
    Object.assign(service.standards[0]!, { kind: 'benchmark' })
    expect(floorsOn(own, [], today).floors).toEqual([])
  })

  test('an adopted floor without a clause does not bind and is named', () => {
    const { floors, findings } = floorsOn(catalogue, [adopt({ clause: '' })], today)
    expect(floors).toEqual([])
    expect(findings.map((f) => f.code)).toEqual(['floor-without-clause'])
  })

  test('an unknown service is named', () => {
    const { floors, findings } = floorsOn(catalogue, [adopt({ service: 'XXX-99' })], today)
    expect(floors).toEqual([])
    expect(findings.map((f) => f.code)).toEqual(['standard-unknown-service'])
  })

  test('a local value below the national one is refused, and the national one binds', () => {
    const rows = [adopt({ level: 'national' }), adopt({ value: 12 })]
    const { floors, findings } = floorsOn(catalogue, rows, today)
    expect(floors).toMatchObject([{ value: 24, level: 'national' }])
    expect(findings).toMatchObject([{ code: 'standard-below-parent', at: { path: 'standards.1' } }])
  })

  test('a smaller number is stricter for a limit, and for the age from which something is free', () => {
    const limits: [Metric, number, number][] = [
      ['maxTravelMin', 60, 45],
      ['minAgeForFree', 70, 65],
    ]
    for (const [metric, national, local] of limits) {
      const pair = (value: number) => [
        adopt({ metric, value: national, level: 'national' }),
        adopt({ metric, value }),
      ]
      expect(floorsOn(catalogue, pair(local), today)).toMatchObject({
        floors: [{ value: local, level: 'county' }],
        findings: [],
      })
      expect(floorsOn(catalogue, pair(national + 5), today)).toMatchObject({
        floors: [{ value: national, level: 'national' }],
        findings: [{ code: 'standard-below-parent' }],
      })
    }
  })

  test('a new version holds from its day; an earlier day uses the old one (A40)', () => {
    const rows = [
      adopt({ value: 12, until: day('2026-05-31') }),
      adopt({ value: 24, from: day('2026-06-01') }),
    ]
    const on = (date: string) => floorsOn(catalogue, rows, day(date)).floors.map((f) => f.value)
    expect(on('2025-12-31')).toEqual([])
    expect(on('2026-01-01')).toEqual([12])
    expect(on('2026-05-31')).toEqual([12])
    expect(on('2026-06-01')).toEqual([24])
  })

  const row = fc.record({
    metric: fc.constantFrom(...Metric.options.filter((m) => favours[m] !== 'neither')),
    value: fc.integer({ min: 1, max: 100 }),
    level: fc.constantFrom(...Level.options),
    from: fc.constantFrom(day('2025-01-01'), day('2026-06-01'), day('2027-01-01')),
  })

  test('whatever is adopted, the floor is never below any level in force (A39)', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const adopted = rows.map((r) => adopt(r))
        const { floors } = floorsOn(catalogue, adopted, today)
        for (const s of adopted.filter((a) => a.from <= today)) {
          const floor = floors.find((f) => f.metric === s.metric)!
          if (favours[s.metric] === 'higher') expect(floor.value).toBeGreaterThanOrEqual(s.value)
          else expect(floor.value).toBeLessThanOrEqual(s.value)
        }
      }),
    )
  })

  test('row order does not matter', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const adopted = rows.map((r) => adopt(r))
        const shuffled: Catalogue = { ...catalogue, services: [...catalogue.services].reverse() }
        expect(floorsOn(shuffled, [...adopted].reverse(), today).floors).toEqual(
          floorsOn(catalogue, adopted, today).floors,
        )
      }),
    )
  })
})
