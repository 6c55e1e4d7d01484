/**
 * How much of a need still counts that waited some days, 1 at once, falling: `step` counts in full up to
 * `days` and then not at all; `exponential` decays with mean `days`. `none` never decays (fixed sites, yearly care).
 */
export type WaitDecay =
  | { form: 'none' }
  | { form: 'step'; days: number }
  | { form: 'exponential'; days: number }

/** ω(x) for a wait of x days. */
export function worthAfter(decay: WaitDecay, wait: number): number {
  if (decay.form === 'none') return 1
  if (decay.form === 'step') return wait <= decay.days ? 1 : 0
  return Math.exp(-wait / decay.days)
}

const sumOver = (gaps: readonly number[], of: (gap: number) => number): number =>
  gaps.reduce((sum, gap) => sum + of(gap), 0)

/**
 * Temporal availability T: the mean of ω over a need that arises at a random moment, (1/H) Σ ∫₀^Δ ω.
 * @param gaps cyclic gaps between visits, days; they add up to the horizon H. None: no visit, T = 0.
 */
export function temporalAvailability(gaps: readonly number[], decay: WaitDecay): number {
  const horizon = sumOver(gaps, (gap) => gap)
  if (horizon === 0) return 0
  if (decay.form === 'none') return 1
  const worth =
    decay.form === 'step'
      ? sumOver(gaps, (gap) => Math.min(gap, decay.days))
      : sumOver(gaps, (gap) => decay.days * (1 - Math.exp(-gap / decay.days)))
  return worth / horizon
}

/** Mean wait of a need that arises at a random moment: Σ Δ² / 2H, days. */
export const meanWait = (gaps: readonly number[]): number =>
  sumOver(gaps, (gap) => gap * gap) / (2 * sumOver(gaps, (gap) => gap))

/** The wait that a share of needs do not exceed: solves Σ min(Δ, x) = share × H. */
export function waitAtShare(gaps: readonly number[], share: number): number {
  const wanted = share * sumOver(gaps, (gap) => gap)
  const sorted = [...gaps].sort((a, b) => a - b)
  let done = 0
  for (const [k, gap] of sorted.entries()) {
    const longer = sorted.length - k
    if (done + gap * longer >= wanted) return (wanted - done) / longer
    done += gap
  }
  return sorted.at(-1) ?? Number.NaN
}
