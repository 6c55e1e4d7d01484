import type { Domain } from '../../catalogue/service.ts'
import { compareText } from '../../kernel/order.ts'

/** What several departments use together: what each adds by itself, and what any of them needs. */
export interface JointCost {
  /** Fen that fall to one department alone, by department. */
  own: ReadonlyMap<Domain, number>
  /** Fen that are spent once if any of these departments takes part: a day out, the way to a stop, setting up. */
  shared: readonly { fen: number; of: ReadonlySet<Domain> }[]
}

export interface CostShare {
  domain: Domain
  fen: number
  /** What it would cost to serve this department alone. */
  alone: number
}

/**
 * Splits a joint cost of whole fen between departments: its own to each, and of what is shared an equal part to each
 * that needs it. This is the Shapley value of the game in which a group of departments pays what it would cost to serve
 * just them; as what is shared is paid once, that game is concave, so the value lies in its core: no group pays more
 * than it would by itself (Shapley 1971; for joint transport, Frisk et al. 2010). Shares are whole fen that add up to
 * the total to the fen: what rounding leaves goes by largest remainder, then by name, so the order of rows is no matter.
 */
export function splitCost({ own, shared }: JointCost): CostShare[] {
  const domains = [...new Set([...own.keys(), ...shared.flatMap((s) => [...s.of])])].sort(
    compareText,
  )
  const exact = new Map(domains.map((d) => [d, own.get(d) ?? 0]))
  const alone = new Map(exact)
  let total = [...exact.values()].reduce((a, b) => a + b, 0)
  for (const { fen, of } of shared) {
    if (of.size === 0) continue
    total += fen
    for (const d of of) {
      exact.set(d, exact.get(d)! + fen / of.size)
      alone.set(d, alone.get(d)! + fen)
    }
  }
  const fen = wholeParts(
    domains.map((d) => exact.get(d)!),
    Math.round(total),
  )
  return domains.map((domain, k) => ({
    domain,
    fen: fen[k]!,
    alone: Math.round(alone.get(domain)!),
  }))
}

/** Whole numbers next to `parts` that add up to `total`: the largest remainders are rounded up. */
function wholeParts(parts: readonly number[], total: number): number[] {
  const whole = parts.map((p) => Math.floor(p + 1e-9))
  const left = total - whole.reduce((a, b) => a + b, 0)
  const byRemainder = parts
    .map((p, k) => ({ k, rest: Math.round((p - whole[k]!) * 1e6) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
  byRemainder.slice(0, left).forEach(({ k }) => {
    whole[k]! += 1
  })
  return whole
}
