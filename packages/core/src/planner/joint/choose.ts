import type { Milp, MilpResult, MilpRow, SolveMilp } from '../../kernel/milp.ts'
import { type ChoiceModel, choiceModel, fenOf, withCosts } from './choice-model.ts'
import { componentsOf } from './components.ts'
import { type Choice, type Chosen, siteOf, stepOf, type Uses } from './option.ts'

/** A level is frozen at its best × (1 + ε) before the next is solved. Printed on the plan. */
export const epsilon = 0.01

/** Components are solved together up to this many options: one start of the solver for many small ones. */
const batchOptions = 6000
const limits = { nodeLimit: 400, gap: 1e-6 }
/** A joint solve of many components under a limit need not be closer than a small part of ε. */
const jointLimits = { nodeLimit: 60, gap: epsilon / 4 }

/**
 * Floors first, then value. Components are solved apart while every limit holds by itself; the components that share
 * a limit which does not are solved again as one, level by level: people of basic services who miss a floor, people
 * of other services, value.
 */
export async function choose(choice: Choice, milp: SolveMilp): Promise<Chosen> {
  const option = new Int32Array(choice.groups.length).fill(-1)
  const sites = new Set<string>()
  const components = componentsOf(choice).filter((c) => choice.groups[c[0]!]!.options.length > 0)
  const total = { value: 0, bound: 0 as number | null }
  const parts = new Map<number[], Part>()
  for (const batch of batches(choice, components)) {
    const model = choiceModel(choice, batch.flat(), { limited: false })
    const result = await milp(model.milp, limits)
    const part = partOf(model, result)
    for (const component of batch) parts.set(component, part)
  }
  const over = overdrawn(choice, [...new Set(parts.values())])
  const joint = components.filter((c) => touches(choice, c, over))
  const apart = new Set(components.filter((c) => !joint.includes(c)).map((c) => parts.get(c)!))
  const kept = new Set(components.filter((c) => !joint.includes(c)).flat())
  for (const part of apart) {
    const pure = part.model.groups.every((g) => kept.has(g))
    take(part, option, sites, kept, choice)
    total.value += part.value
    total.bound =
      !pure || total.bound === null || part.bound === null ? null : total.bound + part.bound
  }
  if (joint.length > 0) {
    const left = withoutKept(choice, option, sites, kept)
    const part = await solveLevels(left, joint.flat(), milp)
    take(part, option, sites, new Set(joint.flat()), choice)
    total.bound = null
  }
  return {
    option,
    sites,
    value: valueChosen(choice, option, sites),
    bound: total.bound,
    tight: over,
  }
}

interface Part {
  model: ChoiceModel
  values: readonly number[]
  value: number
  bound: number | null
}

const partOf = (model: ChoiceModel, result: MilpResult): Part => ({
  model,
  values: result.values,
  value: fenOf(result.objective),
  bound: Number.isFinite(result.bound) ? fenOf(result.bound) : null,
})

