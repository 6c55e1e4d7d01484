import type { CheckedRoutes } from '@kuashan/core/check/check-routes.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import type { CertifiedBound } from '@kuashan/core/planner/tours/bounds/certified-bound.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { boundRouting } from '@kuashan/engine/bounds/bound-routing.ts'
import type { Solved } from '@kuashan/engine/search/solve-routing.ts'
import type { Session } from './session.ts'

/** What is proved of a solution: no valid one costs less than `bound` (with prizes: collects more). */
export interface Certificate extends Pick<CertifiedBound, 'bound' | 'kind' | 'relaxed'> {
  /** Share of the bound by which the solution is worse; null where the solution isn't valid. */
  gap: number | null
}

/** The bound that the search proved on its way, or one proved now for `--bound` seconds; null where neither is there. */
export async function certificate(
  instance: RoutingInstance,
  { bound }: Solved,
  { cost, feasible }: CheckedRoutes,
  options: { bound?: number },
  { terminal, signal }: Session,
): Promise<Certificate | null> {
  let proved = bound
  if (options.bound !== undefined) {
    const step = terminal.step({ zh: '求下界', en: 'Proving a bound' })
    const deadline = performance.timeOrigin + performance.now() + options.bound * 1000
    const again = await boundRouting(instance, {
      deadline,
      signal,
      ...(feasible && instance.objective !== 'profit' ? { upper: cost } : {}),
      onProgress: (value) => step.at(0.5, value.toFixed(2)),
    })
    step.done()
    if (proved === undefined || better(instance, again.bound, proved.bound)) proved = again
  }
  if (proved === undefined || !Number.isFinite(proved.bound)) return null
  const gap = Math.abs(cost - proved.bound) / Math.max(1e-9, Math.abs(proved.bound))
  return {
    bound: proved.bound,
    kind: proved.kind,
    relaxed: proved.relaxed,
    gap: feasible ? gap : null,
  }
}

const better = ({ objective }: RoutingInstance, a: number, b: number): boolean =>
  objective === 'profit' ? a < b : a > b

/** One line for people. */
export function certificateInWords({ bound, kind, gap, relaxed }: Certificate): Words {
  const value = bound.toFixed(2)
  const without = relaxed.length > 0 ? relaxed.join(', ') : null
  const share = gap === null ? null : `${(gap * 100).toFixed(2)} %`
  return {
    zh: `已证明的界：${value}（${kind}）${share ? `，差距 ${share}` : ''}${without ? `；未计入：${without}` : ''}`,
    en: `proved bound: ${value} (${kind})${share ? `, gap ${share}` : ''}${without ? `; left out: ${without}` : ''}`,
  }
}
