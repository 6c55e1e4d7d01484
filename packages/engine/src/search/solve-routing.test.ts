import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { describe, expect, test } from 'vitest'
import { solveRouting } from './solve-routing.ts'

/** Twenty customers on a circle, some on two of three days, from two depots. */
const circle: RoutingInstance = {
  name: 'circle',
  days: 3,
  objective: 'distance',
  convention: 'float',
  depots: [-40, 40].map((x, k) => ({ id: k + 100, x, y: 0, open: 0, close: Infinity })),
  fleets: [1, 2, 3].flatMap((day) =>
    [0, 1].map((depot) => ({
      days: [day],
      depot,
      vehicles: [1, 2],
      capacity: 6,
      maxDuration: Infinity,
    })),
  ),
  customers: Array.from({ length: 20 }, (_, k) => ({
    id: k + 1,
    x: 100 * Math.cos(k),
    y: 100 * Math.sin(k),
    service: 0,
    demand: 1,
    open: 0,
    close: Infinity,
    patterns: k % 3 === 0 ? [0b101, 0b011] : [0b100, 0b010, 0b001],
    prize: 0,
    optional: false,
  })),
}

describe('searching on islands', () => {
  test('same seed, iterations and workers, same routes; the checker agrees', async () => {
    const options = { budget: { iterations: 2000 }, seed: 4, workers: 2 }
    const [one, two] = [await solveRouting(circle, options), await solveRouting(circle, options)]
    expect(one.solution).toEqual(two.solution)
    expect(one.iterations).toBeGreaterThanOrEqual(4000)
    expect(checkRoutes(circle, one.solution).findings).toEqual([])
  })

  test('progress comes at every meeting and never gets worse', async () => {
    const costs: (number | null)[] = []
    await solveRouting(circle, {
      budget: { iterations: 640 },
      seed: 1,
      workers: 2,
      onProgress: (_, cost) => costs.push(cost),
    })
    expect(costs.length).toBe(20)
    const known = costs.filter((cost) => cost !== null)
    expect([...known].sort((a, b) => b - a)).toEqual(known)
  })

  test('an abort before the start still gives the first plan', async () => {
    const { solution } = await solveRouting(circle, {
      budget: { iterations: 1e9 },
      seed: 1,
      workers: 1,
      signal: AbortSignal.abort(),
    })
    const codes = checkRoutes(circle, solution).findings.map((f) => f.code)
    expect(codes.filter((code) => code !== 'customer-unserved')).toEqual([])
  })

  test('a run takes up where another left off, and never ends worse', async () => {
    const options = { seed: 2, workers: 2 }
    const first = await solveRouting(circle, { ...options, budget: { iterations: 320 } })
    const again = await solveRouting(circle, {
      ...options,
      budget: { iterations: 320 },
      start: first.solution,
    })
    const [was, is] = [first, again].map(({ solution }) => checkRoutes(circle, solution))
    expect(is?.findings).toEqual([])
    expect(is?.cost).toBeLessThanOrEqual((was?.cost ?? 0) + 1e-9)
  })

  test('what a start has that the instance does not allow is planned anew', async () => {
    const start = {
      routes: [
        { day: 1, vehicle: 1, depot: 1, stops: [1, 1, 77, 2] },
        { day: 9, vehicle: 1, depot: 1, stops: [3] },
        { day: 2, vehicle: 40, depot: 2, stops: [2, 5] },
      ],
      unserved: [],
    }
    const { solution } = await solveRouting(circle, {
      budget: { iterations: 640 },
      seed: 1,
      workers: 1,
      start,
    })
    expect(checkRoutes(circle, solution).findings).toEqual([])
  })

  test('large instances are searched in parts, and still give the same routes for the same seed', async () => {
    const ring: RoutingInstance = {
      ...circle,
      days: 1,
      fleets: [
        {
          days: [1],
          depot: 0,
          vehicles: [...Array(60).keys()],
          capacity: 8,
          maxDuration: Infinity,
        },
      ],
      customers: Array.from({ length: 320 }, (_, k) => ({
        ...circle.customers[0]!,
        id: k + 1,
        x: (k * 37) % 101,
        y: (k * 53) % 103,
        patterns: [1],
      })),
    }
    const options = { budget: { iterations: 1000 }, seed: 3, workers: 2 }
    const [one, two] = [await solveRouting(ring, options), await solveRouting(ring, options)]
    expect(one.solution).toEqual(two.solution)
    expect(checkRoutes(ring, one.solution).findings).toEqual([])
  })
})
