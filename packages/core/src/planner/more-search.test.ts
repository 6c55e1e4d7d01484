import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { random } from '../kernel/random.ts'
import type { Mode, Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import { solveTours } from './tours/solve-tours.ts'

const school = (id: string, x: number, capitalFen: number): LineFacility => ({
  id,
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    {
      toKind: 'villageClinic',
      capitalFen,
      yearCostFen: 500_000,
      lifeYears: 20,
      staffHoursYear: 100,
    },
  ],
})

/** A county in which sites, tours and money all pull: eight places, two buildings to convert, two vans. */
function countyOf(seed: number): LinePlan {
  const draw = random(seed)
  const xs = Array.from({ length: 8 }, () => 16 + draw.below(50))
  return linePlan(
    xs.map((x, k) => ({ id: `S${k}`, x, people: 40 + 10 * draw.below(12) })),
    [
      { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' },
      school('F-near', xs[0]!, 1_500_000 + 100_000 * draw.below(60)),
      school('F-far', xs[1]! + 1, 1_500_000 + 100_000 * draw.below(60)),
    ],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-01', 'maxTravelMin', 30),
      ],
      vehicles: ['van-1', 'van-2'].map((id) => ({
        id,
        depot: 'F-centre',
        costPerDayFen: 30_000,
        costPerKmFen: 200,
      })),
      settings: { budgetFen: 2_000_000 + 200_000 * draw.below(20) },
    },
  )
}

/** The levels in their order, down to the fewest changes; less is better in each. */
function levelsOf({ levels }: Plan): number[] {
  const at = (name: Plan['levels'][number]['level']) => levels.find((l) => l.level === name)!
  const missed = at('floorsMissed').byClass!.flatMap((c) => [c.mostAtOneSettlement, c.people])
  const later = (['cost', 'worstDecile', 'longestShift', 'changes'] as const).map(
    (name) => at(name).value,
  )
  return [...missed, ...later]
}

async function levels(made: LinePlan, mode: Mode, iterations: number): Promise<number[]> {
  const { plan } = await makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode,
      seed: 1,
      iterations,
      workers: 1,
      stop: (k) => k >= iterations,
      milp: solveMilpHere,
      solveTours,
    },
  )
  for (const { epsilon } of plan.levels) expect(epsilon).toBe(0)
  return levelsOf(plan)
}

/** Positive where the first is worse, level after level. */
function compareLevels(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((x, n) => Math.abs(x - b[n]!) > 1e-6)
  return k < 0 ? 0 : a[k]! - b[k]!
}

describe('more search', () => {
  const cases = [1, 6, 7].flatMap((seed) =>
    (['least-cost', 'most-need'] as const).map((mode) => [seed, mode] as const),
  )
  let better = 0

  it.each(cases)('never makes a plan worse by its levels: county %i, %s', async (seed, mode) => {
    const made = countyOf(seed)
    let before = await levels(made, mode, 1)
    for (const iterations of [300, 700, 1500, 4000]) {
      const now = await levels(made, mode, iterations)
      expect(compareLevels(now, before)).toBeLessThanOrEqual(0)
      better += compareLevels(now, before) < 0 ? 1 : 0
      before = now
    }
  })

  it('does make plans better', () => expect(better).toBeGreaterThan(2))
})
