import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { expect, test } from 'vitest'
import { paretoPlans } from './pareto-plans.ts'

test('plans at falling budgets miss more and cost less, and none is dominated', async () => {
  const { county, catalogue, travel } = linePlan(
    [20, 40, 60].map((x) => ({ id: `S${x}`, x, people: 100 })),
    [{ id: 'F', x: 0, kind: 'townshipHealthCentre' }],
    {
      vehicles: [{ id: 'van', depot: 'F', costPerDayFen: 30_000, costPerKmFen: 200 }],
      standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)],
      settings: { assumptions: { fixedMaxMin: 10 } },
    },
  )
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  const found = await paretoPlans(input, travel, {
    seed: 1,
    workers: 1,
    budget: { iterations: 30 },
    signal: new AbortController().signal,
    steps: 2,
  })
  expect(found.made.map((p) => p.verdict)).toEqual(['valid', 'valid', 'valid'])
  for (const { cost, budgetFen } of found.made)
    if (budgetFen !== null) expect(cost).toBeLessThanOrEqual(budgetFen)
  const { front, made, reference } = found
  expect(front.length).toBeGreaterThan(1)
  front.forEach((p, k) => {
    if (k === 0) return
    expect(p.cost).toBeGreaterThan(front[k - 1]!.cost)
    expect(p.missed).toBeLessThan(front[k - 1]!.missed)
  })
  const beaten = made.filter((p) => !front.includes(p))
  for (const p of beaten)
    expect(front.some((q) => q.cost <= p.cost && q.missed <= p.missed)).toBe(true)
  expect(found.hypervolume).toBeGreaterThan(0)
  expect(reference.missed).toBe(300)
}, 180_000)
