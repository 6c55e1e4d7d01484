/** A plan by the two things that pull against each other: both are better when smaller. */
export interface FrontPoint {
  /** Fen of cash a year. */
  cost: number
  /** People × services of those worst off: who miss a floor. */
  missed: number
  /** Mean minutes of the worst tenth, told beside; decides nothing. */
  worstMinutes: number | null
}

/** Whether one point is as good in both and better in one. */
const dominates = (a: FrontPoint, b: FrontPoint): boolean =>
  a.cost <= b.cost && a.missed <= b.missed && (a.cost < b.cost || a.missed < b.missed)

/** The points that no other dominates, cheapest first; of equal ones the first given. */
export function paretoFront<T extends FrontPoint>(points: readonly T[]): T[] {
  return points
    .filter(
      (p, k) =>
        !points.some(
          (q, j) => dominates(q, p) || (j < k && q.cost === p.cost && q.missed === p.missed),
        ),
    )
    .sort((a, b) => a.cost - b.cost)
}

/**
 * The area that a front dominates below a reference point that is worse than all of it, as a share of the rectangle
 * between the reference and the ideal (0, 0): 1 would be free and for everybody (Zitzler & Thiele 1998).
 */
export function hypervolume(front: readonly FrontPoint[], worst: FrontPoint): number {
  if (!(worst.cost > 0) || !(worst.missed > 0)) return 0
  let area = 0
  let ceiling = worst.missed
  for (const point of paretoFront(front)) {
    if (point.cost >= worst.cost || point.missed >= ceiling) continue
    area += (worst.cost - point.cost) * (ceiling - point.missed)
    ceiling = point.missed
  }
  return area / (worst.cost * worst.missed)
}

/**
 * Budgets for an ε-constraint sweep: `count` steps from the dearest plan wanted down to the cheapest one possible, both
 * included, in whole fen.
 */
export function budgetSteps(least: number, most: number, count: number): number[] {
  const [low, high] = [Math.min(least, most), Math.max(least, most)]
  if (count <= 1) return [high]
  const steps = Array.from({ length: count }, (_, k) =>
    Math.round(high - ((high - low) * k) / (count - 1)),
  )
  return [...new Set(steps)]
}
