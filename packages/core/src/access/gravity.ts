import { type CatchmentInput, twoStep } from './catchment.ts'
import type { Decay } from './decay.ts'
import type { Links } from './links.ts'

/**
 * Supply within reach weighed by decay, no competition: A = Σ S·f(t). Hansen (1959).
 * With a decay of constant zones this is the (weighted) catchment sum.
 */
export function gravity(
  supply: ArrayLike<number>,
  links: Links,
  decay: Decay,
  maxCost = Infinity,
): Float64Array {
  const access = new Float64Array(links.origins)
  links.cost.forEach((cost, k) => {
    if (cost <= maxCost) access[links.from[k]!]! += supply[links.to[k]!]! * decay(cost)
  })
  return access
}

/** Gravity with competition: A = Σ S·f/V, V = Σ P·f over everybody who may come. Joseph & Bantock (1982). */
export const competitiveGravity = (input: CatchmentInput & { decay: Decay }): Float64Array =>
  twoStep(input).access

/** Divided by the demand-weighted mean, so that 1 is the county's average. All zero stays zero. */
export function normalised(access: Float64Array, demand: ArrayLike<number>): Float64Array {
  let people = 0
  let sum = 0
  access.forEach((a, i) => {
    people += demand[i]!
    sum += a * demand[i]!
  })
  return sum > 0 ? access.map((a) => (a * people) / sum) : access.slice()
}
