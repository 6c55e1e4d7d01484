import { coverageByService } from '@kuashan/core/access/coverage.ts'
import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { explainFinding } from '@kuashan/core/words/explain-finding.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

const problem = linePlan(
  [
    { id: 'S0', x: 40, people: 80 },
    { id: 'S1', x: 46, people: 50 },
  ],
  [centre],
  {
    standards: [
      standard('MED-01', 'minVisitsPerVillageYear', 24),
      standard('MED-02', 'minServicesPerPersonYear', 12),
    ],
    vehicles: [van],
  },
)
const { county, catalogue, travel } = problem

describe('people due and people met (A57)', async () => {
  const plan = await planned(problem)
  const checked = checkPlan({ ...problem, plan })
  const codes = (changed: Plan) =>
    checkPlan({ ...problem, plan: changed }).findings.map((f) => f.code)

  it('are reported, by the measure and by the checker (A57)', () => {
    const met = (of: Plan) =>
      coverageByService(
        measure({
          county,
          catalogue,
          travel: travel.base,
          supply: supplyOfPlan(county, catalogue, of),
          asOf: county.settings.asOf,
        }).cells,
      ).map((c) => [c.key, Math.round(c.entitled), Math.round(c.met)])
    expect(met(plan)).toEqual([
      ['MED-01', 130, 130],
      ['MED-02', 130, 130],
    ])
    expect(checked.figures.peopleDue).toBeCloseTo(260, 6)
    expect(checked.figures.peopleMissed).toBe(0)
    const none = { ...plan, tours: [] }
    expect(met(none).map((row) => row[2])).toEqual([0, 0])
    expect(checkPlan({ ...problem, plan: none }).figures.peopleMissed).toBeCloseTo(260, 6)
  })

  it('drive each visit: who is due decides person-times and the stay (A57)', () => {
    const byStop = new Map(plan.stops.map((s) => [s.id, s.settlement]))
    const times = plan.tours.flatMap((t) =>
      t.visits.map((v) => [byStop.get(v.stop), v.personTimes] as const),
    )
    // Twelve a year are shared by 24 visits: half of the people each time, and 12 % walk in.
    for (const [settlement, personTimes] of times) {
      const people = settlement === 'S0' ? 80 : 50
      expect(personTimes).toBeCloseTo(people * (0.12 + (12 * 56) / 365 / 4), 1)
    }
    expect(codes(plan)).not.toContain('visit-nobody-due')
  })

  it('question a visit with nobody due, and say what to do (A57)', () => {
    const [first] = plan.tours
    const visit = first!.visits[0]!
    const at = plan.stops.find((s) => s.id === visit.stop)!.settlement
    const assignments = plan.assignments.filter((a) => a.settlement !== at)
    const found = checkPlan({ ...problem, plan: { ...plan, assignments } }).findings
    const questions = found.filter((f) => f.code === 'visit-nobody-due')
    expect(questions).toHaveLength(
      plan.tours.flatMap((t) => t.visits).filter((v) => v.stop === visit.stop).length,
    )
    expect(questions[0]).toMatchObject({ severity: 'warning', facts: { stop: visit.stop } })
    expect(explainFinding(questions[0]!, 'en').what).toContain('Nobody is due')
    const idle = { ...visit, id: 'idle', services: [], personTimes: 0 }
    const tours = plan.tours.map((t, k) => (k === 0 ? { ...t, visits: [...t.visits, idle] } : t))
    expect(codes({ ...plan, tours })).toContain('visit-nobody-due')
  })
})
