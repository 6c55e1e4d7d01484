import { isWithin, type LocationInstance, type Share, type Sited } from '../../plan/location.ts'
import { coverProblem } from './cover/cover-problem.ts'
import { solveCover } from './cover/solve-cover.ts'
import type { SitingRun } from './siting-run.ts'

/** For each client the sites within a radius (inclusive), ascending. */
export function coversWithin(instance: LocationInstance, radius: number): Int32Array[] {
  const n = instance.sites.length
  const all = Int32Array.from({ length: n }, (_, j) => j)
  return instance.clients.map((_, i) =>
    all.filter((j) => isWithin(instance.pairs![i * n + j]!, radius)),
  )
}

/**
 * Set covering: the cheapest sites, or the fewest where none has a cost, so that every client is covered. Source:
 * Toregas, Swain, ReVelle & Bergman 1971. Every client must be coverable.
 */
export async function solveSetCover(instance: LocationInstance, run: SitingRun): Promise<Sited> {
  const covers = instance.covers ?? coversWithin(instance, instance.radius!)
  const fixed = instance.fixed ?? new Float64Array(instance.sites.length).fill(1)
  // Columns without a cost are free, and open.
  const free = [...fixed.keys()].filter((j) => fixed[j] === 0)
  const given = new Set(free)
  const left = covers.filter((row) => !row.some((j) => given.has(j)))
  const answer = await solveCover(coverProblem(left, fixed), run)
  const open = [...new Set([...answer.chosen, ...free])].sort((a, b) => a - b)
  const isOpen = new Set(open)
  const shares = covers.map((row): Share[] => {
    const site = row.find((j) => isOpen.has(j))
    return site === undefined ? [] : [{ site, share: 1 }]
  })
  return {
    cost: answer.cost,
    bound: answer.bound,
    optimal: answer.bound >= answer.cost,
    open,
    shares,
  }
}
