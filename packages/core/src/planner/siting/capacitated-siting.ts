import { random } from '../../kernel/random.ts'
import type { LocationInstance, Sited } from '../../plan/location.ts'
import { greedySites } from './capacitated/greedy-sites.ts'
import type { SingleSource } from './capacitated/single-source.ts'
import { type CapacitatedAnswer, solveCapacitated } from './capacitated/solve-capacitated.ts'
import { greedyStart, limitedSearch } from './limited/interchange.ts'
import { serviceCosts } from './limited/service-costs.ts'
import type { SitingRun } from './siting-run.ts'

/** Pairs without a way cost more than any answer, so that sums stay finite. */
function problemOf(instance: LocationInstance, p: number | null): SingleSource {
  const pairs = instance.pairs!
  const sites = instance.sites.length
  const finite = pairs.filter((cost) => cost < Number.POSITIVE_INFINITY)
  const most = finite.reduce((a, b) => Math.max(a, Math.abs(b)), 1)
  const noWay = 2 * most * instance.clients.length
  return {
    clients: instance.clients.length,
    sites,
    cost: finite.length === pairs.length ? pairs : pairs.map((cost) => Math.min(cost, noWay)),
    demand: instance.demand,
    capacity: instance.capacity ?? new Float64Array(sites).fill(Number.POSITIVE_INFINITY),
    fixed: (p === null ? instance.fixed : null) ?? new Float64Array(sites),
    p,
    noWay,
  }
}

const sited = (answer: CapacitatedAnswer | null): Sited | null =>
  answer && {
    cost: answer.cost,
    bound: answer.bound,
    optimal: answer.bound >= answer.cost,
    open: answer.open,
    shares: answer.parts,
  }

/** Warehouses with or without capacities, clients may be split (cap, CFLP and UFLP; Kuehn & Hamburger 1963). */
export function solveWarehouses(instance: LocationInstance, run: SitingRun): Promise<Sited | null> {
  return withFixedCosts(instance, run, true)
}

/** Single-source capacitated location: every client whole at one site. */
export function solveSingleSource(
  instance: LocationInstance,
  run: SitingRun,
): Promise<Sited | null> {
  return withFixedCosts(instance, run, false)
}

async function withFixedCosts(
  instance: LocationInstance,
  run: SitingRun,
  split: boolean,
): Promise<Sited | null> {
  const problem = problemOf(instance, null)
  return sited(await solveCapacitated(problem, run, { split, start: greedySites(problem) }))
}

/** Capacitated p-median: exactly p sites, every client whole at one (Mulvey & Beck 1984). Starts from the p-median without capacities. */
export async function solveCapacitatedMedian(
  instance: LocationInstance,
  p: number,
  run: SitingRun,
): Promise<Sited | null> {
  const n = instance.sites.length
  const clients = instance.clients.length
  const width = Math.min(n, 500, Math.max(60, Math.ceil((4 * n) / p)))
  // Far pairs do not matter for a start: the last of each list stands for them.
  const far = new Float64Array(clients).map(
    (_, i) => instance.pairs!.slice(i * n, (i + 1) * n).sort()[width - 1]!,
  )
  const costs = serviceCosts(instance.pairs!, clients, n, far)
  const search = limitedSearch(costs, p, random(run.seed), greedyStart(costs, p))
  const total = run.secondsLeft()
  search.run(() => run.secondsLeft() < 0.9 * total, 100)
  return sited(
    await solveCapacitated(problemOf(instance, p), run, {
      split: false,
      start: search.best().open,
    }),
  )
}
