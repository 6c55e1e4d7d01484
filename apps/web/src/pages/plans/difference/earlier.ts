import type { PlanSaved } from '@kuashan/contract/plan-edits.ts'
import type { PlanLine } from '@kuashan/contract/plans.ts'

/** What a plan can be set against: an earlier save of its own (`plan` null), or the newest document of another plan. */
export type Earlier = { plan: null; version: number } | { plan: string; version: null }

export const earlierKey = ({ plan, version }: Earlier): string => `${plan ?? ''} ${version ?? ''}`

type Line = Pick<PlanLine, 'id' | 'step' | 'base' | 'documentVersion' | 'changedAt'>

/**
 * The versions a plan is read against, the most telling first: for one that has been published the plan published before
 * it, then what it was made from, its own earlier saves (the newest first), the plan in force, and every other plan.
 */
export function beforeOf(
  line: Line,
  plans: readonly Line[],
  saves: readonly Pick<PlanSaved, 'version'>[],
): Earlier[] {
  const others = plans
    .filter(({ id }) => id !== line.id)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
  const isOut = line.step === 'published' || line.step === 'replaced'
  const replaced = others.filter(
    ({ step, changedAt }) => isOut && step === 'replaced' && changedAt <= line.changedAt,
  )
  const own = saves
    .filter(({ version }) => version < line.documentVersion)
    .sort((a, b) => b.version - a.version)
    .map(({ version }): Earlier => ({ plan: null, version }))
  const other = (some: readonly Line[]) =>
    some.map(({ id }): Earlier => ({ plan: id, version: null }))
  const all = [
    ...other(replaced.slice(0, 1)),
    ...other(others.filter(({ id }) => id === line.base)),
    ...own,
    ...other(others.filter(({ step }) => step === 'published')),
    ...other(others),
  ]
  return [...new Map(all.map((one) => [earlierKey(one), one])).values()]
}
