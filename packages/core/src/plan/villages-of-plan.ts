import type { County } from './county.ts'
import type { Plan } from './plan.ts'

/** Codes of the villages whose people a plan serves or leaves out, in order: each gets a notice. */
export function villagesOfPlan(
  { settlements }: Pick<County, 'settlements'>,
  { assignments, shortages }: Pick<Plan, 'assignments' | 'shortages'>,
): string[] {
  const touched = new Set([...assignments, ...shortages].map((line) => line.settlement))
  const villages = settlements.filter((s) => touched.has(s.id)).map((s) => s.division)
  return [...new Set(villages)].filter((code) => code !== '').sort()
}
