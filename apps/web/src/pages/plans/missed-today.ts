import { routes } from '@kuashan/contract/routes.ts'
import type { MissedToday } from '../../parts/plans/plan-figures.ts'
import { useAnswer } from '../../server/server.ts'

/** Floors missed today by the newest measurement; null where nothing was measured yet. */
export function useMissedToday(county: string): MissedToday | null {
  const gaps = useAnswer(routes.measures.latest, { params: { county } }).data?.data.gaps
  return gaps
    ? { missed: gaps.length, people: gaps.reduce((sum, gap) => sum + gap.people, 0) }
    : null
}
