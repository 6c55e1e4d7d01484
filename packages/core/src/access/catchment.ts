import { binary, type Decay, e2sfcaZones, threeStepZones } from './decay.ts'
import type { Links } from './links.ts'

/** People (or services wanted) at origins, capacity at destinations, and the ways between. */
export interface CatchmentInput {
  demand: ArrayLike<number>
  supply: ArrayLike<number>
  links: Links
  /** Pairs beyond are not used at all; inclusive. Infinity unless said. */
  maxCost?: number
  decay?: Decay
}

/** `access` is supply per head of demand at each origin, 0 where nothing is in reach. */
export interface Catchment {
  access: Float64Array
  /** Supply per head at each destination. 0 where it has no demand in reach: its supply reaches nobody. */
  ratio: Float64Array
  /** Number of destinations within reach of each origin: tells 0 from "nothing in reach" (PySAL gives NaN). */
  reached: Uint32Array
}

/** The general form: w weighs both steps, v the second once more (M2SFCA), both per link. */
function floatingCatchment(
  { demand, supply, links, maxCost = Infinity }: CatchmentInput,
  first: (link: number) => number,
  second: (link: number) => number,
): Catchment {
  const { from, to, cost } = links
  const load = new Float64Array(links.destinations)
  for (let k = 0; k < cost.length; k++) {
    if (cost[k]! <= maxCost) load[to[k]!]! += demand[from[k]!]! * first(k)
  }
  const ratio = load.map((people, j) => (people > 0 ? supply[j]! / people : 0))
  const access = new Float64Array(links.origins)
  const reached = new Uint32Array(links.origins)
  for (let k = 0; k < cost.length; k++) {
    if (cost[k]! > maxCost) continue
    access[from[k]!]! += ratio[to[k]!]! * second(k)
    reached[from[k]!]!++
  }
  return { access, ratio, reached }
}

/**
 * Two-step floating catchment area: R = S / ΣP within the limit, A = ΣR within the limit.
 * Luo & Wang (2003). With `decay` given it weighs both steps. Σ P·A = Σ S over supply with demand in reach.
 */
export function twoStep(input: CatchmentInput): Catchment {
  const decay = input.decay ?? binary(Infinity)
  const weight = (link: number) => decay(input.links.cost[link]!)
  return floatingCatchment(input, weight, weight)
}

/** Enhanced 2SFCA: zones of distance weigh both steps. Luo & Qi (2009). Conserves supply like 2SFCA. */
export const enhancedTwoStep = (input: CatchmentInput): Catchment =>
  twoStep({ decay: e2sfcaZones, ...input })

/** Modified 2SFCA: the second step weighs by f², so badly placed supply loses. Delamater (2013). Does not conserve supply. */
export function modifiedTwoStep(input: CatchmentInput): Catchment {
  const decay = input.decay ?? e2sfcaZones
  const weight = (link: number) => decay(input.links.cost[link]!)
  return floatingCatchment(input, weight, (link) => weight(link) ** 2)
}

/**
 * Three-step FCA: people share their demand out among destinations, G = f / Σf over *all* destinations of the origin
 * (no limit there), and G weighs both steps. Wan, Zou & Sternberg (2012). Conserves supply.
 */
export function threeStep(input: CatchmentInput): Catchment {
  const decay = input.decay ?? threeStepZones
  const { from, cost } = input.links
  const weights = Float64Array.from(cost, (c) => decay(c))
  const total = new Float64Array(input.links.origins)
  weights.forEach((w, k) => {
    total[from[k]!]! += w
  })
  const weight = (link: number) => {
    const sum = total[from[link]!]!
    return sum > 0 ? (weights[link]! / sum) * weights[link]! : 0
  }
  return floatingCatchment(input, weight, weight)
}

/**
 * Supply per head inside each origin's own floating area: Σ S within the limit / Σ P within the limit.
 * @param neighbours links between origins, for the people within the limit
 */
export function catchmentRatio(
  { demand, supply, links, maxCost = Infinity }: Omit<CatchmentInput, 'decay'>,
  neighbours: Links,
): Float64Array {
  const offered = new Float64Array(links.origins)
  links.cost.forEach((cost, k) => {
    if (cost <= maxCost) offered[links.from[k]!]! += supply[links.to[k]!]!
  })
  const people = new Float64Array(links.origins)
  neighbours.cost.forEach((cost, k) => {
    if (cost <= maxCost) people[neighbours.from[k]!]! += demand[neighbours.to[k]!]!
  })
  return offered.map((s, i) => (people[i]! > 0 ? s / people[i]! : 0))
}

/** Access times demand over all origins: what reaches people. Compared with Σ supply by the conservation tests. */
export const delivered = (demand: ArrayLike<number>, access: Float64Array): number =>
  access.reduce((sum, a, i) => sum + a * demand[i]!, 0)
