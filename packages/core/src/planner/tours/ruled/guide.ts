import { isPublished } from './levels.ts'
import type { RuledProblem, Unit } from './problem.ts'

/** What steers the insertions beside the cost of routes: prices of absence and of dates, and days ruled out. */
export interface Guide {
  /** What leaving a unit out counts, by unit; in the unit of cost. */
  absence: Float64Array
  /** Price of a visit that is a change against the published ones, and of one against a wish. */
  change: number
  wish: number
  extra(unit: number, slot: number): number
}

/**
 * Prices that keep the order of the levels: a unit of prize of a class counts more than serving everything of the classes
 * behind it, and any prize more than the dearest service of a unit.
 */
export function absencePrices(problem: RuledProblem, dearest: number): Float64Array {
  const { units, classes, instance } = problem
  const dear = dearest * 1000
  const broken = (u: Unit) => (u.locked.size > 0 ? 1000 : 0)
  if (instance.objective === 'distance')
    return Float64Array.from(
      units,
      (u) => (u.must + broken(u)) * dear + u.prizes.reduce((s, p) => s + p.prize, 0),
    )
  const weights = new Float64Array(classes)
  let weight = dearest + 1
  for (let k = classes - 1; k >= 0; k--) {
    weights[k] = weight
    const prizes = units.flatMap((u) => u.prizes.filter((p) => p.priority === k))
    weight = Math.min(1e12, weight * (1 + prizes.reduce((sum, { prize }) => sum + prize, 0)))
  }
  return Float64Array.from(
    units,
    (u) =>
      (u.must + broken(u)) * weight * 1000 +
      u.prizes.reduce((sum, { priority, prize }) => sum + prize * weights[priority]!, 0),
  )
}

/** A guide that wants nothing but low cost yet. */
export function makeGuide(problem: RuledProblem, absence: Float64Array): Guide {
  const { units, slots } = problem
  const guide: Guide = {
    absence,
    change: 0,
    wish: 0,
    extra(u, slot) {
      const unit = units[u]!
      let price = guide.wish * (unit.unwished.get(slots[slot]!.day) ?? 0)
      for (const published of unit.published)
        if (!isPublished(published, slots[slot]!)) price += 2 * guide.change
      return price
    },
  }
  return guide
}
