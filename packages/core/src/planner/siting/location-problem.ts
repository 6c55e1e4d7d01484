/** Demand points and candidate sites with a distance between each pair: what all location models start from. */
export interface LocationProblem {
  demand: readonly { id: string; weight: number }[]
  sites: readonly string[]
  /** `distance[demand][site]`, any unit; negative is "no way". */
  distance: readonly (readonly number[])[]
}

/** Sites opened, by index ascending, with the model's own objective and proven bound. */
export interface Sited {
  sites: readonly number[]
  /** Index of each demand point's site; -1 where it has none. */
  siteOf: Int32Array
  objective: number
  bound: number
  proven: boolean
}

/** Indices of the sites within a radius (inclusive) of a demand point. */
export const within = (problem: LocationProblem, point: number, radius: number): number[] =>
  problem.distance[point]!.flatMap((d, j) => (d >= 0 && d <= radius ? [j] : []))

/** The nearest open site of every demand point; the lower index on a tie. */
export function nearestOpen(problem: LocationProblem, open: readonly number[]): Int32Array {
  return Int32Array.from(problem.demand, (_, i) => {
    let best = -1
    for (const j of open) {
      const d = problem.distance[i]![j]!
      if (d >= 0 && (best < 0 || d < problem.distance[i]![best]!)) best = j
    }
    return best
  })
}
