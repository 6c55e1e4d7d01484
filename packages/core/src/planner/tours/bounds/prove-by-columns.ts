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

/** Opens the linear program; its memory is the caller's to free. */
export function openProof(problem: BoundProblem, tools: BoundTools): ColumnProof {
  const master = openMaster(problem, tools.openLp)
  const pricing = openPricing(master, widthOfNg, mostLabels)
  return { master, pricing, prices: null, bound: -Infinity }
}

/** The linear program over all routes. */
export function solveRoot(proof: ColumnProof, tools: BoundTools, ledger: Ledger): ColumnRun {
  const root = run(proof, tools, ledger, { kind: 'column-generation', enough: Infinity })
  note(proof, root)
  return root
}

/** Subset-row cuts, then a split by the number of routes. */
export function tighten(
  proof: ColumnProof,
  root: ColumnRun,
  tools: BoundTools,
  ledger: Ledger,
): void {
  // Where visits are missed at any price, no cut can help.
  if (root.primal.subarray(0, proof.master.artificial).some((missed) => missed > 1e-6)) return
  const last = addCutsWhile(proof, root, tools, ledger)
  if (last.converged) splitByRoutes(proof, last, tools, ledger)
}

interface RunOrder {
  kind: 'column-generation' | 'column-generation-cuts'
  /** Of a part of the solutions only: nothing is told, and it ends where it is past this. */
  enough: number
}

function run(proof: ColumnProof, tools: BoundTools, ledger: Ledger, order: RunOrder): ColumnRun {
  const { master, pricing } = proof
  const { grain } = master.problem
  const before = ledger.proof.rounds
  const done = generateColumns(master, pricing, {
    stop: () => tools.stop(ledger.proof.rounds),
    onRound: (count) => {
      ledger.proof.rounds = before + count
    },
    enough: order.enough,
    mayNarrow: order.kind === 'column-generation',
    onBound: (bound) => {
      if (order.enough === Infinity) ledger.raise(roundedUp(bound, grain), order.kind)
    },
  })
  ledger.proof.columns = master.columns.length
  return done
}

const withCuts: RunOrder = { kind: 'column-generation-cuts', enough: Infinity }

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
): ColumnRun {
  const { master, pricing } = proof
  const { problem } = master
  const known = new Set<string>()
  let last = root
  let idle = 0
  for (let round = 0; round < mostCutRounds && idle < 3; round++) {
    if (tools.stop(ledger.proof.rounds) || done(ledger, problem.grain)) break
    const used = master.columns.flatMap((column, c) => {
      const share = last.primal[master.offset + c] ?? 0
      return share > 1e-6 ? [{ column, share }] : []
    })
    const fractional = used.some(({ share }) => Math.abs(share - Math.round(share)) > 1e-6)
    if (!fractional) break
    const cuts = separateCuts({
      units: problem.units,
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
    const next = run(proof, tools, ledger, withCuts)
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
  tools: BoundTools,
  ledger: Ledger,
): void {
  const { master } = proof
  const { problem } = master
  let routes = 0
  master.columns.forEach((_, c) => {
    routes += root.primal[master.offset + c] ?? 0
  })
  const below = Math.floor(routes + 1e-4)
  if (routes - below < 1e-3 || done(ledger, problem.grain)) return
  boundRoutes(master, below + 1, Infinity)
  const more = run(proof, tools, ledger, { ...withCuts, enough: Number.MAX_VALUE })
  if (more.bound > root.bound) {
    boundRoutes(master, -Infinity, below)
    const fewer = run(proof, tools, ledger, { ...withCuts, enough: more.bound })
    const split = Math.min(more.bound, fewer.bound)
    ledger.raise(roundedUp(split, problem.grain), 'column-generation-cuts')
  }
  boundRoutes(master, -Infinity, Infinity)
}
