import { random } from '../../../kernel/random.ts'
import type { SitingRun } from '../siting-run.ts'
import { annealClusters } from './anneal-clusters.ts'
import type { NearLists } from './cluster-moves.ts'
import { improveParts } from './improve-parts.ts'
import type { Assigned, SingleSource } from './single-source.ts'

/** A search for whole assignments that goes on from its best. */
export interface Annealing {
  run(seconds: number): void
  /** Solves parts of the best anew, until all of a size are as good as can be, or `stop`. */
  parts(stop: () => boolean): Promise<void>
  /** Goes on from an answer found elsewhere, where it is better. */
  take(found: Assigned): void
  best(): Assigned | null
}

/** Open sites of a part that is solved anew: few at first, more when all of a size are as good as can be. */
const partSizes = [4, 6, 8, 10]

/** Annealing in spells, each from the best so far, the first from scratch and hottest. */
export function annealing(
  problem: SingleSource,
  near: NearLists,
  run: SitingRun,
  open: readonly number[],
): Annealing {
  const source = random(run.seed)
  let best: Assigned | null = null
  let spell = 0
  let size = 0
  /** The best so far; where sites are free in number, every third spell begins with others by chance. */
  const startOf = (k: number): Assigned | { open: readonly number[] } => {
    if (best === null) return { open }
    if (problem.p !== null || k % 3 !== 2) return best
    const any = source.shuffle(Array.from({ length: problem.sites }, (_, j) => j))
    return { open: any.slice(0, Math.min(problem.sites, best.open.length + 1)) }
  }
  return {
    run: (seconds) => {
      const from = run.secondsLeft()
      if (seconds <= 0 || from <= 0) return
      const length = Math.min(seconds, from)
      const typical = typicalCost(problem, open)
      const hot = [0.35, 0.12, 0.7][spell % 3]!
      const found = annealClusters(problem, near, startOf(spell), {
        random: source,
        share: () => (from - run.secondsLeft()) / length,
        hot: hot * typical,
        cold: 0.005 * typical,
      })
      spell += 1
      if (found && hasWays(problem, found) && (best === null || found.cost < best.cost))
        best = found
    },
    parts: async (stop) => {
      if (best === null) return
      const before = best.cost
      const sitesOfPart = partSizes[size % partSizes.length]!
      best = await improveParts(problem, best, run, { random: source, sitesOfPart, stop })
      if (!stop() && best.cost === before) size += 1
    },
    take: (found) => {
      if (best === null || found.cost < best.cost) best = found
    },
    best: () => best,
  }
}

const hasWays = (problem: SingleSource, { siteOf }: Assigned): boolean =>
  siteOf.every((j, i) => problem.cost[i * problem.sites + j]! < problem.noWay)

/** What serving a client costs on average, near sites and its part of their fixed cost: the measure of heat. */
function typicalCost(problem: SingleSource, open: readonly number[]): number {
  const { cost, clients, sites, fixed, p, demand, capacity } = problem
  let sum = 0
  for (let i = 0; i < clients; i++) {
    let least = Number.POSITIVE_INFINITY
    for (const j of open) least = Math.min(least, cost[i * sites + j]!)
    if (least < problem.noWay) sum += Math.abs(least)
  }
  if (p !== null) return sum / clients || 1
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
  const needed = Math.min(sites, Math.max(1, (mean(demand) * clients) / mean(capacity)))
  return (sum + mean(fixed) * needed) / clients || 1
}
