import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import type { Plan, Visit } from '@kuashan/core/plan/plan.ts'
import { firstAnswer, onlyCancelled, replanMenu } from '@kuashan/core/planner/replan/replan.ts'
import type { Alternative, ReplanProblem } from '@kuashan/core/planner/replan/replan-problem.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asked, closedOn, day, line, office, published, steady } from './small-county.fixture.ts'

/** Visits by id with the day and vehicle they are made. */
const visitsOf = ({ tours }: Plan): Map<string, Visit & { date: string; vehicle: string }> =>
  new Map(
    tours.flatMap(({ date, vehicle, visits }) =>
      visits.map((v) => [v.id, { ...v, date, vehicle }] as const),
    ),
  )

const errorsOf = (plan: Plan, problem: ReplanProblem) =>
  checkPlan({ ...line, county: problem.county, travel: problem.travel, plan }).findings.filter(
    (f) => f.severity === 'error',
  )

const closures = fc.record({
  km: fc.integer({ min: 1, max: 57 }),
  start: fc.integer({ min: 0, max: 40 }),
  days: fc.integer({ min: 1, max: 12 }),
  frozen: fc.constantFrom(0, 1, 4),
  locks: fc.array(fc.nat(), { minLength: 8, maxLength: 14 }),
})

describe('a re-plan after a random closure', () => {
  const was = visitsOf(published)
  const ids = [...was.keys()]

  it('has a published plan to work on, valid and with every floor met', () => {
    expect(errorsOf(published, asked())).toEqual([])
    expect(published.shortages).toEqual([])
    expect(ids.length).toBeGreaterThan(30)
  })

  it('is valid, leaves days that are over, frozen days and locks as they were, and never serves fewer than cancelling', () => {
    fc.assert(
      fc.property(closures, ({ km, start, days, frozen, locks }) => {
        const from = addDays(day('2026-03-09'), start)
        const range = { from, to: addDays(from, days) }
        const travel = closedOn([km, km + 2], range)
        const [today, frozenUntil] = [addDays(from, -6), addDays(from, -frozen)]
        const locked = locks.map((k) => ids[k % ids.length]!)
        const problem = asked({ travel, today, frozenUntil, locks: locked })
        const first = firstAnswer(office, problem)
        const cancelled = onlyCancelled(office, problem)
        expect(first.provisional.peopleLosing).toBeLessThanOrEqual(cancelled.peopleLosing)
        if (first.brokenLocks.length > 0) return
        const answers: Alternative[] = [first.provisional, ...replanMenu(first, steady).menu]
        for (const { plan, lost } of answers) {
          expect(errorsOf(plan, problem)).toEqual([])
          const now = visitsOf(plan)
          for (const [id, visit] of was)
            if (visit.date < frozenUntil || locked.includes(id)) expect(now.get(id)).toEqual(visit)
          for (const [id, visit] of now)
            if (visit.date < frozenUntil) expect(visit).toEqual(was.get(id))
          expect(lost.length).toBe(plan.shortages.length)
        }
        const [fewest, cheapest, floors] = answers.slice(1) as [
          Alternative,
          Alternative,
          Alternative,
        ]
        const changed = ({ counts }: Alternative) =>
          counts.moved + counts['other-vehicle'] + counts.cancelled
        expect(changed(fewest)).toBeLessThanOrEqual(changed(first.provisional))
        for (const answer of [cheapest, floors])
          expect(answer.peopleLosing).toBeLessThanOrEqual(first.provisional.peopleLosing)
      }),
      { seed: 4, numRuns: 25 },
    )
  })

  it('opened again restores the cost of the plan before, or better', () => {
    fc.assert(
      fc.property(closures, ({ km, start, days }) => {
        const from = addDays(day('2026-03-05'), start)
        const closed = asked({
          travel: closedOn([km, km + 2], { from, to: addDays(from, days) }),
          frozenUntil: day('2026-03-02'),
        })
        const menu = replanMenu(firstAnswer(office, closed), steady).menu
        const detour = menu[1]!.plan
        const opened = asked({ frozenUntil: day('2026-03-02'), earlier: published })
        const again = replanMenu(firstAnswer({ ...office, plan: detour }, opened), steady)
        const cheapest = again.menu[1]!.plan
        expect(errorsOf(cheapest, opened)).toEqual([])
        expect(cheapest.shortages).toEqual([])
        const cost = (plan: Plan) => plan.levels.find((l) => l.level === 'cost')!.value
        expect(cost(cheapest)).toBeLessThanOrEqual(cost(published))
        expect([...visitsOf(cheapest).keys()].sort()).toEqual([...ids].sort())
      }),
      { seed: 5, numRuns: 8 },
    )
  })

  it('is the same to the byte for one seed', () => {
    const from = day('2026-03-16')
    const travel = closedOn([30, 33], { from, to: day('2026-03-27') })
    const menu = () => replanMenu(firstAnswer(office, asked({ travel })), steady)
    expect(JSON.stringify(menu())).toBe(JSON.stringify(menu()))
  })
})
