import type { Dimension } from '@kuashan/core/figures/figure.ts'
import type { ReportAsk, ReportSide } from '@kuashan/core/figures/report.ts'
import type { StandardReport } from '@kuashan/core/figures/standard-reports.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'

/** What a report is compared with: today, another plan, or every measurement that was kept, one column each. */
export interface ReportDraft {
  figures: readonly string[]
  by: Dimension | null
  asOf: string
  from: string
  to: string
  cumulative: boolean
  /** Id of a plan; null for today alone. */
  plan: string | null
  /** `today`, the id of a plan, or null for no baseline. */
  baseline: string | null
  /** Columns are measurements instead. */
  trend: boolean
}

/** As many measurements as can be read side by side. */
export const mostMeasurements = 6

/** Figures of a standard report, with what else was chosen kept as it is. */
export const withStandard = (
  draft: ReportDraft,
  { figures, by, trend }: StandardReport,
): ReportDraft => ({ ...draft, figures, by, trend: trend ?? false })

const sideOf = (id: string): ReportSide =>
  id === 'today' ? { of: 'today' } : { of: 'plan', plan: id }

/** What is asked of the server; null while something is missing. `measurements` are ids, newest first. */
export function askOf(
  { figures, by, asOf, from, to, cumulative, plan, baseline, trend }: ReportDraft,
  measurements: readonly string[],
): ReportAsk | null {
  const kept = measurements.slice(0, mostMeasurements).toReversed()
  const chosen = [...new Set([baseline, plan].filter((id) => id !== null))]
  const sides: ReportSide[] = trend
    ? kept.map((measurement) => ({ of: 'measurement', measurement }))
    : (chosen.length > 0 ? chosen : ['today']).map(sideOf)
  if (figures.length === 0 || sides.length === 0 || !asOf || !from || !to) return null
  const days = { asOf: asOf as PlainDate, from: from as PlainDate, to: to as PlainDate }
  return { figures: [...figures], by, when: { ...days, cumulative }, sides }
}

/** A saved report as it is edited again. Measurements kept since are columns too. */
export function draftOf({ figures, by, when, sides }: ReportAsk): ReportDraft {
  const trend = sides.every(({ of }) => of === 'measurement')
  const ids = sides.flatMap((side) =>
    side.of === 'plan' ? [side.plan] : side.of === 'today' ? ['today'] : [],
  )
  const plan = ids.at(-1) ?? null
  return {
    figures,
    by,
    ...when,
    plan: plan === 'today' ? null : plan,
    baseline: ids.length > 1 || plan === 'today' ? (ids[0] ?? null) : null,
    trend,
  }
}
