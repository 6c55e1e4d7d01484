import { remoteSettlements } from '@kuashan/core/access/remote-settlements.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { gapFigures } from '@kuashan/core/figures/definitions/gaps.ts'
import { evaluateFigure } from '@kuashan/core/figures/evaluate-figure.ts'
import type { FigureRecord, RecordBook } from '@kuashan/core/figures/figure.ts'
import { gapBetween } from '@kuashan/core/figures/gap-between.ts'
import { bookOfMeasurement, recordBook } from '@kuashan/core/figures/record-book.ts'
import { evaluateReport } from '@kuashan/core/figures/report.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, county, measured, today, travel } from './three-valleys.fixture.ts'

const { from, to } = county.settings.horizon
const when = { asOf: county.settings.asOf, from, to, cumulative: false }

/** People of groups and the share of them that is served, as records of one service. */
const groupsOf = fc
  .array(
    fc.record({
      people: fc.integer({ min: 1, max: 5000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((groups) => groups.map((g, k) => ({ ...g, key: `g${String(k).padStart(2, '0')}` })))

type Groups = readonly { key: string; people: number; share: number }[]
const recordsOf = (groups: Groups, dimension: 'township' | 'urbanRural' | 'site'): FigureRecord[] =>
  groups.map(({ key, people, share }) => ({
    id: key,
    on: null,
    place: null,
    keys: { [dimension]: key, service: 'EDU-01' },
    quantities: { entitled: people, met: people * share, teachers: people * share, pupils: people },
  }))

const bookWith =
  (records: readonly FigureRecord[]): RecordBook =>
  (source) =>
    source === 'cell' || source === 'school' ? records : null

describe('the three gaps of common prosperity (A06)', () => {
  it('halves the indicator where a seeded gap is closed by half (A06)', () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const best = Math.max(...groups.map(({ share }) => share))
        const closed = groups.map((g) => ({ ...g, share: (g.share + best) / 2 }))
        for (const figure of gapFigures) {
          const { formula } = figure
          if (formula.of !== 'gap' || formula.between === 'urbanRural') continue
          const gap = (of: Groups) =>
            evaluateFigure(
              figure,
              bookWith(recordsOf(of, formula.between as 'township')),
              when,
              null,
            ).total.value!
          expect(gap(closed)).toBeCloseTo(gap(groups) / 2, 9)
        }
      }),
    )
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (urban, rural, people) => {
          const gap = (share: number) =>
            evaluateFigure(
              figureOf('gapUrbanRural')!,
              bookWith(
                recordsOf(
                  [
                    { key: 'urban', people: 10, share: urban },
                    { key: 'rural', people, share },
                  ],
                  'urbanRural',
                ),
              ),
              when,
              null,
            ).total.value!
          expect(gap(rural)).toBeCloseTo(urban - rural, 9)
          expect(gap((rural + urban) / 2)).toBeCloseTo(gap(rural) / 2, 9)
        },
      ),
    )
  })

  it('names who is best and who is worst, and needs two to be apart (A06)', () => {
    const gap = gapBetween(
      recordsOf(
        [
          { key: 'a', people: 10, share: 0.5 },
          { key: 'b', people: 40, share: 0.9 },
          { key: 'c', people: 20, share: 0.7 },
        ],
        'township',
      ),
      'township',
      'met',
      'entitled',
    )!
    expect([gap.best.key, gap.worst.key]).toEqual(['b', 'a'])
    expect(gap.gap).toBeCloseTo(0.4, 9)
    expect(gapBetween(recordsOf([], 'township'), 'township', 'met', 'entitled')).toBe(null)
  })

  it('has each of them for every service measured, by hand in the example (A06)', () => {
    const measurement = measured(today)
    const book = recordBook({ county, catalogue, travel, supply: today, measurement })
    const services = [...new Set(measurement.cells.map((c) => c.service))]
    for (const id of ['gapUrbanRural', 'gapTownship', 'gapSite']) {
      const { rows } = evaluateFigure(figureOf(id)!, book, when, 'service')
      expect(rows.map(({ key }) => key)).toEqual(services.sort())
    }
    const med = (id: string) =>
      evaluateFigure(figureOf(id)!, book, when, 'service').rows.find((r) => r.key === 'MED-01')!
        .value
    // 160 of 2,960 are missed in Huigu and 40 of 1,040 in Beikeng; none of 1,900 in the county town, 200 of 2,100 elsewhere.
    expect(med('gapTownship')).toBeCloseTo(160 / 2960 - 40 / 1040, 9)
    expect(med('gapUrbanRural')).toBeCloseTo(200 / 2100, 9)
  })

  it('shows the trend over measurements that were kept (A06)', () => {
    const remote = remoteSettlements(county, travel.base.resident)
    const closing = {
      ...county,
      facilities: county.facilities.map((f) => ({ ...f, state: 'open' as const, services: [] })),
    }
    const books = [today, supplyToday(closing, catalogue)].map((supply) =>
      bookOfMeasurement({ county, catalogue, remote, measurement: measured(supply) }),
    )
    const ask = {
      figures: ['gapUrbanRural', 'trips'],
      by: 'service' as const,
      when,
      sides: [{ of: 'today' as const }],
    }
    const rows = evaluateReport(ask, books)
    const gap = rows.find(({ figure, key }) => figure === 'gapUrbanRural' && key === null)!
    expect(gap.values).toHaveLength(2)
    expect(gap.values.every(({ value }) => value !== null)).toBe(true)
    // A measurement says what is reached; of trips it knows nothing.
    expect(rows.find(({ figure }) => figure === 'trips')!.values.map((v) => v.value)).toEqual([
      null,
      null,
    ])
  })
})
