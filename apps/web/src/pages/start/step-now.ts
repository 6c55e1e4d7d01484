/** How far a county is. */
export interface Begun {
  hasData: boolean
  isMeasured: boolean
  plans: number
}

/** The step that comes next, counted from zero; the number of steps where all are done. */
export function stepNow({ hasData, isMeasured, plans }: Begun): number {
  if (!hasData) return 0
  if (!isMeasured) return 2
  return plans === 0 ? 3 : 4
}
