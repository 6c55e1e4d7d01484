import { countyGround } from '@kuashan/core/access/county-ground.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { evaluateFigure } from '@kuashan/core/figures/evaluate-figure.ts'
import type { FigureRecord } from '@kuashan/core/figures/figure.ts'
import { balanceOf, ledgerOf } from '@kuashan/core/figures/ledger/ledger.ts'
import { splitFen } from '@kuashan/core/figures/ledger/split-fen.ts'
import { recordBook } from '@kuashan/core/figures/record-book.ts'
import { evaluateReport } from '@kuashan/core/figures/report.ts'
import { costsToday } from '@kuashan/core/plan/costs-today.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'
import { catalogue, county, measured, today, travel } from './three-valleys.fixture.ts'

const { from, to } = county.settings.horizon
const when = { asOf: county.settings.asOf, from, to, cumulative: false }
const sum = (fen: Iterable<number>) => [...fen].reduce((a, b) => a + b, 0)

describe('investment ledger (A52)', () => {
  const measurement = measured(today)
  const input = { county, catalogue, travel, supply: today, measurement }
  const lines = ledgerOf(countyGround(input))

  it('balances: services, places and sources each add up to the whole, in whole fen (A52)', () => {
    const { total, services, places, townships, funds } = balanceOf(lines)
    expect(lines.every(({ fen }) => Number.isInteger(fen))).toBe(true)
    for (const way of [services, places, townships, funds]) expect(sum(way.values())).toBe(total)
    expect(total).toBe(costsToday(county, travel).cashFen)
    expect(services.size).toBeGreaterThan(1)
    expect(places.size).toBeGreaterThan(2)
    expect([...funds.keys()]).toContain('health')
  })

  it('balances for a plan, with running cash and capital as the plan states them (A52)', async () => {
    const problem = linePlan(
      [5, 40, 50].map((x, k) => ({ id: `S${k}`, x, people: 60, division: `33119910020${k}` })),
      [
        centre,
        {
          id: 'F-old',
          x: 45,
          kind: 'primarySchool',
          state: 'vacant',
          conversions: [
            { toKind: 'villageClinic', capitalFen: 1_000_001, yearCostFen: 33_333, fund: 'build' },
          ],
        },
      ],
      { standards: [standard('MED-01', 'minVisitsPerVillageYear', 12)], vehicles: [van] },
    )
    const made = await planned(problem)
    const plan: Plan = {
      ...made,
      sites: made.sites.map((site) =>
        site.facility === 'F-old'
          ? {
              ...site,
              action: 'convert',
              toKind: 'villageClinic',
              services: ['MED-01', 'MED-02'],
              capitalFen: 1_000_001,
              fund: 'build',
            }
          : site,
      ),
    }
    const supply = supplyOfPlan(problem.county, problem.catalogue, plan)
    const { asOf } = problem.county.settings
    const found = measure({ ...problem, travel: problem.travel.base, supply, asOf })
    const planLines = ledgerOf(countyGround({ ...problem, supply, measurement: found, plan }))
    const running = planLines.filter(({ kind }) => kind === 'running')
    const converted = made.sites.find((s) => s.facility === 'F-old')?.action === 'convert'
    expect(sum(running.map(({ fen }) => fen))).toBe(
      made.costs.plan.cashFen + (converted ? 0 : 33_333),
    )
    const hours = recordBook({ ...problem, supply, measurement: found, plan })('work')!
    const worked = sum(hours.map(({ quantities }) => quantities.staffSeconds ?? 0)) / 3600
    expect(worked).toBeCloseTo(made.costs.plan.staffHours, 1)
    const capital = balanceOf(planLines.filter(({ kind }) => kind === 'capital'))
    expect(capital.total).toBe(1_000_001)
    expect([...capital.funds]).toEqual([['build', 1_000_001]])
  })

  it('lays what hired cars cost to those they bring, and nothing to those on a bus line (A52)', () => {
    const [hiredFrom, busFrom] = county.settlements.map(({ id }) => id) as [string, string]
    const ride = (by: 'hired' | 'bus', settlement: string) => ({
      id: by,
      site: county.facilities[0]!.id,
      by,
      vehicle: null,
      dates: [from],
      pickups: [{ settlement, riders: [{ settlement, walkSeconds: 0 }] }],
      services: ['MED-01'],
      metres: 10_000,
      people: 5,
    })
    const rides = [ride('hired', hiredFrom), ride('bus', busFrom)]
    const plan = { sites: [], stops: [], tours: [], rides } as unknown as Plan
    const hired = ledgerOf(countyGround({ ...input, plan })).filter(
      ({ id, vehicleKind }) => id.startsWith('running  ') && vehicleKind === undefined,
    )
    expect(hired.map(({ place }) => place)).toEqual([hiredFrom])
    expect(hired[0]!.fen).toBeGreaterThan(0)
  })

  it('splits any amount into whole fen that add up to it again (A52)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 9 }),
        (fen, weights) => {
          const parts = splitFen(
            fen,
            weights.map((weight, k) => ({ id: `k${k}`, weight })),
          )
          expect(sum(parts.values())).toBe(fen)
          expect([...parts.values()].every((part) => Number.isInteger(part) && part >= 0)).toBe(
            true,
          )
        },
      ),
    )
  })

  /** Services as ranked, from needs met and fen of each. */
  const ranked = (given: readonly (readonly [key: string, met: number, fen: number])[]) => {
    const recordsOf = (quantity: 'met' | 'runningFen', k: 1 | 2) =>
      given.map(
        (row): FigureRecord => ({
          id: row[0],
          on: null,
          place: null,
          keys: { service: row[0] },
          quantities: { [quantity]: row[k] },
        }),
      )
    const kept = { cell: recordsOf('met', 1), money: recordsOf('runningFen', 2) }
    const ask = {
      figures: ['outcomePerYuan'],
      by: 'service' as const,
      when,
      sides: [{ of: 'today' as const }],
    }
    const rows = evaluateReport(ask, [(s) => (s === 'cell' || s === 'money' ? kept[s] : null)])
    return rows.slice(1).map(({ key, values }) => [key, values[0]!.value])
  }

  it('ranks by what a yuan brings, the same whatever the order of the data (A52)', () => {
    const given = fc.uniqueArray(
      fc.tuple(
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      { selector: ([key]) => key },
    )
    fc.assert(
      fc.property(given, (rows) => {
        expect(ranked([...rows].reverse())).toEqual(ranked(rows))
      }),
    )
    const rows = [
      ['free', 5, 0],
      ['b', 10, 100],
      ['a', 10, 100],
      ['c', 30, 200],
    ] as const
    expect(ranked(rows)).toEqual([
      ['c', 15],
      ['a', 10],
      ['b', 10],
      ['free', null],
    ])
  })

  it('is what the figure of efficiency divides by, service by service (A52)', () => {
    const { rows } = evaluateFigure(figureOf('outcomePerYuan')!, recordBook(input), when, 'service')
    const { services } = balanceOf(lines)
    for (const { key, value, top, bottom } of rows) {
      const own = measurement.cells.filter((c) => c.service === key && c.met)
      expect(top).toBeCloseTo(sum(own.map(({ people }) => people)), 6)
      expect(bottom).toBe(services.get(key) ?? 0)
      expect(value).toBe(bottom! > 0 ? (top * 100) / bottom! : null)
    }
  })
})
