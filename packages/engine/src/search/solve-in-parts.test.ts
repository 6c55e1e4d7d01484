import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { describe, expect, test } from 'vitest'
import { solveInParts } from './solve-in-parts.ts'
import { solveRouting } from './solve-routing.ts'

/** Customers strewn around two depots, some visited on two of three days. */
function strewn(customers: number): RoutingInstance {
  const source = random(9)
  return {
    name: 'strewn',
    days: 3,
    objective: 'distance',
    convention: 'round',
    depots: [250, 750].map((x, k) => ({ id: -k, x, y: 500, open: 0, close: Infinity })),
    fleets: [0, 1].map((depot) => ({
      days: [1, 2, 3],
      depot,
      vehicles: Array.from({ length: 60 }, (_, k) => k + 1),
      capacity: 8,
      maxDuration: Infinity,
    })),
    customers: Array.from({ length: customers }, (_, k) => ({
      id: k + 1,
      x: source.below(1000),
      y: source.below(1000),
      service: 0,
      demand: 1,
      open: 0,
      close: Infinity,
      patterns: k % 5 === 0 ? [0b101, 0b011] : [0b100, 0b010, 0b001],
      prize: 0,
      optional: false,
    })),
  }
}

describe('solving in parts', () => {
  const instance = strewn(1100)

  test('same seed, iterations and workers, same routes; the checker agrees', async () => {
    const options = { budget: { iterations: 800 }, seed: 4, workers: 2 }
    const [one, two] = [
      await solveInParts(instance, options),
      await solveInParts(instance, options),
    ]
    expect(one.solution).toEqual(two.solution)
    expect(one.iterations).toBeGreaterThanOrEqual(1500)
    expect(checkRoutes(instance, one.solution).findings).toEqual([])
  })

  test('rounds never make it worse, and more of them make it better', async () => {
    const costs: (number | null)[] = []
    const { solution } = await solveInParts(instance, {
      budget: { iterations: 9_000 },
      seed: 1,
      workers: 2,
      onProgress: (_, cost) => costs.push(cost),
    })
    const known = costs.filter((cost) => cost !== null)
    expect(known.length).toBeGreaterThan(2)
    expect([...known].sort((a, b) => b - a)).toEqual(known)
    expect(known.at(-1)!).toBeLessThan(known[0]!)
    expect(checkRoutes(instance, solution).length).toBe(known.at(-1))
  })

  test('a start that holds is only made better; one that does not is not used', async () => {
    const budget = { iterations: 100 }
    const { solution: start } = await solveInParts(instance, { budget, seed: 1, workers: 2 })
    const signal = AbortSignal.abort()
    const options = { budget, seed: 2, workers: 2, signal }
    const kept = await solveInParts(instance, { ...options, start })
    const length = checkRoutes(instance, start).length
    expect(checkRoutes(instance, kept.solution).length).toBeLessThanOrEqual(length)
    const broken = { ...start, routes: [...start.routes, ...start.routes.slice(0, 1)] }
    const { solution } = await solveInParts(instance, { ...options, start: broken })
    expect(checkRoutes(instance, solution).findings).toEqual([])
  })

  test('an abort before the start still gives a valid first plan of a large instance', async () => {
    const large = strewn(2100)
    const fleets = large.fleets.map((f) => ({
      ...f,
      vehicles: Array.from({ length: 200 }, (_, k) => k + 1),
    }))
    const { solution } = await solveRouting(
      { ...large, fleets },
      { budget: { iterations: 1e9 }, seed: 1, workers: 2, signal: AbortSignal.abort() },
    )
    expect(checkRoutes({ ...large, fleets }, solution).findings).toEqual([])
  })
})
