import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import { horizonDaysOf } from '../plan/county.ts'
import { workdaysOf } from '../plan/workdays.ts'
import { explainFinding } from '../words/explain-finding.ts'
import { type LinePlan, linePlan, oneStopTours } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import type { PlanOptions } from './plan-options.ts'

const planned = async (made: LinePlan, more: Partial<PlanOptions> = {}) => {
  const options: PlanOptions = {
    mode: 'least-cost',
    seed: 1,
    iterations: 50,
    workers: 1,
    stop: (k) => k >= 50,
    milp: solveMilpHere,
    solveTours: oneStopTours,
    ...more,
  }
  return makePlan({ ...made, dataHash: 'hash' }, options)
}

const places = [
  { id: 'S0', x: 35, people: 60 },
  { id: 'S1', x: 45, people: 80 },
]
const centre = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }

describe('a budget that no plan can meet', () => {
  const county = (budgetFen: number, vans: readonly string[]) =>
    linePlan(places, [centre], {
      standards: [standard('MED-01', 'minVisitsPerVillageYear', 12)],
      vehicles: vans.map((id, k) => ({
        id,
        depot: 'F-centre',
        costPerKmFen: 200,
        yearCostFen: 3_000_000 + k * 1_000_000,
      })),
      settings: { budgetFen },
    })
  const budget = 5_000_000
  const vans = ['van-a', 'van-b']

  it('is one finding that names the rows, the least budget that fits and what to give up', async () => {
    const { findings, plan } = await planned(county(budget, vans), { mode: 'most-need' })
    const [found, ...more] = findings.filter((f) => f.code === 'budget-below-standing')
    expect(more).toEqual([])
    expect(found).toMatchObject({
      severity: 'error',
      at: { file: 'county.yaml', path: 'budgetYuan' },
      facts: { budget: 50_000, least: 70_000, short: 20_000, people: 140 },
    })
    expect(found!.facts.rows).toBe('van-b 40000; van-a 30000')
    expect(found!.facts.drop).toBe('van-b 40000')
    expect(explainFinding(found!, 'zh').remedy).toContain('van-b')
    expect(checkPlan({ ...county(budget, vans), plan }).verdict).toBe('broken')
  })

  it('is met by the budget it names, and by giving up what it names', async () => {
    for (const [fen, left] of [
      [7_000_000, vans],
      [budget, ['van-a']],
    ] as const) {
      const made = county(fen, left)
      const { findings, plan } = await planned(made, { mode: 'most-need' })
      expect(findings.map((f) => f.code)).not.toContain('budget-below-standing')
      expect(checkPlan({ ...made, plan }).verdict).toBe('valid')
    }
  })
})

describe('standards that no calendar can hold', () => {
  const county = (visits: number, gap: number) =>
    linePlan(places, [centre], {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', visits),
        standard('MED-01', 'maxGapDays', gap),
      ],
      vehicles: [{ id: 'van', depot: 'F-centre' }],
      // Nobody calls at the door.
      settings: { assumptions: { doorstepMaxMin: 1 } },
    })
  const made = county(400, 1)
  const horizon = horizonDaysOf(made.county)
  const days = workdaysOf(made.county.settings).length
  const most = Math.floor((days * 365) / horizon)

  it('are one finding with their rows and the nearest values, not one for each settlement', async () => {
    const { findings, plan } = await planned(made)
    expect(plan.shortages.length).toBeGreaterThan(1)
    expect(findings.map((f) => f.code)).not.toContain('floor-missed')
    const [found, ...more] = findings.filter((f) => f.code === 'standards-only-by-site')
    expect(more).toEqual([])
    expect(found).toMatchObject({
      at: { file: 'standards.yaml' },
      facts: { service: 'MED-01', settlements: 2, people: 140 },
    })
    const { what, remedy } = explainFinding(found!, 'en')
    expect(what).toContain('400')
    expect(remedy).toContain(`${most}`)
    expect(remedy).toContain('3')
  })

  it('hold at the nearest values, as far as the vehicles go', async () => {
    const { findings } = await planned(county(most, 3))
    expect(findings.map((f) => f.code)).not.toContain('standards-only-by-site')
  })

  it('leave other standards to be told where they are missed', async () => {
    const { findings } = await planned(county(12, 1))
    const metrics = findings.filter((f) => f.code === 'floor-missed').map((f) => f.at.path)
    expect(metrics.some((path) => path?.endsWith('maxGapDays'))).toBe(false)
    expect(findings.map((f) => f.code)).toContain('standards-only-by-site')
  })
})
