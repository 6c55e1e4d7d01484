import type { RoutingInstance } from '../../../plan/routing.ts'
import type { BoundTools, CertifiedBound } from './certified-bound.ts'
import { cheapBounds } from './cheap-bounds.ts'
import { closeGap, findStart } from './close-gap.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { openProof, solveRoot, tighten } from './prove-by-columns.ts'
import { dayByDay, daysMatter, withoutDays } from './relax-instance.ts'
import { relaxedRules } from './relaxed-rules.ts'
import type { BoundProblem } from './route-graph.ts'

/** Pairs of customers over all kinds of vehicle, beyond which only the cheap bounds are tried: about 200 MB. */
const mostPairs = 3_000_000

/**
 * A lower bound on the cost of every valid solution (an upper one on profit), the best that can be proved before `stop`. Deterministic
 * where `stop` counts rounds. Method, formulas and limits: docs/methods/tour-bounds.md.
 */
export async function lowerBound(
  instance: RoutingInstance,
  tools: BoundTools,
): Promise<CertifiedBound> {
  const ledger = openLedger(instance, tools)
  ledger.relaxing = relaxedRules(instance, instance.days > 1)
  const cheap = cheapBounds(instance)
  ledger.proof.routes = cheap.routes
  if (instance.objective !== 'profit') {
    ledger.raise(cheap.fleet, 'fleet')
    ledger.raise(cheap.halfArc, 'half-arc')
  }
  const pairs = instance.customers.length ** 2 * countKinds(instance)
  if (instance.customers.length === 0 || pairs > mostPairs || tools.stop(0)) return ledger.close()
  const twice = daysMatter(instance) && pairs * instance.days <= mostPairs
  await proveOn(withoutDays(instance), instance, tools, ledger, !twice)
  if (twice && !tools.stop(ledger.proof.rounds))
    await proveOn(dayByDay(instance), instance, tools, ledger, true)
  return ledger.close()
}

/** The linear program, and where it is the `last` to be tried all that may close the gap. */
async function proveOn(
  problem: BoundProblem,
  instance: RoutingInstance,
  tools: BoundTools,
  ledger: Ledger,
  last: boolean,
): Promise<void> {
  ledger.relaxing = problem.relaxed
  if (unreachable(problem)) {
    ledger.raise(Infinity, 'unreachable')
    return
  }
  const proof = openProof(problem, tools)
  try {
    const root = solveRoot(proof, tools, ledger)
    if (!last) return
    // A known cost does for the cuts; without one, a solution comes first, in case time runs out.
    const early = tools.upper === undefined
    if (early) await findStart(instance, proof, tools, ledger)
    if (root.converged) tighten(proof, root, tools, ledger)
    if (!early || ledger.proof.cuts > 0) await findStart(instance, proof, tools, ledger)
    await closeGap(instance, proof, tools, ledger)
  } finally {
    proof.master.lp.close()
  }
}

const countKinds = ({ fleets }: RoutingInstance): number =>
  new Set(fleets.flatMap((f) => [f.depot, ...(f.rules?.nights?.at ?? [])])).size

/** Whether some customer that must be visited fits on no route. */
function unreachable({ least, graphs }: BoundProblem): boolean {
  const reached = new Uint8Array(least.length)
  for (const graph of graphs)
    graph.at.forEach((unit, j) => {
      const ways = Array.from({ length: graph.size }, (_, i) => graph.cost[i * graph.size + j]!)
      if (Math.min(graph.startCost[j]!, ...ways) < Infinity) reached[unit] = 1
    })
  return least.some((must, i) => must > 0 && reached[i] === 0)
}
