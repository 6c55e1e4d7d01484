import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '../../../kernel/random.ts'
import { countedRun } from '../siting-run.fixture.ts'
import { firstAssignment } from './first-assignment.ts'
import { improveParts } from './improve-parts.ts'
import type { Assigned, SingleSource } from './single-source.ts'

const highs = await highsHere()

/** Clients on a square, sites at the first of them; with p every client is a site. */
function anyProblem(seed: number, p: number | null): SingleSource {
  const source = random(seed)
  const clients = 12
  const sites = p === null ? 6 : clients
  const points = Array.from({ length: clients }, () => [source.below(100), source.below(100)])
  const cost = Float64Array.from({ length: clients * sites }, (_, k) => {
    const [a, b] = [points[Math.floor(k / sites)]!, points[k % sites]!]
    return Math.round(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!))
  })
  return {
    clients,
    sites,
    cost,
    demand: Float64Array.from({ length: clients }, () => 1 + source.below(5)),
    capacity: new Float64Array(sites).fill(16),
    fixed: new Float64Array(sites).map(() => (p === null ? 40 + source.below(60) : 0)),
    p,
    noWay: 1e6,
  }
}

function startOf(problem: SingleSource): Assigned {
  const open = Array.from({ length: problem.p ?? problem.sites }, (_, j) => j)
  const siteOf = firstAssignment(problem, open)
  const used = problem.p === null ? [...new Set(siteOf)].sort((a, b) => a - b) : open
  return { siteOf, open: used, cost: costOf(problem, siteOf, used) }
}

const costOf = (
  { cost, sites, fixed }: SingleSource,
  siteOf: Int32Array,
  open: readonly number[],
): number =>
  siteOf.reduce(
    (sum, j, i) => sum + cost[i * sites + j]!,
    open.reduce((sum, j) => sum + fixed[j]!, 0),
  )

const improved = (problem: SingleSource, from: Assigned, sitesOfPart: number, seed: number) =>
  improveParts(problem, from, countedRun(highs, 4000), {
    random: random(seed),
    sitesOfPart,
    stop: () => false,
  })

describe('parts solved anew', () => {
  it('are never worse, keep room and number, and are priced right', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(null, 4, 5),
        async (seed, p) => {
          const problem = anyProblem(seed, p)
          const from = startOf(problem)
          const load = new Float64Array(problem.sites)
          from.siteOf.forEach((j, i) => {
            load[j]! += problem.demand[i]!
          })
          fc.pre(load.every((used, j) => used <= problem.capacity[j]!))
          const best = await improved(problem, from, 2, seed)
          expect(best.cost).toBeLessThanOrEqual(from.cost)
          expect(best.cost).toBeCloseTo(costOf(problem, best.siteOf, best.open), 6)
          if (p !== null) expect(best.open).toHaveLength(p)
          const used = new Float64Array(problem.sites)
          best.siteOf.forEach((j, i) => {
            used[j]! += problem.demand[i]!
            expect(best.open).toContain(j)
          })
          expect(used.every((sum, j) => sum <= problem.capacity[j]!)).toBe(true)
        },
      ),
      { numRuns: 6 },
    )
  })

  it('are better the more they hold: a part of all sites beats any start', async () => {
    const problem = anyProblem(7, null)
    const from = startOf(problem)
    const whole = await improved(problem, from, 6, 1)
    const half = await improved(problem, from, 2, 1)
    expect(whole.cost).toBeLessThan(from.cost)
    expect(whole.cost).toBeLessThanOrEqual(half.cost)
  })
})
