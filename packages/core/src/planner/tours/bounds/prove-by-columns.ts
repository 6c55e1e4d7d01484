import { type BoundTools, roundedUp } from './certified-bound.ts'
import { type ColumnRun, generateColumns, openPricing, type Pricing } from './generate-columns.ts'
import type { Ledger } from './ledger.ts'
import { addCuts, boundRoutes, dropCuts, type Master, openMaster, type Prices } from './master.ts'
import type { BoundProblem } from './route-graph.ts'
import { cutKey, separateCuts } from './subset-row-cuts.ts'

/** The linear program as far as it was solved. */
export interface ColumnProof {
  master: Master
  pricing: Pricing
  /** Prices that prove `bound`, with the cuts in force then; null when stopped before any. */
  prices: Prices | null
  bound: number
}

const widthOfNg = 8
const mostLabels = 1_000_000
const mostLabelsWithCuts = 400_000
const mostCutRounds = 25
const cutsPerRound = 30

/** The linear program over all routes, then with subset-row cuts, then split by the number of routes. */
export function proveByColumns(
  problem: BoundProblem,
  tools: BoundTools,
  ledger: Ledger,
): ColumnProof {
  const master = openMaster(problem, tools.openLp)
  const pricing = openPricing(master, widthOfNg, mostLabels)
  const proof: ColumnProof = { master, pricing, prices: null, bound: -Infinity }
  const run = (
    mayNarrow: boolean,
    kind: 'column-generation' | 'column-generation-cuts',
    enough = Infinity,
  ) => {
    const before = ledger.proof.rounds
    const rounds = { count: 0 }
    const done = generateColumns(master, pricing, {
      stop: () => tools.stop(before + rounds.count),
      onRound: (count) => {
        rounds.count = count
      },
      enough,
      mayNarrow,
      onBound: (bound) => {
        if (enough === Infinity) ledger.raise(roundedUp(bound, problem.grain), kind)
      },
    })
    ledger.proof.rounds += done.rounds
    ledger.proof.columns = master.columns.length
    return done
  }
  let root = run(true, 'column-generation')
  note(proof, root)
  if (root.converged)
    root = addCutsWhile(proof, root, tools, ledger, () => run(false, 'column-generation-cuts'))
  if (root.converged)
    splitByRoutes(proof, root, ledger, (enough) => run(false, 'column-generation-cuts', enough))
  return proof
}

function note(proof: ColumnProof, run: ColumnRun): void {
  if (run.bound <= proof.bound) return
  proof.bound = run.bound
  proof.prices = run.prices
}

const done = (ledger: Ledger, grain: number): boolean =>
  roundedUp(ledger.best.cost, grain) >= ledger.upper - 1e-6 * Math.max(1, Math.abs(ledger.upper))

/** Rounds of cuts while they raise the bound; a round that makes pricing too heavy is taken back. */
function addCutsWhile(
  proof: ColumnProof,
  root: ColumnRun,
  tools: BoundTools,
  ledger: Ledger,
  run: () => ColumnRun,
): ColumnRun {
  const { master, pricing } = proof
  const { problem } = master
  const known = new Set<string>()
  let last = root
  let idle = 0
  for (let round = 0; round < mostCutRounds && idle < 3; round++) {
    if (tools.stop(ledger.proof.rounds) || done(ledger, problem.grain)) break
    const used = master.columns.flatMap((column, c) => {
      const share = last.primal[master.artificial + c] ?? 0
      return share > 1e-6 ? [{ column, share }] : []
    })
    const fractional = used.some(({ share }) => Math.abs(share - Math.round(share)) > 1e-6)
    if (!fractional) break
    const cuts = separateCuts({
      customers: problem.customers,
      most: problem.most,
      used,
      known,
      count: cutsPerRound,
    })
    if (cuts.length === 0) break
    const from = master.cuts.length
    for (const cut of cuts) known.add(cutKey(cut))
    addCuts(master, cuts)
    pricing.mostLabels = mostLabelsWithCuts
    const next = run()
    note(proof, next)
    if (!next.converged) {
      if (next.overflowed) dropCuts(master, from)
      return next.overflowed ? last : next
    }
    ledger.proof.cuts = master.cuts.length
    idle = next.bound - last.bound < 1e-4 * Math.abs(next.bound) ? idle + 1 : 0
    last = next
  }
  return last
}

/**
 * The number of routes is whole: at most k or at least k + 1. The lower of the two programs bounds both. The side with more
 * routes is solved first, the other only until it is past it.
 */
function splitByRoutes(
  proof: ColumnProof,
  root: ColumnRun,
  ledger: Ledger,
  run: (enough: number) => ColumnRun,
): void {
  const { master } = proof
  const { problem } = master
  let routes = 0
  master.columns.forEach((_, c) => {
    routes += root.primal[master.artificial + c] ?? 0
  })
  const below = Math.floor(routes + 1e-4)
  if (routes - below < 1e-3 || done(ledger, problem.grain)) return
  boundRoutes(master, below + 1, Infinity)
  const more = run(Number.MAX_VALUE)
  if (more.bound > root.bound) {
    boundRoutes(master, -Infinity, below)
    const fewer = run(more.bound)
    const split = Math.min(more.bound, fewer.bound)
    ledger.raise(roundedUp(split, problem.grain), 'column-generation-cuts')
  }
  boundRoutes(master, -Infinity, Infinity)
}
