import type { Milp } from '../../../kernel/milp.ts'
import { milpBuilder } from '../milp-builder.ts'
import { type CapacityStatus, leastSites } from './capacity-prices.ts'
import type { SingleSource } from './single-source.ts'

/** A pair of client and site that the model holds. */
export interface Pair {
  client: number
  site: number
}

/** An answer with the parts of each client that each open site serves. */
export interface Unproven {
  cost: number
  open: readonly number[]
  parts: readonly (readonly { site: number; share: number }[])[]
}

export interface AssignmentModel {
  milp: Milp
  /** First the variables of `sites`, then those of `pairs`. */
  sites: readonly number[]
  pairs: readonly Pair[]
}

/**
 * Capacitated location in full: Σ x = 1 for each client, Σ demand x ≤ capacity y for each site, and the strong rows
 * x ≤ y for the pairs asked for. `whole` clients may not be split. Sites that are settled closed are left out.
 */
export function assignmentModel(
  problem: SingleSource,
  status: CapacityStatus,
  pairs: readonly Pair[],
  { whole, strong }: { whole: boolean; strong: (pair: Pair, index: number) => boolean },
): AssignmentModel {
  const model = milpBuilder()
  const { demand, capacity, cost, fixed, p } = problem
  const sites = [...status.keys()].filter((j) => status[j] !== -1)
  const open = new Int32Array(problem.sites).fill(-1)
  for (const j of sites) open[j] = model.binary(`y ${j}`, fixed[j]!)
  const byClient: (readonly [number, number])[][] = Array.from(
    { length: problem.clients },
    () => [],
  )
  const bySite: (readonly [number, number])[][] = Array.from({ length: problem.sites }, () => [])
  pairs.forEach(({ client, site }, k) => {
    const price = cost[client * problem.sites + site]!
    const x = whole ? model.binary('x', price) : model.continuous('x', price, 1)
    byClient[client]!.push([x, 1])
    bySite[site]!.push([x, demand[client]!])
    if (strong(pairs[k]!, k))
      model.row('strong', Number.NEGATIVE_INFINITY, 0, [
        [x, 1],
        [open[site]!, -1],
      ])
  })
  for (const terms of byClient) model.row('served', 1, 1, terms)
  for (const j of sites) {
    if (capacity[j] !== Number.POSITIVE_INFINITY)
      model.row('capacity', Number.NEGATIVE_INFINITY, 0, [...bySite[j]!, [open[j]!, -capacity[j]!]])
    if (status[j] === 1) model.row('kept', 1, 1, [[open[j]!, 1]])
  }
  const all = sites.map((j) => [open[j]!, 1] as const)
  if (p !== null) model.row('p', p, p, all)
  else model.row('least sites', leastSites(problem), Number.POSITIVE_INFINITY, all)
  if (capacity.every(Number.isFinite))
    model.row(
      'room',
      demand.reduce((a, b) => a + b, 0),
      Number.POSITIVE_INFINITY,
      sites.map((j) => [open[j]!, capacity[j]!] as const),
    )
  return { milp: model.build(), sites, pairs }
}

/** An answer as values of the model; null where it uses a pair that the model lacks. */
export function assignmentStart(
  model: AssignmentModel,
  answer: {
    open: readonly number[]
    parts: readonly (readonly { site: number; share: number }[])[]
  },
): number[] | null {
  const isOpen = new Set(answer.open)
  const values = model.milp.variables.map(() => 0)
  model.sites.forEach((j, k) => {
    if (isOpen.has(j)) values[k] = 1
  })
  let placed = 0
  model.pairs.forEach(({ client, site }, k) => {
    const part = answer.parts[client]!.find((each) => each.site === site)
    if (!part) return
    values[model.sites.length + k] = part.share
    placed += 1
  })
  return placed === answer.parts.reduce((sum, list) => sum + list.length, 0) ? values : null
}

/** The answer that values of the model stand for. */
export function fromValues(
  problem: SingleSource,
  model: AssignmentModel,
  values: readonly number[],
): Unproven {
  const parts: { site: number; share: number }[][] = Array.from(
    { length: problem.clients },
    () => [],
  )
  model.pairs.forEach(({ client, site }, k) => {
    const share = values[model.sites.length + k]!
    if (share > 1e-9) parts[client]!.push({ site, share })
  })
  const used = new Set(parts.flatMap((list) => list.map(({ site }) => site)))
  const open = model.sites.filter((j, k) => used.has(j) || (problem.p !== null && values[k]! > 0.5))
  const fixed = open.reduce((sum, j) => sum + problem.fixed[j]!, 0)
  const cost = parts.reduce(
    (sum, list, i) =>
      sum +
      list.reduce((s, { site, share }) => s + share * problem.cost[i * problem.sites + site]!, 0),
    fixed,
  )
  return { cost, open, parts }
}
