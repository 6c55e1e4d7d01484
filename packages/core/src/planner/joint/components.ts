import { type Choice, type Group, siteOf, stepOf } from './option.ts'

const keysOf = (group: Group, facilityOf: ReadonlyMap<string, string>): string[] =>
  group.options.flatMap((o) => {
    const site = siteOf(o)
    const step = stepOf(o)
    return [
      ...(site === undefined ? [] : [`f ${facilityOf.get(site)}`]),
      ...(step === undefined ? [] : [`v ${step.stop}`]),
    ]
  })

/**
 * Groups that have no building and no stop in common are decided apart: connected components, each with its groups
 * in order, in order of their first group. Budget rows are left aside.
 */
export function componentsOf(choice: Choice): number[][] {
  const facilityOf = new Map(choice.sites.map((s) => [s.key, s.facility]))
  const parent = choice.groups.map((_, k) => k)
  const root = (k: number): number => {
    let at = k
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const first = new Map<string, number>()
  choice.groups.forEach((group, k) => {
    for (const key of keysOf(group, facilityOf)) {
      const other = first.get(key)
      if (other === undefined) first.set(key, k)
      else {
        const [a, b] = [root(k), root(other)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  })
  const members = new Map<number, number[]>()
  choice.groups.forEach((_, k) => {
    const of = members.get(root(k)) ?? []
    of.push(k)
    members.set(root(k), of)
  })
  return [...members.values()]
}

/** Components are solved together up to this many options: one start of the solver for many small ones. */
const batchOptions = 6000

/** Components packed together, in order, to be solved in one go. */
export function batchesOf(choice: Choice, components: readonly number[][]): number[][][] {
  const found: number[][][] = []
  let size = batchOptions
  for (const component of components) {
    const own = component.reduce((n, g) => n + choice.groups[g]!.options.length, 0)
    if (size + own > batchOptions) {
      found.push([])
      size = 0
    }
    found.at(-1)!.push(component)
    size += own
  }
  return found
}
