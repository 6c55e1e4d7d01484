import type { Milp } from '../../../kernel/milp.ts'
import { milpBuilder } from '../milp-builder.ts'
import type { ServiceCosts } from './service-costs.ts'
import { closes, type SitePrices, type SiteStatus, sitesOf } from './site-prices.ts'

/** What the integer program leaves out of its objective, and which sites its first variables stand for. */
export interface RadiusModel {
  milp: Milp
  constant: number
  sites: readonly number[]
}

/** Steps of one client: sites by rising cost, and from which cost to which each step leads. */
interface Ladder {
  steps: { sites: number[]; rise: number }[]
  /** After the last step a site is open, or no better answer exists. */
  ends: boolean
}

/**
 * Null when the model would have more than `mostTerms` terms. The radius formulation: z of a step is 1 when no site up to it is open, and pays the way to the next.
 * Source: Cornuéjols, Nemhauser & Wolsey 1980; García, Labbé & Marín 2011. Settled sites are left out; a ladder ends
 * where its bound says that no better answer climbs higher; clients with the same ladder are added up.
 */
export function radiusModel(
  costs: ServiceCosts,
  p: number,
  status: SiteStatus,
  prices: SitePrices,
  upper: number,
  mostTerms: number,
): RadiusModel | null {
  const model = milpBuilder()
  const sites = [...sitesOf(status, 0)]
  const variable = new Int32Array(costs.sites).fill(-1)
  for (const j of sites) variable[j] = model.binary(`y ${j}`, 0)
  const room = p - status.reduce((sum, s) => sum + (s === 1 ? 1 : 0), 0)
  model.row(
    'p',
    room,
    room,
    sites.map((j) => [variable[j]!, 1] as const),
  )
  const settledRise = riseOfClosing(sites, room, prices)
  const ladders = new Map<string, Ladder>()
  let constant = 0
  let terms = 0
  for (let i = 0; i < costs.clients; i++) {
    const { ladder, base } = ladderOf(costs, i, status, (closed, next) =>
      closes(
        costs,
        prices.bound + settledRise(closed) + Math.max(0, next - prices.lambda[i]!),
        upper,
      ),
    )
    constant += base
    const key = ladder.steps.map(({ sites: at }) => at.join(' ')).join(',') + ladder.ends
    const same = ladders.get(key)
    if (same) for (const [k, step] of ladder.steps.entries()) same.steps[k]!.rise += step.rise
    else {
      ladders.set(key, ladder)
      for (const step of ladder.steps) terms += step.sites.length + 2
      if (terms > mostTerms) return null
    }
  }
  for (const { steps, ends } of ladders.values()) {
    let above = -1
    steps.forEach(({ sites: at, rise }, k) => {
      const last = ends && k === steps.length - 1
      const z = last ? -1 : model.continuous('z', rise, 1)
      model.row('step', above < 0 ? 1 : 0, Number.POSITIVE_INFINITY, [
        ...(last ? [] : [[z, 1] as const]),
        ...at.map((j) => [variable[j]!, 1] as const),
        ...(above < 0 ? [] : [[above, -1] as const]),
      ])
      above = z
    })
  }
  return { milp: model.build(), constant, sites }
}

/** By how much the bound rises at least when some sites are closed: each chosen one gives way to a dearer. */
function riseOfClosing(
  sites: readonly number[],
  room: number,
  prices: SitePrices,
): (closed: readonly number[]) => number {
  const order = [...sites].sort((a, b) => prices.worth[a]! - prices.worth[b]! || a - b)
  const next = room < order.length ? prices.worth[order[room]!]! : Number.POSITIVE_INFINITY
  const rise = new Map(order.slice(0, room).map((j) => [j, next - prices.worth[j]!]))
  return (closed) => closed.reduce((sum, j) => sum + (rise.get(j) ?? 0), 0)
}

function ladderOf(
  costs: ServiceCosts,
  i: number,
  status: SiteStatus,
  hopeless: (closed: readonly number[], next: number) => boolean,
): { ladder: Ladder; base: number } {
  const groups: { sites: number[]; cost: number }[] = []
  let top = costs.fallback[i]!
  for (let k = costs.clientStart[i]!; k < costs.clientStart[i + 1]!; k++) {
    const j = costs.clientSite[k]!
    const cost = costs.clientCost[k]!
    if (status[j] === 1) {
      top = cost
      break
    }
    if (status[j] === -1) continue
    const group = groups.at(-1)
    if (group?.cost === cost) group.sites.push(j)
    else groups.push({ sites: [j], cost })
  }
  if (groups.at(-1)?.cost === top) groups.pop()
  const base = groups[0]?.cost ?? top
  const steps: Ladder['steps'] = []
  const closed: number[] = []
  for (const [k, group] of groups.entries()) {
    const next = groups[k + 1]?.cost ?? top
    closed.push(...group.sites)
    steps.push({ sites: group.sites.sort((a, b) => a - b), rise: next - group.cost })
    if (hopeless(closed, next)) return { ladder: { steps, ends: true }, base }
  }
  return { ladder: { steps, ends: false }, base }
}

/** A set of sites as a start for the model: every z as low as it may be. */
export function radiusStart(model: RadiusModel, open: readonly number[]): number[] {
  const isOpen = new Set(open)
  const values = model.milp.variables.map(() => 0)
  model.sites.forEach((j, k) => {
    if (isOpen.has(j)) values[k] = 1
  })
  for (const row of model.milp.rows) {
    if (row.high !== Number.POSITIVE_INFINITY) continue
    const [first] = row.terms
    if (!first || first[0] < model.sites.length) continue
    const others = row.terms.slice(1).reduce((sum, [v, c]) => sum + c * values[v]!, 0)
    values[first[0]] = Math.max(0, row.low - others)
  }
  return values
}

/** The open sites of an answer to the model. */
export const radiusOpen = (
  model: RadiusModel,
  values: readonly number[],
  status: SiteStatus,
): number[] =>
  [...model.sites.filter((_, k) => values[k]! > 0.5), ...sitesOf(status, 1)].sort((a, b) => a - b)
