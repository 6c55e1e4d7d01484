import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { type DateRange, PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { countyInOrder } from '@kuashan/core/planner/county-in-order.ts'
import { type LinePlan, linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { planGround } from '@kuashan/core/planner/plan-ground.ts'
import { replanOffice } from '@kuashan/core/planner/replan/replan-ground.ts'
import type { ReplanProblem } from '@kuashan/core/planner/replan/replan-problem.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { centre, planned } from '../features/planning.fixture.ts'

/** Seven villages on one road, a health centre at either end, three vans: two here, one there. */
const villages = [6, 14, 21, 28, 37, 45, 52].map((x, k) => ({
  id: `V${k + 1}`,
  x,
  people: 60 + 40 * k,
}))
const far = { id: 'F-far', x: 60, kind: 'townshipHealthCentre' }
const options = {
  standards: [
    standard('MED-02', 'minVisitsPerVillageYear', 40),
    standard('MED-02', 'maxGapDays', 21),
  ],
  vehicles: [
    { id: 'van-1', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 },
    { id: 'van-2', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 },
    { id: 'van-3', depot: 'F-far', costPerDayFen: 40_000, costPerKmFen: 200 },
  ],
  staff: [...'abcdefghi'].map((id, k) => ({
    id,
    post: 'nurse',
    weeklyHours: 40,
    employer: k < 6 ? 'F-centre' : 'F-far',
    provenance: { method: 'entered' },
  })),
}

const whole = linePlan(villages, [centre, far], options)
export const line: LinePlan = { ...whole, county: countyInOrder(whole.county) }
export const published: Plan = await planned(line, 300)
export const office = replanOffice(planGround({ ...line, withinBorders: 'none' }), published)

export const day = (text: string): PlainDate => PlainDate.parse(text)

/** Travel with no way over a stretch of kilometres on these days. */
export function closedOn(stretch: readonly [number, number], range: DateRange): YearTravel {
  const cut = linePlan(villages, [centre, far], { ...options, closed: stretch })
  const travel = { ...line.travel.base, season: 'closed', vehicle: cut.travel.base.vehicle }
  return { base: line.travel.base, seasons: [{ range, travel }] }
}

export const asked = (
  change: Partial<ReplanProblem> & { county?: County } = {},
): ReplanProblem => ({
  county: line.county,
  travel: line.travel,
  changes: [],
  today: day('2026-03-02'),
  frozenUntil: day('2026-03-05'),
  locks: [],
  ...change,
})

/** Steady search: no clock. */
export const steady = { seed: 1, iterations: 40, stop: () => false }
