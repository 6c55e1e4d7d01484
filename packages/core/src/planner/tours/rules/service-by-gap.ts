import type { RuledCustomer } from '../ruled/problem.ts'

/** Service of a visit `gap` calendar days after the one before. */
export function serviceAfter({ service, serviceByGap }: RuledCustomer, gap: number): number {
  let found = service
  for (const step of serviceByGap) if (step.gap <= gap) found = step.service
  return found
}

/** The longest service that any gap can ask for: what a place on a day is judged with before its dates are known. */
export const longestService = ({ service, serviceByGap }: RuledCustomer): number =>
  serviceByGap.at(-1)?.service ?? service
