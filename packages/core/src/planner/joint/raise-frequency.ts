import type { MilpRow, SolveMilp } from '../../kernel/milp.ts'
import { choiceModel, withCosts } from './choice-model.ts'
import { usesChosen, valueChosen } from './chosen-uses.ts'
import { type Choice, type Chosen, type Group, moreOf, type Option } from './option.ts'

/** Person-times count in thousands, so that coefficients stay near one. */
const thousand = 1e-3
const slack = 1e-7
const limits = { nodeLimit: 200, gap: 1e-4 }

/**
 * Spends what a choice leaves of its limits on visiting its stops more often where that meets more of the stated need:
 * the most person-times, then the least value. Everything else stays as chosen, so nobody misses a floor for it.
 */
export async function raiseFrequency(
  choice: Choice,
  chosen: Chosen,
  milp: SolveMilp,
): Promise<Chosen> {
  const stops = new Set(
    choice.groups.flatMap((group, g) => {
      const o = group.options[chosen.option[g]!]
      return o?.mode === 'vehicle' && oftener(group, o).length > 0 ? [o.stop] : []
    }),
  )
  if (stops.size === 0) return chosen
  const here = choice.groups.flatMap((group, g) => {
    const o = group.options[chosen.option[g]!]
    return o?.mode === 'vehicle' && stops.has(o.stop) ? [g] : []
  })
  const model = choiceModel(narrowed(choice, chosen, here), here, { limited: true })
  const weighed = here.map((g) => weighedOptions(choice.groups[g]!, chosen.option[g]!))
  const more = new Map(
    here.flatMap((g, n) =>
      weighed[n]!.flatMap((k, at): [number, number][] => {
        const person = moreOf(choice.groups[g]!.options[k]!)
        return person > 0 ? [[model.optionAt[n]![at]!, -person * thousand]] : []
      }),
    ),
  )
  const served: MilpRow = {
    name: 'served',
    low: 0,
    high: 0,
    terms: model.missAt.map((m) => [m, 1]),
  }
  const most = await milp(withCosts(model.milp, more, [served]), limits)
  if (most.values.length === 0) return chosen
  const met: MilpRow = {
    name: 'met',
    low: Number.NEGATIVE_INFINITY,
    high: most.objective + slack,
    terms: [...more],
  }
  const rows = [...model.milp.rows, served, met]
  const last = await milp({ ...model.milp, rows }, { ...limits, start: most.values })
  const values = last.values.length > 0 ? last.values : most.values
  const option = Int32Array.from(chosen.option)
  here.forEach((g, n) => {
    const at = model.optionAt[n]!.findIndex((v) => (values[v] ?? 0) > 0.5)
    if (at >= 0) option[g] = weighed[n]![at]!
  })
  const decided = { option, sites: chosen.sites }
  return { ...chosen, option, value: valueChosen(choice, decided), bound: null }
}

/** Options of a group at the stop of one of them, visited more often. */
const oftener = (group: Group, of: Option & { mode: 'vehicle' }): Option[] =>
  group.options.filter((o) => o.mode === 'vehicle' && o.stop === of.stop && moreOf(o) > 0)

/** Positions of the option chosen and of those like it but more often. */
function weighedOptions(group: Group, chosen: number): number[] {
  const o = group.options[chosen]!
  const others = o.mode === 'vehicle' ? oftener(group, o) : []
  return [chosen, ...others.map((x) => group.options.indexOf(x))]
}

/** Only some groups, with the options weighed, under what all others leave of the limits. */
function narrowed(choice: Choice, chosen: Chosen, here: readonly number[]): Choice {
  const free = new Set(here)
  const others = usesChosen(choice, {
    option: chosen.option.map((o, g) => (free.has(g) ? -1 : o)),
    sites: chosen.sites,
  })
  const all = usesChosen(choice, chosen)
  const left = [...choice.limits].map(([row, limit]) => {
    const taken = others.get(row) ?? 0
    return [row, Math.max(limit - taken, (all.get(row) ?? 0) - taken)] as const
  })
  return {
    ...choice,
    limits: new Map(left),
    groups: choice.groups.map((group, g) => ({
      ...group,
      options: free.has(g)
        ? weighedOptions(group, chosen.option[g]!).map((k) => group.options[k]!)
        : [],
    })),
  }
}
