import { coverageOfAll } from '@kuashan/core/access/coverage.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { figureOf, headlines } from '@kuashan/core/figures/definitions/all-figures.ts'
import { evaluateFigure, recordsBehind } from '@kuashan/core/figures/evaluate-figure.ts'
import { bookOfMeasurement, recordBook } from '@kuashan/core/figures/record-book.ts'
import { evaluateReport } from '@kuashan/core/figures/report.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

const problem = linePlan(
  [5, 20, 40, 50].map((x, k) => ({ id: `S${k}`, x, people: 60, division: `33119910020${k}` })),
  [centre],
  {
    standards: [
      standard('MED-01', 'maxTravelMin', 30),
      standard('MED-01', 'minVisitsPerVillageYear', 12),
    ],
    vehicles: [{ ...van, yearCostFen: 2_000_000 }],
  },
)
const { county, catalogue, travel } = problem
const { from, to } = county.settings.horizon
const when = { asOf: county.settings.asOf, from, to, cumulative: false }

function bookOf(plan?: Plan) {
  const supply = plan ? supplyOfPlan(county, catalogue, plan) : supplyToday(county, catalogue)
  const asOf = county.settings.asOf
  const measurement = measure({ county, catalogue, travel: travel.base, supply, asOf })
  return recordBook({ county, catalogue, travel, supply, measurement, ...(plan ? { plan } : {}) })
}

describe('expand coverage, improve quality, reduce costs, increase efficiency (A51)', async () => {
  const plan = await planned(problem)
  const [now, then] = [bookOf(), bookOf(plan)]

  it('has four headlines, each with a definition in both languages (A51)', () => {
    expect(headlines.map(({ headline }) => headline)).toEqual([
      'coverage',
      'quality',
      'cost',
      'efficiency',
    ])
    for (const { counts } of headlines)
      expect([counts.zh.length, counts.en.length].every((n) => n > 10)).toBe(true)
  })

  it.each(headlines.map((figure) => [figure.headline, figure] as const))(
    '%s equals the sum of its records, today and planned, in all and by service (A51)',
    (_, figure) => {
      for (const book of [now, then]) {
        const { total, rows } = evaluateFigure(figure, book, when, 'service')
        const sums = (by: { dimension: 'service'; key: string } | null) => {
          const behind = recordsBehind(figure, book, when, by)
          return {
            top: behind.reduce((n, r) => n + r.top, 0),
            bottom: behind.reduce((n, r) => n + (r.bottom ?? 0), 0),
          }
        }
        const of = ({ top, bottom }: { top: number; bottom: number }) =>
          figure.formula.of === 'sum'
            ? top
            : (top * (figure.headline === 'efficiency' ? 100 : 1)) / bottom
        expect(of(sums(null))).toBeCloseTo(total.value!, 9)
        for (const { key, value } of rows)
          if (value !== null) expect(of(sums({ dimension: 'service', key }))).toBeCloseTo(value, 9)
      }
    },
  )

  it('puts the plan beside its baseline: more met, at what it costs (A51)', () => {
    const ids = headlines.map(({ id }) => id)
    const ask = { figures: ids, by: null, when, sides: [{ of: 'today' as const }] }
    const rows = evaluateReport(ask, [now, then])
    const value = (id: string, side: number) =>
      rows.find((r) => r.figure === id)!.values[side]!.value
    // By hand: S0 is 10 minutes from the centre and S1 40; only S0 is within 30, and nobody is visited today.
    expect(value('coverage', 0)).toBeLessThan(value('coverage', 1)!)
    expect(value('coverage', 1)).toBe(1)
    expect(value('coverage', 0)).toBe(0.25)
    const { cells } = measure({
      county,
      catalogue,
      travel: travel.base,
      supply: supplyToday(county, catalogue),
      asOf: county.settings.asOf,
    })
    expect(value('coverage', 0)).toBe(coverageOfAll(cells).share)
    expect(value('runningCost', 1)).toBe(plan.costs.plan.cashFen)
    expect(value('runningCost', 0)).toBe(plan.costs.today.cashFen)
  })

  it('sees quality rise before a need is met altogether (A51)', () => {
    const supply = supplyToday(county, catalogue)
    const { asOf } = county.settings
    const found = measure({ county, catalogue, travel: travel.base, supply, asOf })
    const of = (cells: typeof found.cells) => {
      const measurement = { cells, floors: found.floors }
      const kept = bookOfMeasurement({ county, catalogue, remote: new Set(), measurement })
      return ['coverage', 'standardsKept'].map(
        (id) => evaluateFigure(figureOf(id)!, kept, when, null).total.value,
      )
    }
    expect(of(found.cells)).toEqual([0.25, 0.25])
    // Of four places with two floors each, one kept both and three kept none; now these keep one.
    expect(of(found.cells.map((c) => ({ ...c, missing: c.missing.slice(1) })))).toEqual([
      0.25, 0.625,
    ])
  })
})
