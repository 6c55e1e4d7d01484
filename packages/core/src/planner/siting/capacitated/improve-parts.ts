import type { Random } from '../../../kernel/random.ts'
import type { SitingRun } from '../siting-run.ts'
import {
  type AssignmentModel,
  assignmentModel,
  assignmentStart,
  type Pair,
} from './assignment-model.ts'
import type { Assigned, SingleSource } from './single-source.ts'

/** Open sites that lie together, with their clients and the closed sites that could take over. */
interface Part {
  clients: readonly number[]
  sites: readonly number[]
  open: readonly number[]
}

/** Most clients of a part, sites that each may go to, and closed sites beside where sites are no clients. */
const limits = { clients: 70, sitesOfClient: 7, closed: 5, seconds: 3 }

/**
 * Solves parts of an answer anew and exactly: a site and the open sites nearest to its clients, with all they serve, the
 * rest left as it is; until every part is as good as it can be, or the time is up. The answer is never worse. Source:
 * POPMUSIC, Taillard & Voss 2002.
 */
export async function improveParts(
  problem: SingleSource,
  from: Assigned,
  run: SitingRun,
  { random, sitesOfPart, stop }: { random: Random; sitesOfPart: number; stop: () => boolean },
): Promise<Assigned> {
  let best = from
  let seeds = random.shuffle([...from.open])
  while (seeds.length > 0 && !stop()) {
    const seed = seeds.pop()!
    if (!best.open.includes(seed)) continue
    const part = partAround(problem, best, seed, sitesOfPart)
    const better = await solvePart(problem, best, part, run)
    if (!better) continue
    best = better
    // What lies around may have become better too.
    const touched = part.sites.filter((j) => best.open.includes(j) && !seeds.includes(j))
    seeds = [...touched, ...seeds]
  }
  return best
}

function partAround(
  problem: SingleSource,
  { siteOf, open }: Assigned,
  seed: number,
  wanted: number,
): Part {
  const { cost, sites, fixed, p } = problem
  const members = Map.groupBy(siteOf.keys(), (i) => siteOf[i]!)
  const own = members.get(seed) ?? []
  const far = (of: readonly number[], j: number) =>
    of.reduce((sum, i) => sum + cost[i * sites + j]!, 0)
  const byWay = [...open].sort((a, b) => far(own, a) - far(own, b) || a - b)
  const chosen = [seed]
  let count = own.length
  for (const j of byWay) {
    const more = members.get(j)?.length ?? 0
    if (j === seed || chosen.length >= wanted || count + more > limits.clients) continue
    chosen.push(j)
    count += more
  }
  const clients = chosen.flatMap((j) => members.get(j) ?? [])
  const isOpen = new Set(open)
  const closed =
    p === null
      ? Array.from({ length: sites }, (_, j) => j)
          .filter((j) => !isOpen.has(j))
          .map((j) => ({ j, price: fixed[j]! + far(clients, j) / chosen.length }))
          .sort((a, b) => a.price - b.price || a.j - b.j)
          .slice(0, limits.closed)
          .map(({ j }) => j)
      : clients.filter((i) => !isOpen.has(i))
  return { clients, sites: [...chosen, ...closed], open: chosen }
}

/** The part as a problem of its own, and the better answer that it gives; null where there is none. */
async function solvePart(
  problem: SingleSource,
  answer: Assigned,
  part: Part,
  run: SitingRun,
): Promise<Assigned | null> {
  const sub = subProblem(problem, part)
  const index = new Map(part.sites.map((j, k) => [j, k]))
  const now = part.clients.map((i) => index.get(answer.siteOf[i]!)!)
  const model = assignmentModel(sub, new Int8Array(sub.sites), pairsOf(sub, now), {
    whole: true,
    strong: () => true,
  })
  const start = assignmentStart(model, {
    open: part.open.map((j) => index.get(j)!),
    parts: now.map((site) => [{ site, share: 1 }]),
  })
  const timeLimit = Math.max(0.1, Math.min(limits.seconds, run.secondsLeft()))
  const { values } = await run.milp(model.milp, { gap: 0, timeLimit, ...(start ? { start } : {}) })
  return values.length > 0 ? moved(problem, answer, part, chosenSites(model, values, now)) : null
}

const subProblem = (problem: SingleSource, { clients, sites, open }: Part): SingleSource => ({
  clients: clients.length,
  sites: sites.length,
  cost: Float64Array.from(
    clients.flatMap((i) => sites.map((j) => problem.cost[i * problem.sites + j]!)),
  ),
  demand: Float64Array.from(clients, (i) => problem.demand[i]!),
  capacity: Float64Array.from(sites, (j) => problem.capacity[j]!),
  fixed: Float64Array.from(sites, (j) => problem.fixed[j]!),
  p: problem.p === null ? null : open.length,
  noWay: problem.noWay,
})

/** For each client its cheapest sites, and the one it has. */
function pairsOf({ clients, sites, cost, noWay }: SingleSource, now: readonly number[]): Pair[] {
  return Array.from({ length: clients }, (_, client) => client).flatMap((client) => {
    const row = cost.subarray(client * sites, (client + 1) * sites)
    const near = [...row.keys()].filter((j) => row[j]! < noWay).sort((a, b) => row[a]! - row[b]!)
    const few = new Set([...near.slice(0, limits.sitesOfClient), now[client]!])
    return [...few].sort((a, b) => a - b).map((site) => ({ client, site }))
  })
}

function chosenSites(
  model: AssignmentModel,
  values: readonly number[],
  now: readonly number[],
): number[] {
  const chosen = [...now]
  model.pairs.forEach(({ client, site }, k) => {
    if (values[model.sites.length + k]! > 0.5) chosen[client] = site
  })
  return chosen
}

/** The answer with the part as chosen, where that is cheaper. */
function moved(
  problem: SingleSource,
  answer: Assigned,
  part: Part,
  chosen: readonly number[],
): Assigned | null {
  const siteOf = answer.siteOf.slice()
  part.clients.forEach((i, k) => {
    siteOf[i] = part.sites[chosen[k]!]!
  })
  const outside = new Set(part.open)
  const used = new Set(siteOf)
  const kept = answer.open.filter((j) => !outside.has(j))
  const inside = part.sites.filter((j) => used.has(j))
  // With p, sites that serve nobody stay open, so that the number is right.
  const idle =
    problem.p === null
      ? []
      : part.open.filter((j) => !used.has(j)).slice(0, part.open.length - inside.length)
  const open = [...kept, ...inside, ...idle].sort((a, b) => a - b)
  const fixed = open.reduce((sum, j) => sum + problem.fixed[j]!, 0)
  const cost = siteOf.reduce((sum, j, i) => sum + problem.cost[i * problem.sites + j]!, fixed)
  return cost < answer.cost - 1e-9 * (1 + Math.abs(answer.cost)) ? { siteOf, open, cost } : null
}
