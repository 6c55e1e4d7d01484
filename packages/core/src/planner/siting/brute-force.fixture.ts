import { type Random, random } from '../../kernel/random.ts'
import { isWithin, type LocationInstance, type LocationKind } from '../../plan/location.ts'

export function* subsets(n: number, p: number, from = 0): Generator<number[]> {
  if (p === 0) yield []
  else
    for (let j = from; j <= n - p; j++)
      for (const rest of subsets(n, p - 1, j + 1)) yield [j, ...rest]
}

function* allSubsets(n: number): Generator<number[]> {
  for (let p = 0; p <= n; p++) yield* subsets(n, p)
}

/** A small instance by chance: some pairs have no way, costs may be fractions, capacities are tight but enough. */
export function smallInstance(
  seed: number,
  size: { clients: number; sites: number; square?: boolean },
): LocationInstance {
  const source = random(seed)
  const sites = size.square ? size.clients : size.sites
  const fraction = seed % 2 === 0 ? 1 : 4
  const draw = (low: number, most: number) => (low * fraction + source.below(most)) / fraction
  const list = (n: number, value: () => number) => Float64Array.from({ length: n }, value)
  const demand = list(size.clients, () => 1 + source.below(5))
  const total = demand.reduce((a, b) => a + b, 0)
  return {
    name: `small ${seed}`,
    clients: Array.from({ length: size.clients }, (_, i) => i + 1),
    sites: Array.from({ length: sites }, (_, j) => j + 1),
    weight: list(size.clients, () => 1 + source.below(9)),
    demand,
    pairs: list(size.clients * sites, () => noWay(source, draw(1, 60))),
    covers: null,
    fixed: list(sites, () => 10 + source.below(40)),
    capacity: list(sites, () => Math.ceil((total * (1 + source.next())) / 3)),
    p: 3,
    radius: 20,
  }
}

const noWay = (source: Random, value: number): number =>
  source.next() < 0.06 ? Number.POSITIVE_INFINITY : value

/** The best there is, by trying all sets of sites and, single source, all assignments; Infinity where none is feasible. */
export function bestByTrying(instance: LocationInstance, kind: LocationKind): number {
  const n = instance.sites.length
  const pair = (i: number, j: number) => instance.pairs![i * n + j]!
  const nearest = (i: number, open: readonly number[]) =>
    Math.min(Number.POSITIVE_INFINITY, ...open.map((j) => pair(i, j)))
  const each = (value: (i: number) => number) => instance.clients.map((_, i) => value(i))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const limited = [...subsets(n, instance.p ?? 0)]
  const fixedOf = (open: readonly number[]) => sum(open.map((j) => instance.fixed![j]!))
  const covered = (i: number, open: readonly number[]) =>
    isWithin(nearest(i, open), instance.radius!)
  switch (kind) {
    case 'p-median':
      return Math.min(
        ...limited.map((open) => sum(each((i) => instance.weight[i]! * nearest(i, open)))),
      )
    case 'p-centre':
      return Math.min(...limited.map((open) => Math.max(...each((i) => nearest(i, open)))))
    case 'mclp':
      return Math.max(
        ...limited.map((open) => sum(each((i) => (covered(i, open) ? instance.weight[i]! : 0)))),
      )
    case 'scp':
      return Math.min(
        ...[...allSubsets(n)].map((open) =>
          instance.clients.every((_, i) => covered(i, open))
            ? fixedOf(open)
            : Number.POSITIVE_INFINITY,
        ),
      )
    case 'sscflp':
      return Math.min(
        ...[...allSubsets(n)].map((open) => fixedOf(open) + cheapestAssignment(instance, open)),
      )
    case 'cpmp':
      return Math.min(...limited.map((open) => cheapestAssignment(instance, open)))
    case 'cwl':
      return Math.min(
        ...[...allSubsets(n)].map((open) => fixedOf(open) + sum(each((i) => nearest(i, open)))),
      )
  }
}

/** Tries every client at every open site with room. */
function cheapestAssignment(instance: LocationInstance, open: readonly number[]): number {
  const n = instance.sites.length
  const room = Float64Array.from(instance.capacity!)
  let best = Number.POSITIVE_INFINITY
  const place = (i: number, cost: number): void => {
    if (cost >= best) return
    if (i === instance.clients.length) {
      best = cost
      return
    }
    for (const j of open) {
      const demand = instance.demand[i]!
      if (room[j]! < demand) continue
      room[j]! -= demand
      place(i + 1, cost + instance.pairs![i * n + j]!)
      room[j]! += demand
    }
  }
  place(0, 0)
  return best
}
