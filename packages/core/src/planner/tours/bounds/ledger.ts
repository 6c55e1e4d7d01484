import type { RoutingInstance } from '../../../plan/routing.ts'
import type { BoundKind, BoundTools, CertifiedBound, CountedRoutes } from './certified-bound.ts'

/** What has been proved so far, in costs: profit counts as negative cost. */
export interface Ledger {
  best: { cost: number; kind: BoundKind }
  proof: { rounds: number; columns: number; cuts: number; listed: number; routes: number }
  start: Omit<CountedRoutes, 'proved'> | null
  /** What the proofs at work leave out, and what the best one did. */
  relaxing: readonly string[]
  relaxed: readonly string[]
  /** Whether `start` is a valid solution of the instance itself. */
  valid: boolean
  /** Cost of the best solution known of the relaxed problem. */
  upper: number
  raise(cost: number, kind: BoundKind): void
  close(): CertifiedBound
}

export function openLedger(instance: RoutingInstance, tools: BoundTools): Ledger {
  const profit = instance.objective === 'profit'
  const sign = profit ? -1 : 1
  const ledger: Ledger = {
    best: { cost: -Infinity, kind: 'fleet' },
    proof: { rounds: 0, columns: 0, cuts: 0, listed: 0, routes: 0 },
    start: null,
    relaxing: [],
    relaxed: [],
    valid: false,
    upper: tools.upper === undefined ? Infinity : sign * tools.upper,
    raise: (cost, kind) => {
      if (!(cost > ledger.best.cost + 1e-9)) return
      ledger.best = { cost, kind }
      ledger.relaxed = ledger.relaxing
      tools.onProgress?.(sign * cost, kind)
    },
    close: () => certified(tools, ledger, sign),
  }
  return ledger
}

function certified(
  tools: BoundTools,
  { best, proof, start, valid, relaxed }: Ledger,
  sign: number,
): CertifiedBound {
  const bound = sign * best.cost
  const { upper } = tools
  const { routes, ...done } = proof
  const near = (cost: number) => cost <= best.cost + 1e-6 * Math.max(1, Math.abs(cost))
  const difference = upper === undefined ? null : sign * (upper - bound)
  // Below a proved bound there is no valid solution, so such an `upper` is not the cost of one.
  const sound = difference !== null && difference >= -1e-6 * Math.max(1, Math.abs(bound))
  const base = sign > 0 ? upper : bound
  const gap = sound && Number.isFinite(bound) ? Math.max(0, difference) / (base || 1) : null
  return {
    bound,
    kind: best.kind,
    routes,
    relaxed,
    proof: done,
    gap,
    optimal: (sound && near(sign * upper!)) || (start !== null && valid && near(start.cost)),
    ...(start ? { start: { ...start, cost: sign * start.cost, proved: near(start.cost) } } : {}),
  }
}
