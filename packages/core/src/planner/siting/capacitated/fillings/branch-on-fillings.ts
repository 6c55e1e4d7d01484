import type { SitingRun } from '../../siting-run.ts'
import type { Assigned, SingleSource } from '../single-source.ts'
import { type BoundedPart, boundPool, type FillingPart } from './bound-pool.ts'
import type { Filling } from './filling.ts'
import { assignedByFillings, fillingProgram } from './filling-program.ts'
import { type FillingSearch, goalOf, take } from './filling-search.ts'

/** All fillings that answers up to a cost may use. */
export interface ListedFillings {
  upTo: number
  fillings: readonly Filling[]
}

/** Fillings that the integer solver is given at most, and rounds of triples at the root and below. */
const limits = { program: 1600, rootRounds: 12, rounds: 2 }

/**
 * Finds the best answer up to a cost by branching: first on sites that are open in part, then on clients who are at a
 * site in part. The part of least bound comes first; those of at most `program` fillings go to the solver. Source: branch
 * and price, Barnhart et al. 1998; Ceselli & Righini 2005 for capacitated location.
 */
export async function branchOnFillings(
  problem: SingleSource,
  run: SitingRun,
  search: FillingSearch,
  { upTo, fillings }: ListedFillings,
  program = limits.program,
): Promise<void> {
  const decided = new Int8Array(problem.sites)
  const parts: FillingPart[] = [{ fillings, decided, triples: [], start: [], bound: search.bound }]
  const limit = () => Math.min(upTo, goalOf(search))
  for (let count = 0; parts.length > 0; count++) {
    const at = leastBound(parts)
    const part = parts[at]!
    search.bound = Math.max(search.bound, Math.min(part.bound, limit()))
    if (part.bound > limit()) break
    const rounds = count === 0 ? limits.rootRounds : limits.rounds
    const bounded = await boundPool(problem, run, part, { upTo: limit(), rounds })
    if (bounded === null || run.secondsLeft() <= 0) return
    parts.splice(at, 1)
    if (bounded.bound > limit()) continue
    const whole = wholeAnswer(problem, bounded)
    if (whole) {
      take(search, whole)
      // A program that was not solved to the end closes no part.
      if (whole.cost > bounded.bound + 1e-6 * (1 + Math.abs(whole.cost))) return
      continue
    }
    if (bounded.pool.fillings.length <= program) {
      if (!(await solvePart(problem, run, search, bounded))) return
    } else parts.push(...branches(problem, part, bounded))
  }
  search.bound = Math.max(search.bound, Math.min(upTo, search.best?.cost ?? upTo))
}

function leastBound(parts: readonly FillingPart[]): number {
  let at = 0
  parts.forEach((part, k) => {
    if (part.bound <= parts[at]!.bound) at = k
  })
  return at
}

/** The answer of a program that takes nothing in parts: nothing in the part is cheaper. */
function wholeAnswer(problem: SingleSource, { fractions }: BoundedPart): Assigned | null {
  if (fractions.some(({ part }) => part < 1 - 1e-6)) return null
  const chosen = fractions.map(({ filling }) => filling)
  const served = chosen.reduce((sum, { clients }) => sum + clients.length, 0)
  return served === problem.clients
    ? assignedByFillings(
        problem,
        chosen,
        chosen.map(() => 1),
      )
    : null
}

/** The best answer of a part by the integer solver; false when it was broken off. */
async function solvePart(
  problem: SingleSource,
  run: SitingRun,
  search: FillingSearch,
  { pool, triples }: BoundedPart,
): Promise<boolean> {
  const model = fillingProgram(problem, pool, triples.length)
  const timeLimit = Math.max(0.1, run.secondsLeft())
  const { status, values } = await run.milp(model, { gap: 0, timeLimit })
  if (values.length > 0) take(search, assignedByFillings(problem, pool.fillings, values))
  return status === 'optimal' || status === 'infeasible'
}

/** The two parts that a part falls into, by what its program does in parts. */
function branches(
  problem: SingleSource,
  { decided }: FillingPart,
  { pool, triples, fractions, bound }: BoundedPart,
): FillingPart[] {
  const { sites, clients } = problem
  const open = new Float64Array(sites)
  const pair = new Float64Array(sites * clients)
  for (const { filling, part } of fractions) {
    open[filling.site]! += part
    for (const i of filling.clients) pair[i * sites + filling.site]! += part
  }
  const site = mostSplit(open.map((part, j) => (decided[j] === 0 ? part : 0)))
  const at = site >= 0 ? -1 : mostSplit(pair)
  const [client, j] = [Math.floor(at / sites), site >= 0 ? site : at % sites]
  const child = (keep: (f: Filling) => boolean, status: number): FillingPart => ({
    fillings: pool.fillings.filter(keep),
    decided: decided.map((before, k) => (k === j && status !== 0 ? status : before)),
    triples,
    start: fractions.map(({ filling }) => filling).filter(keep),
    bound,
  })
  if (site >= 0) return [child((f) => f.site !== j, -1), child(() => true, 1)]
  const has = (f: Filling) => f.clients.includes(client)
  return [child((f) => f.site !== j || !has(f), 0), child((f) => (f.site === j) === has(f), 1)]
}

/** The index of what is nearest to a half; -1 where all is whole. */
function mostSplit(values: Float64Array): number {
  let best = -1
  let most = 1e-6
  values.forEach((value, k) => {
    const split = Math.min(value, 1 - value)
    if (split <= most) return
    most = split
    best = k
  })
  return best
}
