import type { Milp } from '@kuashan/core/kernel/milp.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import { describe, expect, it } from 'vitest'
import { milpSolver, solveMilp } from './solve-milp.ts'
import { solveMilpHere } from './solve-milp-here.ts'

const binary = (name: string, cost: number) => ({ name, cost, low: 0, high: 1, integer: true })

function knapsack(
  items: readonly (readonly [value: number, weight: number])[],
  room: number,
): Milp {
  return {
    variables: items.map(([value], k) => binary(`x${k}`, -value)),
    rows: [
      {
        name: 'room',
        low: Number.NEGATIVE_INFINITY,
        high: room,
        terms: items.map(([, weight], k) => [k, weight] as const),
      },
    ],
  }
}

/** Several knapsack rows at once, so that branching is needed. */
function hardKnapsack(seed: number): Milp {
  const source = random(seed)
  const n = 40
  return {
    variables: Array.from({ length: n }, (_, k) => binary(`x${k}`, -source.below(90) - 10)),
    rows: Array.from({ length: 5 }, (_, r) => ({
      name: `r${r}`,
      low: Number.NEGATIVE_INFINITY,
      high: 500,
      terms: Array.from({ length: n }, (_, k) => [k, source.below(90) + 10] as const),
    })),
  }
}

describe.each([
  ['in its own worker', solveMilp],
  ['on this thread', solveMilpHere],
])('solveMilp %s', (_, solve) => {
  it('solves a knapsack to a proven optimum with exact integers', async () => {
    const result = await solve(
      knapsack(
        [
          [60, 10],
          [100, 20],
          [120, 30],
        ],
        50,
      ),
    )
    expect(result).toMatchObject({ status: 'optimal', values: [0, 1, 1], objective: -220 })
    expect(result.bound).toBeCloseTo(-220, 6)
  })

  it('tells infeasible from unbounded', async () => {
    const x = { name: 'x', cost: -1, low: 0, high: Number.POSITIVE_INFINITY, integer: true }
    const row = { name: 'r', high: Number.POSITIVE_INFINITY, terms: [[0, 1]] as const }
    expect((await solve({ variables: [x], rows: [{ ...row, low: 2 }] })).status).toBe('unbounded')
    const capped = { ...x, high: 1 }
    const none = await solve({ variables: [capped], rows: [{ ...row, low: 2 }] })
    expect(none).toMatchObject({ status: 'infeasible', values: [] })
  })

  it('solves a model without integers', async () => {
    const x = { name: 'x', cost: 3, low: 0, high: 10, integer: false }
    const rows = [{ name: 'r', low: 2.5, high: Number.POSITIVE_INFINITY, terms: [[0, 1]] as const }]
    const result = await solve({ variables: [x], rows })
    expect(result.objective).toBeCloseTo(7.5)
    expect(result.bound).toBeCloseTo(7.5)
  })
})

describe('limits', () => {
  it('proves a bound no better than the optimum when stopped at a node, and the same twice', async () => {
    const problem = hardKnapsack(3)
    const first = await solveMilpHere(problem, { nodeLimit: 1 })
    const again = await solveMilpHere(problem, { nodeLimit: 1 })
    const best = await solveMilpHere(problem)
    expect(again).toEqual(first)
    expect(best.status).toBe('optimal')
    expect(first.bound).toBeLessThanOrEqual(best.objective + 1e-6)
    expect(first.objective).toBeGreaterThanOrEqual(best.objective - 1e-6)
    expect(best.bound).toBeCloseTo(best.objective, 5)
  })

  it('keeps the gap that was asked for', async () => {
    const result = await solveMilpHere(hardKnapsack(5), { gap: 0.05 })
    expect(result.objective - result.bound).toBeLessThanOrEqual(
      0.05 * Math.abs(result.objective) + 1e-6,
    )
  })

  it('takes a start', async () => {
    const problem = hardKnapsack(7)
    const best = await solveMilpHere(problem)
    const warm = await solveMilpHere(problem, { start: best.values, nodeLimit: 1 })
    expect(warm.objective).toBeCloseTo(best.objective, 6)
  })

  it('ends at once when aborted before it starts', async () => {
    const result = await milpSolver(AbortSignal.abort())(hardKnapsack(9))
    expect(result.status).toBe('none-found')
  })
})
