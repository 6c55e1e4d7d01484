import type { County } from './county.ts'
import type { Plan } from './plan.ts'

/** Ids of the settlements whose people a plan serves or leaves out. */
export const settlementsOfPlan = ({
  assignments,
  shortages,
}: Pick<Plan, 'assignments' | 'shortages'>): string[] => [
  ...new Set([...assignments, ...shortages].map((line) => line.settlement)),
]

/** Codes of the villages that settlements lie in, in order. */
export function villagesOf(
  { settlements }: Pick<County, 'settlements'>,
  ids: readonly string[],
): string[] {
  const touched = new Set(ids)
  const villages = settlements.filter((s) => touched.has(s.id)).map((s) => s.division)
  return [...new Set(villages)].filter((code) => code !== '').sort()
}

/** Codes of the villages whose people a plan serves or leaves out, in order: each gets a notice. */
export const villagesOfPlan = (
  county: Pick<County, 'settlements'>,
  plan: Pick<Plan, 'assignments' | 'shortages'>,
): string[] => villagesOf(county, settlementsOfPlan(plan))
