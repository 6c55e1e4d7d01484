import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { describe, expect, it } from 'vitest'
import { centre, planned, van } from './planning.fixture.ts'

const problem = linePlan(
  [
    { id: 'hamlet', x: 30, people: 60 },
    { id: 'town', x: 1, people: 400 },
    { id: 'other', x: 25, people: 80 },
  ],
  [centre],
  {
    vehicles: [van],
    standards: [
      standard('MED-01', 'maxTravelMin', 20),
      standard('MED-01', 'minVisitsPerVillageYear', 12),
    ],
  },
)
const input: CountyInput = {
  county: problem.county,
  catalogue: problem.catalogue,
  roads: null,
  terrain: { tiles: [] },
  minutes: null,
}
const gather = Change.array().parse([
  {
    do: 'resettle',
    from: 'hamlet',
    to: 'town',
    years: [
      { year: 2027, share: 0.5 },
      { year: 2028, share: 0.5 },
      { year: 2029, share: 1 },
    ],
  },
])
const inYear = (year: number) => applyChanges(input, gather, { year }).input!.county
const people = (county: CountyInput['county'], id?: string) =>
  county.settlements
    .filter((s) => id === undefined || s.id === id)
    .reduce((sum, s) => sum + s.permanent.total, 0)

describe('population aggregation (A18)', () => {
  it('shares move to the centre year by year, and the total is conserved (A18)', () => {
    const years = [2026, 2027, 2028, 2029]
    expect(years.map((y) => people(inYear(y), 'hamlet'))).toEqual([60, 30, 15, 0])
    expect(years.map((y) => people(inYear(y)))).toEqual([540, 540, 540, 540])
  })

  it('an emptied hamlet leaves the tours only when nobody lives there (A18)', async () => {
    const visited = async (year: number) => {
      const plan = await planned({ ...problem, county: inYear(year) }, 200)
      return new Set(plan.tours.flatMap((t) => t.visits.map((v) => v.stop.split(' ')[0])))
    }
    const stopsAt = async (year: number) =>
      [...(await visited(year))].some((stop) => stop?.includes('hamlet'))
    expect(await stopsAt(2026)).toBe(true)
    expect(await stopsAt(2028)).toBe(true)
    expect(await stopsAt(2029)).toBe(false)
  })
})
