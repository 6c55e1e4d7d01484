import type { MilpResult, SolveMilp } from '../../kernel/milp.ts'
import { type ChoiceModel, choiceModel, fenOf } from './choice-model.ts'
import { chooseByLevels } from './choose-by-levels.ts'
import { overdrawn, touching, usesChosen, valueChosen, withoutUsed } from './chosen-uses.ts'
import { batchesOf, componentsOf } from './components.ts'
import { atFloors, type Choice, type Chosen, siteOf } from './option.ts'

const limits = { nodeLimit: 400, gap: 1e-6 }
/** A joint solve of many components under a limit need not be closer than a small part of the usual ε. */
const jointLimits = { nodeLimit: 60, gap: 0.0025 }

/**
 * Floors first, then value, at the frequency that floors ask (`raiseFrequency` goes beyond). Components are solved apart while every limit holds by itself; the components that share
 * a limit which does not are solved again as one, level by level (`chooseByLevels`): people who miss a floor by
 * priority class, then value.
 */
export async function choose(weighed: Choice, milp: SolveMilp): Promise<Chosen> {
  const choice = atFloors(weighed)
  const option = new Int32Array(choice.groups.length).fill(-1)
  const sites = new Set<string>()
  const components = componentsOf(choice).filter((c) => choice.groups[c[0]!]!.options.length > 0)
  let bound: number | null = 0
  const parts = new Map<number[], Part>()
  for (const batch of batchesOf(choice, components)) {
    const model = choiceModel(choice, batch.flat(), { limited: false })
    const result = await milp(model.milp, limits)
    const part = partOf(model, result)
    for (const component of batch) parts.set(component, part)
  }
  const over = overdrawn(choice, usesOfParts(choice, [...new Set(parts.values())]))
  /** Two uses of one building may be wanted at once: then somebody must miss, though no limit holds anything back. */
  const unsolved = (c: number[]) => parts.get(c)!.values.length === 0
  const touched = touching(choice, over)
  const joint = components.filter((c) => unsolved(c) || touched(c))
  const together = new Set(joint)
  const alone = components.filter((c) => !together.has(c))
  const apart = new Set(alone.map((c) => parts.get(c)!))
  const kept = new Set(alone.flat())
  for (const part of apart) {
    const pure = part.model.groups.every((g) => kept.has(g))
    take(part, option, sites, kept, choice)
    bound = !pure || bound === null || part.bound === null ? null : bound + part.bound
  }
  if (joint.length > 0) {
    const decided = { option: option.map((o, g) => (kept.has(g) ? o : -1)), sites }
    const left = withoutUsed(choice, decided)
    const { model, result } = await chooseByLevels(left, joint.flat(), milp, jointLimits)
    take(partOf(model, result), option, sites, new Set(joint.flat()), choice)
    bound = null
  }
  return {
    option,
    sites,
    value: valueChosen(choice, { option, sites }),
    bound,
    tight: over,
  }
}

interface Part {
  model: ChoiceModel
  values: readonly number[]
  bound: number | null
}

const partOf = (model: ChoiceModel, result: MilpResult): Part => ({
  model,
  values: result.values,
  bound: Number.isFinite(result.bound) ? fenOf(result.bound) : null,
})

/** What all parts take from each row, together. */
function usesOfParts(choice: Choice, parts: readonly Part[]): Map<string, number> {
  const option = new Int32Array(choice.groups.length).fill(-1)
  const sites = new Set<string>()
  for (const part of parts) take(part, option, sites, new Set(part.model.groups), choice)
  return usesChosen(choice, { option, sites })
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
