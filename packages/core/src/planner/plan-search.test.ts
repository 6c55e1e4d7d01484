import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAfterCost, compareToCost, type PlanScore } from './plan-score.ts'
import { type Found, keep, settle, startSearch } from './plan-search.ts'

const score = (missed: number, value: number, worstDecile: number): PlanScore => ({
  overBudget: 0,
  missed: [missed, missed],
  servableMissed: [missed],
  needServed: 0,
  value,
  worstDecile,
  longestShift: 0,
  changes: 0,
})
const found = (of: PlanScore): Found => ({
  evaluated: { score: of } as Found['evaluated'],
  choice: { groups: [], sites: [], stops: [], limits: new Map() },
  chosen: { option: new Int32Array(0), sites: new Set(), value: 0, bound: null, tight: new Set() },
})
const start = () => startSearch(() => null, { sunk: 900, secondFen: null })

describe('the plan proposed of those carried out', () => {
  it('is never worse by its levels for one plan more', () => {
    const any = fc.tuple(fc.nat(1), fc.integer({ min: 990, max: 1010 }), fc.nat(9))
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 9 }), (plans) => {
        const search = start()
        let before: PlanScore | null = null
        for (const plan of plans) {
          keep(search, found(score(...plan)), 0)
          const now = settle(search, 0).evaluated.score
          if (before !== null)
            expect(compareToCost(now, before) || compareAfterCost(now, before)).toBeLessThanOrEqual(
              0,
            )
          before = now
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('may with slack be dearer by that part of what it decides, for the worst-off', () => {
    const search = start()
    const plans = [score(0, 1000, 9), score(0, 1005, 4), score(0, 1020, 1), score(1, 950, 1)]
    for (const plan of plans) keep(search, found(plan), 0.1)
    expect(settle(search, 0.1).evaluated.score.value).toBe(1005)
  })
})