function batches(choice: Choice, components: readonly number[][]): number[][][] {
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

/** What a solved part takes from each row. */
function usesOf(choice: Choice, part: Part): Map<string, number> {
  const used = new Map<string, number>()
  const add = (uses: Uses, times: number) => {
    for (const [row, amount] of uses) used.set(row, (used.get(row) ?? 0) + amount * times)
  }
  const chosen = new Int32Array(choice.groups.length).fill(-1)
  const sites = new Set<string>()
  take(part, chosen, sites, new Set(part.model.groups), choice)
  addUses(choice, chosen, sites, add)
  return used
}

function addUses(
  choice: Choice,
  option: Int32Array,
  sites: ReadonlySet<string>,
  add: (uses: Uses, times: number) => void,
): void {
  for (const site of choice.sites) if (sites.has(site.key)) add(site.uses, 1)
  const visits = visitsByStop(choice, option)
  for (const stop of choice.stops) add(stop.usesPerVisit, visits.get(stop.key) ?? 0)
  choice.groups.forEach((group, g) => {
    if (option[g]! >= 0) add(group.options[option[g]!]!.uses, 1)
  })
}

/** Visits of a year at each stop: the most that any of its groups wants. */
function visitsByStop(choice: Choice, option: Int32Array): Map<string, number> {
  const visits = new Map<string, number>()
  choice.groups.forEach((group, g) => {
    const step = option[g]! >= 0 ? stepOf(group.options[option[g]!]!) : undefined
    if (step) visits.set(step.stop, Math.max(visits.get(step.stop) ?? 0, step.visits))
  })
  return visits
}

function valueChosen(choice: Choice, option: Int32Array, sites: ReadonlySet<string>): number {
  let value = 0
  for (const site of choice.sites) if (sites.has(site.key)) value += site.value
  const visits = visitsByStop(choice, option)
  for (const stop of choice.stops) value += stop.valuePerVisit * (visits.get(stop.key) ?? 0)
  choice.groups.forEach((group, g) => {
    if (option[g]! >= 0) value += group.options[option[g]!]!.value
  })
  return value
}

function overdrawn(choice: Choice, parts: readonly Part[]): Set<string> {
  const sum = new Map<string, number>()
  for (const part of parts)
    for (const [row, amount] of usesOf(choice, part)) sum.set(row, (sum.get(row) ?? 0) + amount)
  return new Set(
    [...choice.limits].flatMap(([row, limit]) =>
      (sum.get(row) ?? 0) > limit + 1e-6 * Math.max(1, Math.abs(limit)) ? [row] : [],
    ),
  )
}

function touches(choice: Choice, component: readonly number[], rows: ReadonlySet<string>): boolean {
  if (rows.size === 0) return false
  const stops = new Map(choice.stops.map((s) => [s.key, s.usesPerVisit]))
  const sites = new Map(choice.sites.map((s) => [s.key, s.uses]))
  const hit = (uses: Uses | undefined) => (uses ?? []).some(([row, a]) => a > 0 && rows.has(row))
  return component.some((g) =>
    choice.groups[g]!.options.some(
      (o) =>
        hit(o.uses) || hit(sites.get(siteOf(o) ?? '')) || hit(stops.get(stepOf(o)?.stop ?? '')),
    ),
  )
}

/** The limits that are left after what is decided already. */
function withoutKept(
  choice: Choice,
  option: Int32Array,
  sites: ReadonlySet<string>,
  kept: ReadonlySet<number>,
): Choice {
  const only = option.map((o, g) => (kept.has(g) ? o : -1))
  const left = new Map(choice.limits)
  addUses(choice, only, sites, (uses, times) => {
    for (const [row, amount] of uses)
      if (left.has(row)) left.set(row, Math.max(0, left.get(row)! - amount * times))
  })
  return { ...choice, limits: left }
}

async function solveLevels(
  choice: Choice,
  groups: readonly number[],
  milp: SolveMilp,
): Promise<Part> {
  const model = choiceModel(choice, groups, { limited: true })
  const frozen: MilpRow[] = []
  let start: readonly number[] | undefined
  const solve = async (problem: Milp): Promise<MilpResult> => {
    const result = await milp(problem, { ...jointLimits, ...(start ? { start } : {}) })
    if (result.values.length > 0) start = result.values
    return result
  }
  for (const level of ['basic', 'other'] as const) {
    const costs = new Map<number, number>()
    model.groups.forEach((g, n) => {
      const people = choice.groups[g]![level]
      if (people > 0) costs.set(model.missAt[n]!, people / 1000)
    })
    if (costs.size === 0) continue
    const result = await solve(withCosts(model.milp, costs, frozen))
    frozen.push({
      name: `frozen ${level}`,
      low: Number.NEGATIVE_INFINITY,
      high: result.objective * (1 + epsilon) + 1e-7,
      terms: [...costs],
    })
  }
  const result = await solve({ ...model.milp, rows: [...model.milp.rows, ...frozen] })
  return {
    ...partOf(model, result),
    values: result.values.length > 0 ? result.values : (start ?? []),
  }
}

/** Reads a part into the decision; only the sites that a group of `groups` uses are opened. */
function take(
  { model, values }: Part,
  option: Int32Array,
  sites: Set<string>,
  groups: ReadonlySet<number>,
  choice: Choice,
): void {
  model.groups.forEach((g, n) => {
    if (!groups.has(g)) return
    let best = -1
    let most = model.missAt[n]! >= 0 ? (values[model.missAt[n]!] ?? 0) : 0
    model.optionAt[n]!.forEach((variable, k) => {
      if ((values[variable] ?? 0) > most + 1e-6) [best, most] = [k, values[variable]!]
    })
    option[g] = best
    const site = best < 0 ? undefined : siteOf(choice.groups[g]!.options[best]!)
    if (site !== undefined) sites.add(site)
  })
}
