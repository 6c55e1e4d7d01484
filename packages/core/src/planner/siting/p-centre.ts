import type { LocationInstance, Sited } from '../../plan/location.ts'
import { coverProblem } from './cover/cover-problem.ts'
import { type CoverAnswer, solveCover } from './cover/solve-cover.ts'
import { nearestShares } from './nearest-shares.ts'
import { coversWithin } from './set-cover.ts'
import type { SitingRun } from './siting-run.ts'

/**
 * p-centre: p sites so that the longest way to the nearest is least (Hakimi 1965), not weighted. Bisection over the
 * distances that occur, each step a set covering with p as its target (Minieka 1970); exact, as the optimum is one
 * of them. Null when no p sites give everybody a way, or none were found.
 */
export async function solvePCentre(
  instance: LocationInstance,
  p: number,
  run: SitingRun,
): Promise<Sited | null> {
  const radii = distinct(instance)
  // Below `low` nothing is feasible, proven; `high` is feasible; `from` is where an undecided radius sends the search.
  let [low, high, from] = [0, radii.length, 0]
  let best: readonly number[] | null = null
  let patience = run.secondsLeft() / 12
  while (low < high && run.secondsLeft() > 0) {
    if (from >= high) {
      from = low
      patience *= 4
    }
    const middle = Math.min((from + high) >> 1, radii.length - 1)
    const answer = await fewest(instance, radii[middle]!, p, limited(run, patience))
    if (answer && answer.cost <= p) {
      best = answer.chosen
      high = longest(instance, best, radii, middle)
    } else {
      const proven = answer === null || answer.bound > p + 1e-6
      if (proven) low = middle + 1
      from = middle + 1
      if (middle === radii.length - 1) break
    }
    run.onProgress?.(best ? radii[high]! : Number.POSITIVE_INFINITY, radii[low] ?? 0)
  }
  return best && answered(instance, p, best, low >= high ? null : radii[low]!)
}

/** Up to p sites that cover all within a radius, or a bound on how many that takes; null when no number does. */
async function fewest(
  instance: LocationInstance,
  radius: number,
  p: number,
  run: SitingRun,
): Promise<CoverAnswer | null> {
  const covers = coversWithin(instance, radius)
  if (covers.some((row) => row.length === 0)) return null
  return solveCover(coverProblem(covers, new Float64Array(instance.sites.length).fill(1)), run, p)
}

/** The same run with so many seconds at most. */
function limited(run: SitingRun, seconds: number): SitingRun {
  const end = run.secondsLeft() - seconds
  return {
    ...run,
    secondsLeft: () => Math.min(run.secondsLeft(), run.secondsLeft() - end),
    onProgress: undefined,
  }
}

const distinct = ({ pairs }: LocationInstance): Float64Array => {
  const sorted = pairs!.filter((d) => d < Number.POSITIVE_INFINITY).sort()
  return sorted.filter((d, k) => k === 0 || d !== sorted[k - 1])
}

/** Where in the list the longest way under some open sites stands: often below the radius asked for. */
function longest(
  instance: LocationInstance,
  open: readonly number[],
  radii: Float64Array,
  middle: number,
): number {
  const most = centreCost(instance, open)
  let high = middle
  while (high > 0 && radii[high - 1]! >= most) high -= 1
  return high
}

function centreCost(instance: LocationInstance, open: readonly number[]): number {
  const n = instance.sites.length
  return nearestShares(instance, open).reduce(
    (most, [share], i) =>
      Math.max(most, share ? instance.pairs![i * n + share.site]! : Number.POSITIVE_INFINITY),
    0,
  )
}

function answered(
  instance: LocationInstance,
  p: number,
  few: readonly number[],
  bound: number | null,
): Sited {
  const open = new Set(few)
  for (let j = 0; open.size < p; j++) open.add(j)
  const list = [...open].sort((a, b) => a - b)
  const cost = centreCost(instance, list)
  const optimal = bound === null || bound >= cost
  return {
    cost,
    bound: optimal ? cost : (bound ?? cost),
    optimal,
    open: list,
    shares: nearestShares(instance, list),
  }
}
