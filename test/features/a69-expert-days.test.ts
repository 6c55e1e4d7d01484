import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { type LinePlan, linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { StaffMember } from '@kuashan/core/resources/staff.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

/** Four villages far apart on one road; due for the specialist are all their people: 10, 21, 60 and 80. */
const people: Record<string, number> = { A: 10, B: 21, C: 60, D: 80 }
const made: LinePlan = linePlan(
  [-40, 32, 50, -60].map((x, k) => ({ id: 'ABCD'[k]!, x, people: people['ABCD'[k]!]! })),
  [centre],
  {
    standards: [standard('MED-02', 'minVisitsPerVillageYear', 24)],
    vehicles: [{ ...van, crew: 1 }],
  },
)
const vehicle = made.catalogue.services
  .find((s) => s.id === 'MED-02')!
  .channels.find((c) => c.mode === 'vehicle')!
Object.assign(vehicle, { specialist: 'fundus' })
made.county.staff = ['ann', 'eve'].map((id) =>
  StaffMember.parse({
    id,
    post: 'doctor',
    skills: id === 'eve' ? ['fundus'] : [],
    weeklyHours: 60,
    employer: 'F-centre',
    provenance: { method: 'entered' },
  }),
)
const withThreshold = (
  expertDayThreshold: number,
  more: Record<string, number> = {},
): LinePlan => ({
  ...made,
  county: {
    ...made.county,
    settings: { ...made.county.settings, assumptions: { expertDayThreshold, ...more } },
  },
})
const errors = (problem: LinePlan, plan: Plan) =>
  checkPlan({ ...problem, plan })
    .findings.filter((f) => f.severity === 'error')
    .map((f) => f.code)
const villagesOf = (plan: Plan) =>
  [...new Set(plan.experts?.days.map((d) => d.stop.split('@')[0]!))].sort()

describe('consult, Chinese medicine, fundus: expert days (A69)', async () => {
  const problem = withThreshold(21)
  const plan = await planned(problem, 100)

  it('appear only where more people are due than the threshold; images of the others are read later (A69)', async () => {
    expect(plan.shortages).toEqual([])
    expect(errors(problem, plan)).toEqual([])
    expect(villagesOf(plan)).toEqual(['C', 'D'])
    expect(plan.experts!.readings.map((r) => [r.stop.split('@')[0], r.reader, r.due])).toEqual([
      ['A', 'eve', 10],
      ['B', 'eve', 21],
    ])
    expect(villagesOf(await planned(withThreshold(20), 100))).toEqual(['B', 'C', 'D'])
    expect(villagesOf(await planned(withThreshold(80), 100))).toEqual([])
    expect(plan.assumed).toContainEqual({ what: 'expertDayThreshold', value: 21 })
  })

  it('go round: with one day a month every stop above the threshold has had its turn before any has two (A69)', async () => {
    const few = withThreshold(21, { expertDaysMonth: 1 })
    const rare = await planned(few, 100)
    expect(errors(few, rare)).toEqual([])
    expect(new Set(rare.experts!.days.map((d) => d.date)).size).toBe(2)
    expect(villagesOf(rare)).toEqual(['C', 'D'])
  })

  it('are of one who has the skill and is there; on days away nobody goes (A69)', async () => {
    const away = [{ from: PlainDate.parse('2026-03-01'), to: PlainDate.parse('2026-03-31') }]
    const [ann, eve] = problem.county.staff
    const absent = { ...problem, county: { ...problem.county, staff: [ann!, { ...eve!, away }] } }
    const found = await planned(absent, 100)
    expect(errors(absent, found)).toEqual([])
    expect(found.experts!.days.every((d) => d.date >= '2026-04-01' && d.staff === 'eve')).toBe(true)
    expect(errors(absent, plan)).toContain('expert-day-impossible')
  })

  it('are judged by the checker: too few people, a wrong specialist, too often, images that nobody reads (A69)', () => {
    const { days, readings } = plan.experts!
    const forged = (experts: Plan['experts']): Plan => ({ ...plan, experts })
    expect(errors(withThreshold(70), plan)).toContain('expert-day-unfounded')
    const wrong = days.map((d) => ({ ...d, staff: 'ann' }))
    expect(errors(problem, forged({ days: wrong, readings }))).toContain('expert-day-impossible')
    expect(errors(withThreshold(21, { expertDaysMonth: 1 }), plan)).toContain(
      'expert-out-too-often',
    )
    expect(errors(problem, forged({ days, readings: readings.slice(1) }))).toContain(
      'expert-images-unread',
    )
  })
})
